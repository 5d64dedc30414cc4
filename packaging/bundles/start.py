"""Start the program: what PyInstaller runs first."""

import gc
import os
import sys

gc.disable()  # what is imported now is kept: to look through it takes 5 ms of a start

# PyInstaller sets it for this process, which has read it by now. The browser and the PDF viewer
# that it starts must find their own libraries.
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before

from bundles.startup_cache import use  # noqa: E402

use(getattr(sys, "_MEIPASS", ""))  # PyInstaller says where it has unpacked the rest

from ui.__main__ import start  # noqa: E402

gc.freeze()
gc.enable()
sys.exit(start())
