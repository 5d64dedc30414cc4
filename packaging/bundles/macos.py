"""What macOS is told of the program; packaging/cxworkshop.spec asks, on a Mac."""

from __future__ import annotations

import plistlib
from typing import Any

from bundles.release import SOURCES

MACOS = SOURCES / "macos"
ENTITLEMENTS = MACOS / "entitlements.plist"
ID = "org.cxworkshop.CXWorkshop"
ICONS = ("cxworkshop", "workshop-file")  # of the program, and of its files


def info(version: str) -> dict[str, Any]:
    """What stands in Info.plist, beside what PyInstaller writes there."""
    text = (MACOS / "Info.plist").read_text(encoding="utf-8").replace("@VERSION@", version)
    found: dict[str, Any] = plistlib.loads(text.encode())
    return found
