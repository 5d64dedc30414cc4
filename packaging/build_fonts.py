"""Makes the fonts in resources/fonts from the variable fonts of two packages. A development tool.

Run from the checkout, with the network once:

    python -m pip download --no-deps --dest build/fonts fontpkg-noto-sans==2.15 \
        fontpkg-source-serif-4==4.4
    python packaging/build_fonts.py build/fonts

The same packages give the same bytes: no clock is read.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).resolve().parents[1] / "resources" / "fonts"

# Latin with its marks, Greek, Cyrillic, punctuation, currencies, letterlike signs, arrows, shapes.
RANGES = (
    (0x0020, 0x007E), (0x00A0, 0x036F), (0x0370, 0x03FF), (0x0400, 0x052F), (0x1C80, 0x1C8F),
    (0x1D00, 0x1DFF), (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20CF),
    (0x20D0, 0x20F0), (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF),
    (0x2600, 0x27BF), (0x2C60, 0x2C7F), (0x2DE0, 0x2DFF), (0x2E00, 0x2E5D), (0xA640, 0xA69F),
    (0xA720, 0xA7FF), (0xAB30, 0xAB6F), (0xFB00, 0xFB06), (0xFE20, 0xFE2F), (0xFFFC, 0xFFFD),
)  # fmt: skip
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum", "lnum"]
DROPPED_TABLES = ("STAT", "avar", "fvar", "gvar", "HVAR", "MVAR", "DSIG")
BUILT = 3_850_000_000  # seconds since 1904: a fixed moment keeps the bytes the same


@dataclass(frozen=True)
class Instance:
    """One static font: where it comes from, the place on its axes, and the name we give it."""

    source: str
    axes: dict[str, float]
    family: str
    style: str
    weight: int

    @property
    def italic(self) -> bool:
        return "Italic" in self.style

    @property
    def postscript_name(self) -> str:
        return f"{self.family}-{self.style}".replace(" ", "")


NOTO = "fontpkg_noto_sans/files/NotoSans[wdth,wght].ttf"
SERIF = "fontpkg_source_serif_4/files/SourceSerif4-Italic[opsz,wght].ttf"
INSTANCES = (
    Instance(NOTO, {"wght": 400, "wdth": 100}, "CXW Sans", "Regular", 400),
    Instance(NOTO, {"wght": 600, "wdth": 100}, "CXW Sans", "SemiBold", 600),
    Instance(NOTO, {"wght": 800, "wdth": 100}, "CXW Sans", "ExtraBold", 800),
    Instance(SERIF, {"wght": 400, "opsz": 14}, "CXW Serif", "Italic", 400),
)


def main(folder: str) -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    packed = unpacked(Path(folder))
    for instance in INSTANCES:
        path = TARGET / f"{instance.postscript_name}.ttf"
        built(instance, packed[instance.source]).save(path, reorderTables=True)
        print(f"{path.name}: {path.stat().st_size / 1e3:.0f} kB")
    licences = [packed[f"{source.split('/', maxsplit=1)[0]}/LICENSE"] for source in (NOTO, SERIF)]
    (TARGET / "OFL.txt").write_text(joined(licences), encoding="utf-8")


def unpacked(folder: Path) -> dict[str, bytes]:
    """Everything inside the wheels of a folder, by its path."""
    files: dict[str, bytes] = {}
    for wheel in sorted(folder.glob("fontpkg_*.whl")):
        with ZipFile(wheel) as zipped:
            files |= {name: zipped.read(name) for name in zipped.namelist()}
    return files


def joined(licences: list[bytes]) -> str:
    """Both copyright lines, then the licence they share once."""
    texts = [licence.decode("utf-8").replace("\r\n", "\n") for licence in licences]
    copyrights = [text.splitlines()[0] for text in texts]
    return "\n".join(copyrights) + "\n\n" + texts[0].split("\n", maxsplit=1)[1].lstrip()


def built(instance: Instance, source: bytes) -> TTFont:
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    font = instantiateVariableFont(font, instance.axes, inplace=True)
    cut(font)
    rename(font, instance)
    for table in DROPPED_TABLES:
        if table in font:
            del font[table]
    font["head"].created = font["head"].modified = BUILT
    return font


def cut(font: TTFont) -> None:
    """Only the scripts we print, with the kerning, ligatures and marks that belong to them."""
    options = Options(
        layout_features=FEATURES, hinting=False, notdef_outline=True, glyph_names=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], name_legacy=False,
    )  # fmt: skip
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for a, z in RANGES for code in range(a, z + 1)])
    subsetter.subset(font)


def rename(font: TTFont, instance: Instance) -> None:
    """Our own names, so that a font installed under the old one is never taken for ours."""
    plain = instance.weight == 400
    family = instance.family if plain else f"{instance.family} {instance.style}"
    style = ("Italic" if instance.italic else "Regular") if plain else "Regular"
    texts = {1: family, 2: style, 3: f"1.0;CXW;{instance.postscript_name}",
             4: f"{instance.family} {instance.style}", 6: instance.postscript_name,
             16: instance.family, 17: instance.style}  # fmt: skip
    names = font["name"]
    for number in (*texts, 7, 8, 9, 10, 11, 12, 21, 22, 25):
        names.removeNames(nameID=number)
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)
    mark_style(font, instance)


def mark_style(font: TTFont, instance: Instance) -> None:
    os2 = font["OS/2"]
    os2.usWeightClass = instance.weight
    os2.fsSelection = (os2.fsSelection & ~0x61) | (0x01 if instance.italic else 0x40)
    font["head"].macStyle = 2 if instance.italic else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
