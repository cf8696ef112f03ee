"""Run the command line: `python -m dateline brief page.txt`."""

from __future__ import annotations

import sys

from dateline.cli import main

if __name__ == "__main__":
    sys.exit(main())
