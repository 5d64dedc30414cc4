"""Start the program: what PyInstaller runs first."""

import os
import sys

# PyInstaller sets it for this process, which has read it by now. The browser and the PDF viewer
# that it starts must find their own libraries.
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before

from bundles.startup_cache import use  # noqa: E402

use(getattr(sys, "_MEIPASS", ""))  # PyInstaller says where it has unpacked the rest

from ui.__main__ import start  # noqa: E402

sys.exit(start())
