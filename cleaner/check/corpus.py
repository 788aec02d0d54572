"""The lines of a corpus: read once in blocks, each record again by its number.

In memory are, of each record, its place and a hash of its id, 40 bytes; signatures stand in a
folder for temporary files, and so does what was packed, unpacked: a record is read again where it
is compared with another, or is one of a sample.
"""

import random
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from os import SEEK_CUR
from pathlib import Path
from statistics import median
from typing import Any, BinaryIO

import numpy as np

from cleaner.check.examine import Examined, Lines, document_of, record_of
from cleaner.check.limits import SCRIPTS
from cleaner.check.measures import around, masked
from cleaner.check.tally import EXAMPLES, Example, Tally
from cleaner.dedup import Deduplicator
from cleaner.document import Document
from cleaner.errors import InputError
from cleaner.io.packing import READ_ERRORS, opened, unpacked
from cleaner.io.readers import BOM, LINE_BYTES, skip_line, why_broken
from cleaner.io.sources import Source
from cleaner.recipe import OFF, Duplicates

# Bytes of lines that are examined together: a quarter of a second of work.
BLOCK = 1 << 20


class Corpus:
    """What is known of all records. `folder`: for temporary files."""

    def __init__(self, sources: Sequence[Source], folder: str, duplicates: Duplicates) -> None:
        self._folder = Path(folder)
        self._sources = sources
        self._files = [_where(source) for source in sources]
        # Where the lines stand that can be sought: in the file itself, or unpacked.
        self._paths = [
            self._folder / f"unpacked-{number}"
            if source.packing or source.path is None
            else source.path
            for number, source in enumerate(sources)
        ]
        # Of each record: its file, the number of its line, where that starts, its bytes, its id.
        self._at = array("l")
        self._numbers, self._starts, self._sizes = array("q"), array("q"), array("q")
        self._names = array("Q")
        self._lengths = array("q")
        self._scripts: Counter[str] = Counter()
        self._engine = Deduplicator(
            near=None if duplicates.near == OFF else duplicates.near,
            exact=duplicates.exact,
            numbers=duplicates.numbers,
            prefer="first",
            spill=self._folder / "signatures",
        )
        # Of the blocks that are out: the file, and where it starts there.
        self._out: list[tuple[int, int]] = []
        self._with_returns: set[int] = set()
        # The file that records are read from, by its number; -1 for none.
        self._open = -1
        self._file: BinaryIO

    def blocks(self, tally: Tally, progress: Callable[[int], object]) -> Iterator[Lines]:
        """Yield all lines in blocks; what is wrong with whole files is counted.

        What is found in each is to be handed to `take`, in order. `progress`: called with the bytes
        of the files that were read since.
        """
        for file, source in enumerate(self._sources):
            try:
                yield from self._read(file, source, tally, progress)
            except READ_ERRORS as error:
                raise InputError(f"{self._files[file]}: {why_broken(error)}") from error

    def _read(
        self, file: int, source: Source, tally: Tally, progress: Callable[[int], object]
    ) -> Iterator[Lines]:
        where, number, start, last = self._files[file], 1, 0, b"\n"
        copy = None if self._paths[file] == source.path else self._paths[file].open("wb")
        with opened(source) as packed:
            stream = unpacked(packed, source.packing)
            told = 0
            while any(block := _block(stream)):
                data, too_long = block
                if not start and data.startswith(BOM):
                    tally.add("broken_files", 1, Example(f"{where}:1", "", "a byte order mark"))
                if copy:
                    copy.write(data)
                    copy.seek(too_long, SEEK_CUR)
                last = data[-1:]
                count = data.count(b"\n") + (last not in {b"\n", b""})
                if data:
                    self._out.append((file, start))
                    yield Lines(where, range(number, number + count), data)
                number, start = number + count, start + len(data) + too_long
                if too_long:
                    said = f"a line of over {LINE_BYTES} bytes"
                    tally.add("broken_lines", 1, Example(f"{where}:{number}", "", said))
                    number, last = number + 1, b"\n"  # its end was not looked at
                now = start if copy is None else min(_place(packed), source.size)
                progress(max(now - told, 0))
                told = max(now, told)
        if copy:
            copy.close()
        if last != b"\n":
            said = "no line break at its end"
            tally.add("broken_files", 1, Example(f"{where}:{number - 1}", "", said))

    def take(self, found: Examined, tally: Tally) -> None:
        """Take note of what was found in the next block."""
        file, start = self._out.pop(0)
        tally.merge(found.tally)
        if found.returns and file not in self._with_returns:
            self._with_returns.add(file)
            place = f"{self._files[file]}:{found.returns}"
            tally.add("broken_files", 1, Example(place, "", "lines end in \\r\\n"))
        for one in found.records:
            self._at.append(file)
            self._numbers.append(one.number)
            self._starts.append(start + one.start)
            self._sizes.append(one.size)
            self._names.append(one.name)
            self._lengths.append(one.chars)
        self._scripts.update(found.scripts)
        self._engine.extend(found.prepared)

    @property
    def size(self) -> int:
        """The bytes of the records."""
        return sum(self._sizes)

    def close(self) -> None:
        """Close what is open."""
        if self._open >= 0:
            self._file.close()

    def __len__(self) -> int:
        return len(self._numbers)

    def sample(self, size: int) -> Iterator[Lines]:
        """Yield the lines of so many records, the same ones of the same corpus, in their order."""
        draw = random.Random(0)  # noqa: S311  no secret
        taken: list[int] = []
        waiting: list[bytes] = []
        waiting_bytes = 0
        chosen = sorted(draw.sample(range(len(self)), min(size, len(self))))
        for position in chosen:
            new_file = taken and self._at[taken[-1]] != self._at[position]
            if new_file or waiting_bytes >= BLOCK:
                yield self._lines(taken, waiting)
                taken, waiting, waiting_bytes = [], [], 0
            taken.append(position)
            waiting.append(self._line(position))
            waiting_bytes += self._sizes[position]
        if taken:
            yield self._lines(taken, waiting)

    def repeated(self, tally: Tally) -> None:
        """Count the records whose id an earlier one has."""
        names = np.frombuffer(self._names, np.uint64)
        order = np.argsort(names, kind="stable")
        ordered = names[order]
        again = np.sort(order[1:][ordered[1:] == ordered[:-1]]).tolist()
        tally.add("repeated_ids", len(again))
        for position in again[:EXAMPLES]:
            shown = around(self._document(position).text, 0)
            tally.show("repeated_ids", self._example(position, shown))

    def duplicates(self, tally: Tally) -> None:
        """Count the duplicates among all texts."""
        found = self._engine.resolve(lambda at: self._document(at).text)
        for stage in ("exact-duplicate", "near-duplicate"):
            copies = [(at, one) for at, one in found.items() if one.stage == stage]
            measure = f"{stage.replace('-', '_')}s"
            tally.add(measure, len(copies), of=len(self))
            for at, one in copies[:EXAMPLES]:
                shown = f"{masked(one.reason)} (kept: {self._place(one.kept)})"
                tally.show(measure, self._example(at, shown))

    def figures(self) -> dict[str, Any]:
        """Return what is known of all records."""
        count = len(self)
        scripts = sorted(self._scripts.items())
        return {
            "documents": count,
            "median_characters": int(median(self._lengths)) if count else 0,
            SCRIPTS: {name: round(number / count, 6) for name, number in scripts},
        }

    def _example(self, position: int, shown: str) -> Example:
        return Example(self._place(position), masked(self._document(position).id), shown)

    def _document(self, position: int) -> Document:
        return document_of(record_of(self._line(position)))

    def _place(self, position: int) -> str:
        return f"{self._files[self._at[position]]}:{self._numbers[position]}"

    def _line(self, position: int) -> bytes:
        file = self._at[position]
        if file != self._open:  # records are asked for in runs
            self.close()
            self._open, self._file = file, self._paths[file].open("rb")
        self._file.seek(self._starts[position])
        return self._file.read(self._sizes[position])

    def _lines(self, positions: Sequence[int], lines: Sequence[bytes]) -> Lines:
        numbers = [self._numbers[position] for position in positions]
        return Lines(self._files[self._at[positions[0]]], numbers, b"\n".join(lines))


def _block(stream: BinaryIO) -> tuple[bytes, int]:
    """Return the next whole lines, and the bytes of one behind them that is too long to be read."""
    data = stream.read(BLOCK)
    if data.endswith(b"\n"):
        return data, 0
    rest = stream.readline(LINE_BYTES)
    if len(rest) < LINE_BYTES or rest.endswith(b"\n"):
        return data + rest, 0
    whole = data.rfind(b"\n") + 1
    return data[:whole], len(data) - whole + len(rest) + skip_line(stream)


def _place(packed: BinaryIO) -> int:
    """Return how far a packed file was read; 0 where it does not know."""
    try:
        return packed.tell()
    except (OSError, ValueError):
        return 0


def _where(source: Source) -> str:
    """Return the path of a source as it was called: what an annotation needs to find its file."""
    return source.name if source.path is None else source.path.as_posix()
