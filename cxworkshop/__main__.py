"""`python -m cxworkshop`: the command line without the two commands that need a screen."""

from __future__ import annotations

import sys

from cxworkshop import log
from cxworkshop.cli import main

if __name__ == "__main__":
    log.watch()
    sys.exit(main())
