"""Import statements without the look that PySide takes at each: importing this ends it.

PySide has each of them run through functions of its own, and reads the source of every new module,
to know whether it asks for Qt's names in snake_case. Ours ask for none, and it takes a tenth of a
start.
"""

import builtins

from PySide6 import QtCore  # noqa: F401 - importing it puts PySide's own in place

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
