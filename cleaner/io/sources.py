"""What a SOURCE argument stands for: files, folders (with what is below them), globs, `-`.

A source's name is its path relative to the argument's parent, with "/": `clean run seeds` reads
"seeds/000.txt" whatever folder it is called from. A glob's names start after the last folder
that has no wildcard: "data/*/x.txt" reads "a/x.txt". No absolute path goes into an output.
"""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

import orjson

from cleaner import late as re
from cleaner.errors import InputError
from cleaner.io.extras import PARQUET as TABLES
from cleaner.io.extras import REMOTE, WARC, Extra, require

# How the names of files end that a folder is searched for.
TEXT_ENDINGS = (".txt", ".md")
RECORD_ENDINGS = (".jsonl", ".ndjson", ".jl")
HTML_ENDINGS = (".htm", ".html", ".shtml", ".xhtml")
# Many corpora are JSONL of this name; in a folder it is more often a program's settings. So it is
# read where it is named.
NAMED_ENDINGS = (*RECORD_ENDINGS, ".json")
PACKED_ENDINGS = (".gz", ".zst")

# Records that are packed in another way than lines (cleaner/io/packing.py): tables, web archives.
PARQUET, ARROW = ".parquet", ".arrow"
ROWS = (PARQUET, ARROW)
ARCHIVES = (".warc", ".wet")
MADE_ENDINGS = (
    *ROWS,
    *(archive + packing for archive in ARCHIVES for packing in (*PACKED_ENDINGS, "")),
)
# The longer ones come first.
PACKINGS = (*MADE_ENDINGS, *PACKED_ENDINGS)

STDIN = "-"

# The files of an output. run.json marks it; it holds timings and may be left out of version
# control, so the others together mark it as well.
CORPUS_NAME = "corpus.jsonl"
DROPPED_NAME = "dropped.jsonl"
SPLIT_NAME = "split.jsonl"
EDITS_NAME = "edits.jsonl"
REPORT_NAME = "report.json"
RUN_NAME = "run.json"
REPORT_HTML_NAME = "report.html"  # made of the others, for people
# An address: s3://…; not a drive, C:\\…
URL_RE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")

# What is said of a file that is not read: .zip, .7z, .csv.gz; not the 2 of v1.2.
ENDING_RE = re.compile(
    r"(?:\.[a-z]{1,7})?\.(?:bz2|gz|xz|zst)\Z|\.[a-z0-9]{0,4}[a-z][a-z0-9]{0,4}\Z"
)
SHOWN_ENDINGS = 5  # the commonest of them

# In a folder of Hugging Face datasets' save_to_disk: which files hold the rows.
DATASET_NAME = "state.json"
TOGETHER = frozenset({DROPPED_NAME, REPORT_NAME, SPLIT_NAME})  # and a corpus

# What a corpus may be called: corpus.jsonl, corpus.parquet, corpus-00003.jsonl.gz.
CORPUS_RE = re.compile(r"corpus(?:-\d{5,9})?\.(?:jsonl|jsonl\.gz|jsonl\.zst|parquet)")


class Source(NamedTuple):
    """A file to read; `size` is in bytes, 0 where unknown.

    `path` is None for standard input, and for a file that is somewhere else: it has a `url`.
    """

    path: Path | None
    name: str
    size: int
    url: str = ""

    @property
    def packing(self) -> str:
        """How the file is packed: ".gz", ".zst", ".parquet", ".warc.gz" …, or ""."""
        name = self.name.lower()
        return next((one for one in PACKINGS if name.endswith(one)), "")

    @property
    def holds_records(self) -> bool:
        """Whether the file is JSONL, or what is read as if it were."""
        packing = self.packing
        is_jsonl = self.name.lower().removesuffix(packing).endswith(NAMED_ENDINGS)
        return is_jsonl or packing in MADE_ENDINGS

    @property
    def holds_html(self) -> bool:
        """Whether the file is a web page, or an archive of them."""
        packing = self.packing
        is_page = self.name.lower().removesuffix(packing).endswith(HTML_ENDINGS)
        return is_page or packing.startswith(ARCHIVES[0])


class Slice(NamedTuple):
    """What one process reads of a source: a file, or whole lines of JSONL.

    `source.path` is where it is read, perhaps a copy. Lines stand at [start, end) in bytes, plain,
    behind `line` others; `end` is -1 for a file that is read as it is. `charset`: what they were in
    where that was UTF-16 or UTF-32; they are UTF-8 now. `error`: why the source ends here.
    `digest`: a hash of the bytes, and of what stands before them.
    """

    source: Source
    start: int = 0
    end: int = -1
    line: int = 0
    charset: str = ""
    error: str = ""
    digest: str = ""


class Skipped(NamedTuple):
    """A file of a folder that is not read. `ending`: of its name, or "" for none to speak of."""

    ending: str = ""


class Found(NamedTuple):
    """The files to read, in order, and how many of the folders' are not, by their ending."""

    sources: tuple[Source, ...]
    skipped: Mapping[str, int]


def find_sources(arguments: Sequence[str], out: Path | None = None) -> Found:
    """Return the files that the arguments stand for: argument by argument, folders sorted.

    The folder `out` is left out: a corpus is not made from itself. Of a folder that is an
    earlier output only the corpus is read. Hidden files are left out. Raises InputError for an
    argument that stands for nothing.
    """
    found = list(each_source(arguments, out))
    sources = tuple(one for one in found if isinstance(one, Source))
    return Found(sources, Counter(one.ending for one in found if isinstance(one, Skipped)))


def each_source(arguments: Sequence[str], out: Path | None) -> Iterator[Source | Skipped]:
    """Yield what `find_sources` finds, one after the other."""
    for argument in [arguments] if isinstance(arguments, str) else arguments:
        is_there, skipped = False, Counter[str]()
        for source in _find(argument, out.resolve() if out else None):
            if isinstance(source, Skipped):
                skipped[source.ending] += 1
            else:
                is_there = True
                if extra := _extra_for(source):
                    require(extra, source.name)
            yield source
        if not is_there:
            if out and os.path.isdir(argument) and Path(argument).resolve() == out.resolve():
                raise InputError(
                    f"{argument}: is the output folder, which is not read; name another"
                )
            endings = " ".join((*TEXT_ENDINGS, *RECORD_ENDINGS, *HTML_ENDINGS, *ARCHIVES))
            packed = " or ".join(PACKED_ENDINGS)
            raise InputError(
                f"{argument}: no file to read here ({told_skipped(skipped)}); "
                f"a folder is searched for {endings}, each also with {packed}; {' '.join(ROWS)}"
            )


def told_skipped(skipped: Mapping[str, int]) -> str:
    """Return how many files are not read, and of which endings the most are."""
    count = sum(skipped.values())
    said = f"{count:,} {'file' if count == 1 else 'files'} with other names"
    most = sorted((-many, ending) for ending, many in skipped.items() if ending)
    shown = ", ".join(f"{ending} {-many:,}" for many, ending in most[:SHOWN_ENDINGS])
    return f"{said}: {shown}" if shown else said


def skipped(path: str) -> Skipped:
    """Return what to say of a file that is not read."""
    found = ENDING_RE.search(path.lower())
    return Skipped(found[0] if found else "")


def is_url(argument: str) -> bool:
    """Say whether an argument is the address of something: s3://bucket/folder."""
    return URL_RE.match(argument) is not None


def is_archive(packing: str) -> bool:
    """Say whether a packing is that of an archive of web pages."""
    return packing.startswith(ARCHIVES)


def is_output(names: Iterable[str]) -> bool:
    """Whether a folder with files of these names is an output of this program."""
    names = frozenset(names)
    return RUN_NAME in names or (names >= TOGETHER and bool(corpus_names(names)))


def check_output(folder: Path) -> None:
    """Raise InputError where the folder is no output."""
    if not folder.is_dir():
        what = "is a file" if folder.exists() else "no such folder"
        raise InputError(f"{folder}: {what}; name what `clean run` wrote")
    if not is_output(path.name for path in folder.iterdir()):
        raise InputError(f"{folder}: not an output of `clean run`, or not a whole one")


def corpus_names(names: Iterable[str]) -> list[str]:
    """Return those of the names that are of files of a corpus, in their order."""
    found = (name for name in names if CORPUS_RE.fullmatch(name))
    return sorted(found, key=lambda name: (len(name), name))


def modules_for(source: Source) -> tuple[str, ...]:
    """Return the modules beside the core that read the records of a source."""
    extra = _extra_for(source)
    return extra.modules if extra else ()


def _extra_for(source: Source) -> Extra | None:
    if source.packing not in MADE_ENDINGS:
        return None
    return WARC if is_archive(source.packing) else TABLES


def _find(argument: str, out: Path | None) -> Iterator[Source | Skipped]:
    if argument == STDIN:
        yield Source(None, "stdin", 0)
    elif is_url(argument):
        require(REMOTE, "an address")
        from cleaner.io import remote  # noqa: PLC0415  an extra

        yield from remote.find(argument)
    elif os.path.lexists(argument):
        yield from _below([argument], os.path.dirname(os.path.abspath(argument)), out)
    elif not has_magic(argument):
        raise InputError(f"{argument or repr(argument)}: no such file or folder; check the path")
    else:
        fixed = []
        for part in Path(argument).parts[:-1]:
            if has_magic(part):
                break
            fixed.append(part)
        matches = sorted(Path(match) for match in glob(argument, recursive=True))
        if not matches:
            raise InputError(f"{argument}: the pattern matches no file")
        yield from _below(map(str, matches), os.path.abspath(Path(*fixed)), out)


def _below(paths: Iterable[str], base: str, out: Path | None) -> Iterator[Source | Skipped]:
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if not os.path.isdir(path):
            yield _source(path, base)
            continue
        for file in _walk(path, out, seen):
            if is_wanted(file):
                yield _source(file, base) if _can_be_read(file) else Skipped()
            else:
                yield skipped(file)


def _walk(folder: str, out: Path | None, seen: set[tuple[int, int]]) -> Iterator[str]:
    """Yield the files below a folder, sorted; each folder once, so that links make no loop."""
    try:
        status = os.stat(folder)
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise InputError(f"{folder}: {error.strerror}; check its permissions") from error
    place = (status.st_dev, status.st_ino)
    if place in seen or (out and Path(folder).resolve() == out):
        return
    seen.add(place)
    if DATASET_NAME in names and (listed := _listed(os.path.join(folder, DATASET_NAME))):
        yield from (os.path.join(folder, name) for name in listed)
        return
    if is_output(names) and (corpus := corpus_names(names)):
        yield from (os.path.join(folder, name) for name in corpus)
        return
    for name in names:
        path = os.path.join(folder, name)
        if name.startswith("."):
            continue
        if os.path.isdir(path):
            yield from _walk(path, out, seen)
        else:
            yield path


def _listed(path: str) -> list[str]:
    """Return the files of a dataset by its list of them; none where it is no such list.

    Beside them may lie others, which are caches. Raises InputError for one that names its rows.
    """
    try:
        said = orjson.loads(Path(path).read_bytes())
        names = [one["filename"] for one in said["_data_files"]]
    except (OSError, ValueError, TypeError, KeyError):
        return []
    if not all(isinstance(name, str) and name == os.path.basename(name) for name in names):
        return []
    if said.get("_indices_data_files"):
        raise InputError(f"{path}: a selection of rows; save it with flatten_indices() first")
    return names


def is_wanted(name: str) -> bool:
    """Say whether a file of a folder is read, by its name."""
    plain = name.lower()
    if plain.endswith(MADE_ENDINGS):
        return True
    for packing in PACKED_ENDINGS:
        plain = plain.removesuffix(packing)
    return plain.endswith((*TEXT_ENDINGS, *RECORD_ENDINGS, *HTML_ENDINGS))


def _can_be_read(path: str) -> bool:
    """Say whether a file of a folder is no pipe or device, which might never end."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:  # the reader says so when it comes to it
        return True


def _source(path: str, base: str) -> Source:
    try:
        size = os.stat(path).st_size
    except OSError:
        size = 0
    # From the root with no "..": links stay, a link is named as it is called.
    name = os.path.relpath(path, base).replace(os.sep, "/")
    # A name that is no UTF-8 goes into JSON with its bytes escaped.
    return Source(Path(path), os.fsencode(name).decode("utf-8", "backslashreplace"), size)
