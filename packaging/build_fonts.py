"""Makes the fonts in resources/fonts from the variable fonts of four packages. A development tool.

Run from the checkout, with the network once:

    python -m pip download --no-deps --dest build/fonts fontpkg-noto-sans==2.15 \
        fontpkg-source-serif-4==4.4 manimgx-fonts==2026.9.26.post1 justmytype-western-core==0.1.0
    python packaging/build_fonts.py build/fonts

And for Chinese, Japanese and Korean, which are too large to ship with the program:

    python -m pip download --no-deps --dest build/fonts justmytype-intl-cjk==0.1.0
    python packaging/build_fonts.py build/fonts --east-asia FOLDER
    python packaging/build_fonts.py build/fonts --pack FOLDER

With letters after FOLDER only these are kept, as for the tests' own small fonts. With --pack they
become one file, cxworkshop-east-asia.cxwfonts, with their licence: what a person carries on a
stick and opens with the program. The same packages give the same bytes: no clock is read, and a
package that is not the pinned one is refused.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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
SYMBOLS = (
    (0x2010, 0x206F), (0x2070, 0x209F), (0x2100, 0x214F), (0x2190, 0x21FF), (0x2300, 0x23FF),
    (0x2440, 0x24FF), (0x2500, 0x25FF), (0x2600, 0x27BF), (0x2900, 0x297F), (0x2B00, 0x2BFF),
)  # fmt: skip
# Of the wheels that were used; others are refused, or the bytes would not be the same.
WHEELS = {
    "fontpkg_noto_sans": "54016cb4dfbfdd8f0cae3d71a9401a73e786a473debd12f1d79067e349c9a4a3",
    "fontpkg_source_serif_4": "6c33ac5d27b0396b0ed228e400d9c7ee4445c359ce21b3d8d9b9723e8c5c49a7",
    "manimgx_fonts": "e5e21178263ddec3eef9414d2b52a1c90ac01062d3e9067460f3359f854c3e17",
    "justmytype_western_core": "632e7ef422e73b4a0435031238e00b91553871da9e7dc88e8ba8ff53b72c8e7e",
    "justmytype_intl_cjk": "06d9665542bfcad373716bb80583aa2d9bb2086a054fe11f706b9bd41e03f256",
}
FEATURES = ("kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum", "lnum")
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
    ranges: tuple[tuple[int, int], ...] = ()  # none: all that the source has
    features: tuple[str, ...] = ("*",)

    @property
    def italic(self) -> bool:
        return "Italic" in self.style

    @property
    def postscript_name(self) -> str:
        return f"{self.family}-{self.style}".replace(" ", "")


NOTO = "fontpkg_noto_sans/files/NotoSans[wdth,wght].ttf"
SERIF = "fontpkg_source_serif_4/files/SourceSerif4-Italic[opsz,wght].ttf"
SYMBOLS_2 = "justmytype_western_core/fonts/ofl/notosanssymbols2/NotoSansSymbols2-Regular.ttf"
# The first line names one font's makers; `main` writes those of all fonts in its place.
LICENCES = ("fontpkg_noto_sans/LICENSE", "justmytype_intl_cjk/fonts/ofl/notosansjp/OFL.txt")
PACK = "cxworkshop-east-asia.cxwfonts"
PACKED_ON = (2026, 1, 1, 0, 0, 0)
SCRIPTS = (
    "Arabic", "Armenian", "Bengali", "Devanagari", "Georgian", "Hebrew", "Tamil", "Thai",
)  # fmt: skip
EAST_ASIA = {"JP": "Japanese", "KR": "Korean", "SC": "Chinese", "TC": "Traditional Chinese"}


def ours() -> Iterator[Instance]:
    """Our own words in three weights and customers' in italics; what helps out in two weights."""
    for style, weight in (("Regular", 400), ("SemiBold", 600), ("ExtraBold", 800)):
        axes = {"wght": float(weight), "wdth": 100.0}
        yield Instance(NOTO, axes, "CXW Sans", style, weight, RANGES, FEATURES)
    axes = {"wght": 400.0, "opsz": 14.0}
    yield Instance(SERIF, axes, "CXW Serif", "Italic", 400, RANGES, FEATURES)
    for script in SCRIPTS:
        source = f"manimgx_fonts/NotoSans{script}[wght].ttf"
        yield Instance(source, {"wght": 400}, f"CXW {script}", "Regular", 400)
        yield Instance(source, {"wght": 700}, f"CXW {script}", "Bold", 700)
    source = "manimgx_fonts/NotoSansSymbols[wght].ttf"
    yield Instance(source, {"wght": 400}, "CXW Symbols", "Regular", 400, SYMBOLS)
    yield Instance(SYMBOLS_2, {}, "CXW Symbols 2", "Regular", 400, SYMBOLS)
    yield Instance("manimgx_fonts/NotoEmoji[wght].ttf", {"wght": 400}, "CXW Emoji", "Regular", 400)


def east_asian(letters: str) -> Iterator[Instance]:
    """One weight each: bold ones would double them. No letters named is all of them."""
    ranges = tuple((ord(letter), ord(letter)) for letter in sorted(set(letters)))
    for code in EAST_ASIA:
        source = f"justmytype_intl_cjk/fonts/ofl/notosans{code.lower()}/NotoSans{code}[wght].ttf"
        yield Instance(source, {"wght": 400}, f"CXW {code}", "Regular", 400, ranges)


def main(folder: Path, target: Path, instances: Iterable[Instance]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    packed = unpacked(folder)
    copyrights: dict[str, None] = {}
    for instance in instances:
        path = target / f"{instance.postscript_name}.ttf"
        font = built(instance, packed[instance.source])
        copyrights[font["name"].getDebugName(0)] = None
        font.save(path, reorderTables=True)
        print(f"{path.name}: {path.stat().st_size / 1e3:.0f} kB")
    licence = next(packed[name] for name in LICENCES if name in packed).decode("utf-8")
    words = licence.replace("\r\n", "\n").split("\n", maxsplit=1)[1].lstrip()
    (target / "OFL.txt").write_text("\n".join([*copyrights, "", words]), encoding="utf-8")


def pack(folder: Path, target: Path) -> Path:
    """Put the fonts of East Asia into one file; the same packages make the same bytes."""
    target.mkdir(parents=True, exist_ok=True)
    written = target / PACK
    with tempfile.TemporaryDirectory() as scratch, ZipFile(written, "w") as packed:
        main(folder, Path(scratch), east_asian(""))
        for path in sorted(Path(scratch).iterdir()):
            entry = ZipInfo(path.name, PACKED_ON)
            entry.compress_type = ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes(), compresslevel=9)
    print(f"{written.name}: {written.stat().st_size / 1e6:.1f} MB")
    return written


def unpacked(folder: Path) -> dict[str, bytes]:
    """Everything inside the wheels of a folder, by its path."""
    files: dict[str, bytes] = {}
    for name, pinned in WHEELS.items():
        for wheel in folder.glob(f"{name}-*.whl"):
            if sha256(wheel.read_bytes()).hexdigest() != pinned:
                sys.exit(f"{wheel.name} is not the one that these fonts are made from.")
            with ZipFile(wheel) as zipped:
                files |= {name: zipped.read(name) for name in zipped.namelist()}
    return files


def built(instance: Instance, source: bytes) -> TTFont:
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    if instance.axes:
        font = instantiateVariableFont(font, instance.axes, inplace=True)
    cut(font, instance)
    rename(font, instance)
    for table in DROPPED_TABLES:
        if table in font:
            del font[table]
    font["head"].created = font["head"].modified = BUILT
    return font


def cut(font: TTFont, instance: Instance) -> None:
    """Only what we print, with the kerning, ligatures and marks that belong to it."""
    options = Options(
        layout_features=list(instance.features), hinting=False, notdef_outline=True,
        glyph_names=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], name_legacy=False,
    )  # fmt: skip
    subsetter = Subsetter(options)
    ranges = instance.ranges or [(code, code) for code in font.getBestCmap()]
    subsetter.populate(unicodes=[code for a, z in ranges for code in range(a, z + 1)])
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
    match sys.argv[1:]:
        case [folder]:
            main(Path(folder), TARGET, ours())
        case [folder, "--pack", target]:
            pack(Path(folder), Path(target))
        case [folder, "--east-asia", target, *letters]:
            main(Path(folder), Path(target), east_asian("".join(letters)))
        case _:
            sys.exit(__doc__)
