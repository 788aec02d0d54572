# ruff: noqa: INP001  (a script, not a module of a package)
"""Take the pictures of report.html that stand in docs/: light, dark, on a phone.

Of the seeds and a few synthetic records, in headless Chromium: python scripts/screenshots.py
"""

import base64
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from browser import Browser, find  # noqa: E402  from tests/
from test_view import corpus  # noqa: E402

from cleaner.run import run  # noqa: E402
from cleaner.view.report import write_report  # noqa: E402

OPEN = (
    "document.getElementById('stage-{}').open = true;document.getElementById('{}').scrollIntoView()"
)
PICTURES = (
    # name, width, height, light or dark, what is opened, and where the page stands
    ("report-light", 1200, 1400, "light", ("wrapped-line", "figures")),
    ("report-dark", 1200, 1400, "dark", ("wrapped-line", "stages")),
    ("report-phone", 390, 1100, "light", ("half-width-mark", "stage-half-width-mark")),
)


def main() -> None:
    """Write the pictures."""
    program = find()
    if program is None:
        sys.exit("no Chromium here: apt-get install chromium")
    with TemporaryDirectory(prefix="screenshots-", ignore_cleanup_errors=True) as folder:
        top = Path(folder)
        run([str(corpus(top / "in")), str(ROOT / "seeds")], top / "out")
        browser = Browser(program, top / "profile")
        for name, width, height, scheme, at in PICTURES:
            browser.show(width, height, scheme)
            browser.open(write_report(top / "out"))
            browser.run(OPEN.format(*at))
            picture = base64.b64decode(browser.picture())
            (ROOT / "docs" / f"{name}.webp").write_bytes(picture)
        browser.close()


if __name__ == "__main__":
    main()
