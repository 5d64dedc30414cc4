"""Start CX Workshop by the Python that lies beside it."""

import os
import sys
from pathlib import Path

from ui.__main__ import start

portable = Path(__file__).with_name("portable")
if portable.is_dir():
    os.environ.setdefault("CXW_PORTABLE", str(portable))
sys.exit(start())
