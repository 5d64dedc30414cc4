"""Render qt-material's template in our colours, once, when the program is built.

    python packaging/build_theme.py [folder]

Writes into resources/theme (or the folder): light.qss and dark.qss, the icons that they name, and
qt-material's licence. The program only reads these; it never renders and never needs qt-material,
whose `apply_stylesheet` costs more than the window and writes into the user's home at every start.

The template dresses every widget as Material does: capitals, two-pixel borders, fixed heights. Here
it dresses what a desktop program has and nobody here draws: menus, drop-downs, calendars, scroll
bars, tool tips, trees and their headers, ticks. All else is drawn by `ui` or said in desk.qss,
which is read after it and wins.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ui.theme.tokens import DARK, LIGHT, Tokens  # noqa: E402

THEME = ROOT / "resources" / "theme"
LOOKS = {"light": LIGHT, "dark": DARK}

# What the program has of Qt's own. A rule for anything else would only be read and never used.
WANTED = {
    "QCalendarWidget", "QCheckBox", "QComboBox", "QDateEdit", "QHeaderView", "QListView",
    "QMenu", "QScrollBar", "QToolTip", "QTreeView",
}  # fmt: skip
# Kept away from what is kept:
UNWANTED = {
    "height": "a fixed height cuts larger text",
    "line-height": "Qt's style sheets know no such thing",
    "text-transform": "capitals are harder to read, and many scripts have none",
    "letter-spacing": "the same",
    "font-family": "`Look.font` gives our own",
    "border-radius": "ours are others, in desk.qss",
    "font-size": "it follows the size of text that somebody chose, in desk.qss",
}
UNUSED = (
    ":focus",  # drawn by ui.theme.focus, the same for everything
    ":disabled",  # a fifth of the ink can't be read: desk.qss says grey
    ".", "[",  # Material's own kinds of buttons and frames
    "QListView::indicator", "QComboBox::indicator", "indeterminate",  # nothing here has them
)  # fmt: skip
# What the template asks about the computer; the theme is the same on all of them.
SAME_EVERYWHERE = {
    "pyside6": True, "pyqt6": False, "linux": True, "windows": False, "darwin": False,
}  # fmt: skip
RULE = re.compile(r"(?P<selectors>[^{}]+)\{(?P<body>[^{}]*)\}")
ICON = re.compile(r"url\(icon:/(?P<folder>\w+)/(?P<name>[\w-]+\.svg)\)")


def build(folder: Path) -> None:
    """Write both looks and what they need."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, tokens in LOOKS.items():
        with tempfile.TemporaryDirectory() as scratch:
            sheet = rendered(tokens, Path(scratch))
            icons = folder / name
            shutil.rmtree(icons, ignore_errors=True)
            icons.mkdir()
            for source, target in wanted_icons(sheet, Path(scratch) / "icons"):
                (icons / target).write_bytes(plain(source))
        # Material's tick is a hole in a filled square; on paper, and so here, the tick is seen.
        tick = (ROOT / "resources" / "icons" / "check.svg").read_text(encoding="utf-8")
        (icons / "tick.svg").write_text(tick.replace("currentColor", tokens.accent), "utf-8")
        sheet = ICON.sub(rf"url(theme:{name}/\g<folder>-\g<name>)", sheet)
        (folder / f"{name}.qss").write_text(sheet, encoding="utf-8", newline="\n")
    (folder / "LICENSE-qt-material").write_text(licence(), encoding="utf-8", newline="\n")


def rendered(tokens: Tokens, scratch: Path) -> str:
    """The rules of qt-material that we want, in our colours."""
    import qt_material  # type: ignore[import-untyped]  # it has no types

    qt_material.GUI = False  # else it wants a running program and changes its palette
    theme = scratch / "theme.xml"
    theme.write_text(colours(tokens), encoding="utf-8")
    sheet = qt_material.build_stylesheet(
        theme=str(theme),
        extra={"font_family": "CXW Sans", "density_scale": "0"} | SAME_EVERYWHERE,
        parent=str(scratch / "icons"),
        export=True,
    )
    return "\n".join(rules(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))) + "\n"


def colours(tokens: Tokens) -> str:
    """qt-material's seven names for colours, as our tokens."""
    pairs = {
        "primaryColor": tokens.accent,
        "primaryLightColor": tokens.tint,
        "secondaryColor": tokens.canvas,
        "secondaryLightColor": tokens.line,
        "secondaryDarkColor": tokens.panel,
        "primaryTextColor": tokens.ink,
        "secondaryTextColor": tokens.ink,
    }
    lines = "".join(
        f'<color name="{name}">{value.lower()}</color>' for name, value in pairs.items()
    )
    return f'<!--?xml version="1.0" encoding="UTF-8"?--><resources>{lines}</resources>'


def rules(sheet: str) -> Iterator[str]:
    """Each rule with a selector and a property that we want, one on a line."""
    for rule in RULE.finditer(sheet):
        selectors = [" ".join(one.split()) for one in rule["selectors"].split(",")]
        body = [" ".join(one.split()) for one in rule["body"].split(";") if one.strip()]
        ours = [selector for selector in selectors if is_wanted(selector)]
        said = [line for line in body if line.split(":")[0].strip() not in UNWANTED]
        if ours and said:
            yield f"{', '.join(ours)} {{ {'; '.join(said)} }}"


def is_wanted(selector: str) -> bool:
    """Whether a rule is for something that the program has; focus is drawn by `ui.theme.focus`."""
    last = selector.split()[-1]
    kind = re.split(r"\W", last)[0]
    return kind in WANTED and not any(part in last for part in UNUSED)


def wanted_icons(sheet: str, folder: Path) -> Iterator[tuple[Path, str]]:
    """The icons that a sheet names, and what they are called with us."""
    for icon in sorted({(found["folder"], found["name"]) for found in ICON.finditer(sheet)}):
        yield folder.joinpath(*icon), "-".join(icon)


def plain(icon: Path) -> bytes:
    """An icon without the drawing program's remarks, its lines ended alike everywhere."""
    return icon.read_bytes().replace(b"\r\n", b"\n")


def licence() -> str:
    """qt-material's own, which goes with what is made of it."""
    files = metadata.files("qt-material") or []
    found = next(file for file in files if file.name.startswith("LICENSE"))
    return found.read_text(encoding="utf-8").replace("\r\n", "\n")


def main(arguments: list[str]) -> int:
    build(Path(arguments[0]) if arguments else THEME)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
