"""Make the guide for facilitators: pages that a browser opens from a folder, without a network.

    python packaging/build_guide.py [FOLDER] [--translations FOLDER]
    python packaging/build_guide.py --messages

FOLDER is build/guide unless named: the English pages, and in a folder of its code each language
that docs/guide/locale has a translation for. A warning of Sphinx, a link that leads nowhere, and a
page that would load anything from a network end it with 1.

--messages writes docs/guide/locale/guide.pot, which translators begin with, and brings what has
been translated up to date with it. Needs the group "docs".
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from filecmp import cmpfiles
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cxworkshop.compat import override  # noqa: E402 - of this checkout

SOURCE = ROOT / "docs" / "guide"
BUILT = ROOT / "build" / "guide"
LOCALE = SOURCE / "locale"
DOMAIN = "guide"
WIDTH = 100  # of the lines of translations
# An address that a style sheet loads, which is no data of its own.
LOADED_BY_CSS = re.compile(r"(?:url\(|@import)\s*['\"]?(?!data:)(\w+:[^'\")]+)")
# What Sphinx writes for itself.
PICTURES = "_images"  # where it puts what pages show
NOT_FOR_READERS = (".buildinfo", "objects.inv")


def main(words: list[str]) -> int:
    """Make the pages, or the messages; the answer is the exit code."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("folder", nargs="?", type=Path, default=BUILT)
    asked.add_argument("--translations", type=Path, default=LOCALE)
    asked.add_argument("--messages", action="store_true")
    given = asked.parse_args(words)
    if given.messages:
        return collect_messages()
    folder = given.folder.resolve()
    if not is_free(folder):
        print(f"{folder} holds other things than a guide.", file=sys.stderr)
        return 2
    shutil.rmtree(folder, ignore_errors=True)
    return build_guide(folder, given.translations.resolve())


def is_free(folder: Path) -> bool:
    """Whether the guide may take the place of what is there: nothing, or an older guide."""
    is_guide = (folder / "_static" / "guide.css").is_file()
    return is_guide or not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def build_guide(folder: Path, translations: Path = LOCALE) -> int:
    """Write the pages in every language, and look at their links; the answer is the exit code."""
    code = sphinx("html", folder, "en", translations)
    for language in languages(translations):
        code = code or sphinx("html", folder / language, language, translations)
        share_pictures(folder / language)
    wrong = [] if code else list(wrong_links(folder))
    for line in wrong:
        print(line, file=sys.stderr)
    return code or int(bool(wrong))


def share_pictures(pages: Path) -> None:
    """Let the pages of a language show the English pages' pictures, where theirs are the same."""
    theirs, shared = pages / PICTURES, pages.parent / PICTURES
    names = [path.name for path in theirs.glob("*")]
    _same, different, lacking = cmpfiles(theirs, shared, names, shallow=False)
    if different or lacking:
        return
    shutil.rmtree(theirs, ignore_errors=True)
    for path in pages.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        found = re.sub(rf'(?<= src=")([./]*)(?={PICTURES}/)', r"\1../", text)
        path.write_text(found, encoding="utf-8")


def languages(translations: Path) -> list[str]:
    """The codes of the languages that the guide, or some of it, was translated into."""
    found = translations.glob(f"*/LC_MESSAGES/{DOMAIN}.po")
    return sorted(path.parent.parent.name for path in found)


def sphinx(builder: str, target: Path, language: str, translations: Path = LOCALE) -> int:
    """Let Sphinx build; a warning counts as an error.

    In a process of its own: Sphinx goes on speaking the first language that it was asked for.
    """
    with tempfile.TemporaryDirectory() as scratch:
        lent = Path(scratch, "locale")  # Sphinx writes a .mo beside each .po
        if translations.is_dir():
            shutil.copytree(translations, lent)
        words = ["-q", "-W", "--keep-going", "-b", builder, "-d", str(Path(scratch, "trees"))]
        settings = (f"language={language}", f"locale_dirs={lent}")
        words += [word for setting in settings for word in ("-D", setting)]
        words += [str(SOURCE), str(target)]
        code = subprocess.call([sys.executable, "-m", "sphinx", *words])
    for name in NOT_FOR_READERS:
        (target / name).unlink(missing_ok=True)
    shutil.rmtree(target / "_sources", ignore_errors=True)
    return code


def collect_messages() -> int:
    """Renew the template, and take what is new in it into each translation."""
    import polib

    with tempfile.TemporaryDirectory() as scratch:
        code = sphinx("gettext", Path(scratch), "en")
        if code:
            return code
        found = polib.pofile(str(Path(scratch, f"{DOMAIN}.pot")))
    found.metadata_is_fuzzy = False
    found.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    found.header = "What the guide says, for translators. Keep marks such as ** and {kbd}."
    LOCALE.mkdir(exist_ok=True)
    found.save(str(LOCALE / f"{DOMAIN}.pot"))
    for language in languages(LOCALE):
        path = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        translated = polib.pofile(str(path), wrapwidth=WIDTH)
        translated.merge(found)
        translated.save(str(path))
    return 0


class Page(HTMLParser):
    """What a page leads to, what it loads, and what in it can be led to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.leads: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag says."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name == "href" and tag == "a" and value:
                self.leads.append(value)
            elif name in {"href", "src"} and value:
                self.loads.append(value)


def wrong_links(folder: Path) -> Iterator[str]:
    """A line for each link that leads nowhere, and for each thing that lies on a network."""
    pages = {path.resolve(): Page(path) for path in sorted(folder.rglob("*.html"))}
    for path, page in pages.items():
        name = path.relative_to(folder.resolve()).as_posix()
        for link in (*page.leads, *page.loads):
            what = fault(link, path, pages)
            if what:
                yield f"{name} {what}: {link}"
    for path in sorted(folder.rglob("*.css")):
        for link in LOADED_BY_CSS.findall(path.read_text(encoding="utf-8")):
            yield f"{path.name} goes out of the guide: {link}"


def fault(link: str, path: Path, pages: Mapping[Path, Page]) -> str:
    """What is wrong with a link on the page at `path`; "" if nothing is."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return "goes out of the guide"
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not target.is_file():
        return "leads to what is not there"
    if parts.fragment and target in pages and parts.fragment not in pages[target].ids:
        return "leads to a place that is not there"
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
