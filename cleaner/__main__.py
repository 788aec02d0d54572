"""Let `python -m cleaner` be the command `clean`."""

import sys

from cleaner.cli import main

if __name__ == "__main__":
    sys.exit(main())
