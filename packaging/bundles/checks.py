"""What the desktop's own tools say of a package."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bundles.icons import ID

# Each with the file it reads, below the package's root; lintian reads the package.
TOOLS = {
    "desktop-file-validate": ([], f"usr/share/applications/{ID}.desktop"),
    "appstreamcli": (["validate", "--no-net"], f"usr/share/metainfo/{ID}.metainfo.xml"),
    "xmllint": (["--noout"], f"usr/share/mime/packages/{ID}.xml"),
}


def check_package(package: Path) -> int:
    """Ask every tool that is installed, and say which are not; 1 where one finds an error."""
    wrong = False
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", str(package), folder], check=True)
        for tool, (words, file) in TOOLS.items():
            wrong |= asked([tool, *words, str(Path(folder, file))])
    wrong |= asked(["lintian", "--fail-on=error", "--tag-display-limit=0", str(package)])
    return int(wrong)


def asked(command: list[str]) -> bool:
    """Whether the tool found an error."""
    if not shutil.which(command[0]):
        print(f"not checked, for it is not installed: {command[0]}", file=sys.stderr)
        return False
    return subprocess.call(command, stdout=sys.stderr) != 0
