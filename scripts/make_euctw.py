# ruff: noqa: INP001  (a script, not a module of a package)
"""Write the runs of cleaner/io/euctw.py: where CNS 11643 goes on as Big5 does.

The first two planes of CNS 11643 hold the characters of Big5 in nearly the same order, so that the
whole table is some hundred runs. They are read off from iconv (glibc or GNU libiconv), which knows
EUC-TW, and Python's Big5.

    python scripts/make_euctw.py
"""

import subprocess
import sys

ROW = 94  # codes a row of CNS 11643
BIG5_ROW = 157  # codes a row of Big5
PLANES = (1, 2)
# Codes that Big5 writes with another character of the same look are stepped over.
MAX_GAP = 2


def big5_indices() -> dict[str, int]:
    """Return the place in Big5 of every character, counted from A140."""
    places: dict[str, int] = {}
    for lead in range(0xA1, 0xFA):
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            character = bytes((lead, trail)).decode("big5", "ignore")
            index = trail - 0x40 if trail < 0x7F else trail - 0xA1 + 63
            if len(character) == 1:
                places.setdefault(character, (lead - 0xA1) * BIG5_ROW + index)
    return places


def cns(plane: int) -> list[str]:
    """Return the characters of a plane of CNS 11643, "" where there is none."""
    head = b"" if plane == 1 else bytes((0x8E, 0xA0 + plane))
    codes = [head + bytes((0xA1 + n // ROW, 0xA1 + n % ROW)) for n in range(ROW * ROW)]
    command = ["iconv", "-c", "-f", "EUC-TW", "-t", "UTF-8"]
    # An ASCII letter before each code shows where it begins, also behind one that is none.
    done = subprocess.run(  # noqa: S603  a fixed command
        command,
        input=b"\n".join(b"a" + code for code in codes),
        stdout=subprocess.PIPE,
        check=False,
    )
    lines = done.stdout.decode().split("\n")
    return [line[1:] if len(line) == 2 else "" for line in lines]


def main() -> None:
    """Print a run a line: plane, first place in it, place in Big5, length."""
    places = big5_indices()
    runs: list[list[int]] = []
    for plane in PLANES:
        for place, character in enumerate(cns(plane)):
            # What comes twice is a piece of a code that iconv does not know.
            index = places.pop(character, None)
            if index is None:
                continue
            last = runs[-1] if runs else [0, 0, 0, 0]
            gap = place - last[1] - last[3]
            if last[0] == plane and 0 <= gap <= MAX_GAP and last[2] + last[3] + gap == index:
                last[3] += gap + 1
            else:
                runs.append([plane, place, index, 1])
    sys.stdout.write("".join(f"    ({', '.join(map(str, run))}),\n" for run in runs))


main()
