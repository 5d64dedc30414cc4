"""The `cxworkshop` script: the core's commands, and what needs a screen once there is one."""

from __future__ import annotations

import sys

from cxworkshop.cli import main

if __name__ == "__main__":
    sys.exit(main())
