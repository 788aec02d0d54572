# ruff: noqa: INP001, T201  (a script, not a module of a package; it prints)
"""List what an install of cleaner weighs.

Called as `python scripts/weigh.py [EXTRA...]`. Sizes are those of the files that are installed in
this environment, MB, without compiled caches.
"""

import re
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

WORTH = 0.05  # MB; what is lighter is summed up


def needed(name: str, extras: frozenset[str], found: dict[str, Distribution]) -> None:
    """Add a distribution and all that it needs."""
    found[name] = distribution(name)
    for wanted in found[name].requires or ():
        other, _, marker = wanted.partition(";")
        asked = re.search(r"extra == ['\"]([\w-]+)['\"]", marker)
        if (asked and asked.group(1) not in extras) or is_foreign(marker):
            continue
        other = re.split(r"[\s<>=!~\[(]", other.strip(), maxsplit=1)[0].lower()
        if other not in found:
            needed(other, frozenset(), found)


def size_of(path: Path) -> int:
    """Return how many bytes a file has that was installed."""
    return path.stat().st_size if path.is_file() and "__pycache__" not in path.parts else 0


def is_foreign(marker: str) -> bool:
    """Say whether a marker asks for another platform or an older Python."""
    return bool(re.search(r"platform_system|sys_platform|os_name|python_version *<", marker))


def main() -> None:
    """Print the table."""
    found: dict[str, Distribution] = {}
    needed("cleaner", frozenset(sys.argv[1:]), found)
    sizes = {}
    for name, one in found.items():
        paths = [Path(str(one.locate_file(path))) for path in one.files or ()]
        if name == "cleaner":  # from a checkout its files are elsewhere
            paths = list((Path(__file__).parent.parent / "cleaner").rglob("*"))
        sizes[name] = sum(map(size_of, paths)) / 1e6
    light = [name for name, size in sizes.items() if size < WORTH]
    for name in sorted(sizes, key=lambda name: -sizes[name]):
        if name not in light:
            print(f"| {name} {found[name].version} | {sizes[name]:.1f} |")
    if light:
        print(f"| {len(light)} more | {sum(sizes[name] for name in light):.1f} |")
    print(f"| all | {sum(sizes.values()):.1f} |")


if __name__ == "__main__":
    main()
