"""Start the program: what PyInstaller runs first."""

import sys

from ui.__main__ import start

sys.exit(start())
