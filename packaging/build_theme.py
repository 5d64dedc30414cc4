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

import os
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET
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
    "QMenu", "QRadioButton", "QScrollBar", "QToolTip", "QTreeView",
}  # fmt: skip
# More exact than a rule of ours for every menu, and so the stronger of the two.
STRONGER = ("QCalendarWidget QMenu",)
CALENDARS_OWN = "#qt_calendar_"  # its arrows to the next month; Qt's own are black on dark, too
# Kept away from what is kept:
UNWANTED = {
    "height": "a fixed height cuts larger text",
    "line-height": "Qt's style sheets know no such thing",
    "text-transform": "capitals are harder to read, and many scripts have none",
    "letter-spacing": "the same",
    "border-image": "lines between the branches of a tree, which has no others",
    "font-family": "`Theme.font` gives our own",
    "border-radius": "ours are others, in desk.qss",
    "font-size": "it follows the size of text that somebody chose, in desk.qss",
}
# Of whole widgets, not of their parts: the palette gives ink, and a colour said in a style sheet
# would pale the hint of an empty field as well.
UNWANTED_OF_WHOLES = {"color"}
UNUSED = (
    ":focus",  # drawn by ui.theme.focus, the same for everything
    ":disabled",  # a fifth of the ink can't be read: desk.qss says grey
    ".", "[",  # Material's own kinds of buttons and frames
    "QListView::indicator", "QComboBox::indicator", "indeterminate",  # nothing here has them
    "QComboBox::item",  # its border makes each line of a drop-down higher than the screen
    "checked:selected", "right-arrow:selected",  # meant for a ground of accent; ours is tint
)  # fmt: skip
# What the template asks about the computer; the theme is the same on all of them.
SAME_EVERYWHERE = {
    "pyside6": True, "pyqt6": False, "linux": True, "windows": False, "darwin": False,
}  # fmt: skip
RULE = re.compile(r"(?P<selectors>[^{}]+)\{(?P<body>[^{}]*)\}")
GREY = "#707070"  # the template's own, for arrows in fields, whatever the theme
DRAWN = {"svg", "g", "path", "rect", "circle"}  # all else in an icon is of the drawing program
GUIDES = "g847"  # the drawing program's help lines; the icons would be drawn with them, too
ICON = re.compile(r"url\(icon:/(?P<folder>\w+)/(?P<name>[\w-]+\.svg)\)")


def build(folder: Path) -> None:
    """Write both looks and what they need."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, tokens in LOOKS.items():
        with tempfile.TemporaryDirectory() as scratch:
            sheet = rendered(tokens, Path(scratch).resolve())
            icons = folder / name
            shutil.rmtree(icons, ignore_errors=True)
            icons.mkdir()
            for source, target in wanted_icons(sheet, Path(scratch) / "icons"):
                (icons / target).write_bytes(plain(source, tokens))
        # Material's tick is a hole in a filled square; on paper, and so here, the tick is seen.
        tick = (ROOT / "resources" / "icons" / "check.svg").read_text(encoding="utf-8")
        write(icons / "tick.svg", tick.replace("currentColor", tokens.accent))
        write(folder / f"{name}.qss", ICON.sub(rf"url(theme:{name}/\g<folder>-\g<name>)", sheet))
    write(folder / "LICENSE-qt-material", licence())


def write(path: Path, text: str) -> None:
    """Lines end alike on every computer."""
    path.write_text(text, encoding="utf-8", newline="\n")


def rendered(tokens: Tokens, scratch: Path) -> str:
    """The rules of qt-material that we want, in our colours."""
    import qt_material  # type: ignore[import-untyped]  # it has no types

    qt_material.GUI = False  # else it wants a running program and changes its palette
    theme = scratch / "theme.xml"
    theme.write_text(colours(tokens), encoding="utf-8")
    environment = dict(os.environ)  # it leaves its colours there
    sheet = qt_material.build_stylesheet(
        theme=str(theme),
        extra={"font_family": "CXW Sans", "density_scale": "0"} | SAME_EVERYWHERE,
        parent=str(scratch / "icons"),
        export=True,
    )
    for name in os.environ.keys() - environment.keys():
        del os.environ[name]
    return "\n".join(rules(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))) + "\n"


def colours(tokens: Tokens) -> str:
    """qt-material's seven names for colours, as our tokens."""
    pairs = {
        "primaryColor": tokens.accent,
        "primaryLightColor": tokens.tint,
        "secondaryColor": tokens.canvas,
        "secondaryLightColor": tokens.panel,
        "secondaryDarkColor": tokens.sunken,
        "primaryTextColor": tokens.on_accent,
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
        whole = any("::" not in selector for selector in ours)
        unwanted = UNWANTED.keys() | (UNWANTED_OF_WHOLES if whole else set())
        said = [line for line in body if line.split(":")[0].strip() not in unwanted]
        if ours and said:
            yield f"{', '.join(ours)} {{ {'; '.join(said)} }}"


def is_wanted(selector: str) -> bool:
    """Whether a rule is for something that the program has; focus is drawn by `ui.theme.focus`."""
    last = selector.split()[-1]
    kind = re.split(r"\W", last)[0]
    if last.startswith(CALENDARS_OWN):
        return True
    if selector.startswith(STRONGER):
        return False
    return kind in WANTED and not any(part in last for part in UNUSED)


def wanted_icons(sheet: str, folder: Path) -> Iterator[tuple[Path, str]]:
    """The icons that a sheet names, and what they are called with us."""
    for icon in sorted({(found["folder"], found["name"]) for found in ICON.finditer(sheet)}):
        yield folder.joinpath(*icon), "-".join(icon)


def plain(icon: Path, tokens: Tokens) -> bytes:
    """Only what an icon draws: no remarks of the drawing program, nor where its maker kept it."""
    root = ET.fromstring(icon.read_text(encoding="utf-8").replace(GREY, tokens.grey.lower()))
    space = root.tag.partition("}")[0] + "}"
    ET.register_namespace("", space.strip("{}"))
    strip(root, space)
    drawing: bytes = ET.tostring(root, encoding="utf-8")
    return drawing + b"\n"


def strip(element: ET.Element, space: str) -> None:
    """Take out of an element what is not drawn, and of what is inside it; `space` is SVG's own."""
    for name in list(element.attrib):
        if name == "id" or name.startswith("{"):
            del element.attrib[name]
    element.text = element.tail = None
    for inside in list(element):
        drawn = inside.tag.removeprefix(space) in DRAWN
        if drawn and inside.get("id") != GUIDES:
            strip(inside, space)
        else:
            element.remove(inside)


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
