"""Collect every message that a person reads, and compile what translators made of them.

    python packaging/messages.py [FILE.pot]          the template, then every translation
    python packaging/messages.py compile [FOLDER]    the translations alone
    python packaging/messages.py missing [CODE ...]  what each language, or these, has not said yet

The template is resources/locale/cxworkshop.pot: from the code, what stands in _(), n_() and
ngettext(); from resources/catalogue, every text. It has no dates and no line numbers, so that it
changes when a message does. A translation is DE/LC_MESSAGES/cxworkshop.po, for example; the .mo
beside it is what the program reads. Set CXW_LOCALE to another FOLDER to try one out. Needs Babel
and polib.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from gettext import c2py
from io import BytesIO
from pathlib import Path
from typing import Any

import polib
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cxworkshop.customer_word import PRESETS  # noqa: E402 - of this checkout
from cxworkshop.i18n import fits  # noqa: E402

LOCALE = ROOT / "resources" / "locale"
TEMPLATE = LOCALE / "cxworkshop.pot"
PLURALS = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+)")
# What polib raises on files that are no .po.
UNREADABLE = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
KEYWORDS = {"_": None, "n_": None, "ngettext": (1, 2)}
NAMES = frozenset({"key", "stop"})  # strings of the decks that no person reads
# Lines of the header that change by themselves or say nothing.
UNSTEADY = tuple(
    b'"' + name
    for name in (
        b"POT-Creation-Date",
        b"PO-Revision-Date",
        b"Generated-By",
        b"Last-Translator",
        b"Language-Team",
        b"Report-Msgid-Bugs-To",
    )
)


def template() -> bytes:
    """The whole .pot, the same bytes for the same messages."""
    catalogue = Catalog(
        project="cxworkshop",
        version="messages",
        header_comment="""# What CX Workshop says, for translators. Keep what stands in {braces}.
# {customer}, {customers}, {a_customer}, {customer_s}, {customers_s}, and each with a capital, are
# the team's own word: use those that your language can, or say it without them.""",
        fuzzy=False,
    )
    for file, message in sorted(messages(), key=lambda found: found[0]):
        catalogue.add(message, locations=[(file, 0)])
    written = BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False, sort_by_file=True)
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(UNSTEADY))


def messages() -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Each message with the file it stands in; a plural is a pair."""
    for package in ("cxworkshop", "ui"):
        for file, _line, message, _comments, _context in extract_from_dir(
            ROOT / package, keywords=KEYWORDS, method_map=[("**.py", "python")]
        ):
            yield f"{package}/{Path(file).as_posix()}", message
    for word in PRESETS:
        yield "cxworkshop/customer_word.py", tuple(word)
    for deck in (ROOT / "resources" / "catalogue").glob("*.toml"):
        for text in texts(tomllib.loads(deck.read_text(encoding="utf-8"))):
            yield deck.relative_to(ROOT).as_posix(), text


def texts(part: Any) -> Iterator[str]:
    """Every text of a deck, however deep it stands."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for each in part:
            yield from texts(each)
    elif isinstance(part, dict):
        for name, each in part.items():
            if not (name in NAMES and isinstance(each, str)):
                yield from texts(each)


def compile_all(folder: Path) -> list[str]:
    """Write a .mo beside each .po in the folder; what was wrong with them, one line each."""
    found = []
    for path in sorted(folder.glob("*/LC_MESSAGES/cxworkshop.po")):
        try:
            data, wrong = compiled(polib.pofile(str(path)))
        except UNREADABLE as why:
            data, wrong = b"", [f"it can't be read: {why}"]
        target = path.with_suffix(".mo")
        if data:
            target.write_bytes(data)
        else:
            target.unlink(missing_ok=True)
        found += [f"{path.relative_to(folder).as_posix()}: {words}" for words in wrong]
    return found


def compiled(po: polib.POFile) -> tuple[bytes, list[str]]:
    """The bytes of a .mo, none when nothing is translated; and what had to be left out."""
    unfit = [entry for entry in po.translated_entries() if not is_fit(entry)]
    for entry in unfit:
        po.remove(entry)
    wrong = [f"left out, for its {{placeholders}}: {entry.msgid!r}" for entry in unfit]
    rule = po.metadata.get("Plural-Forms", "")
    if rule and not is_plural_rule(rule):
        wrong.append(f"this is no rule for plurals: {rule!r}")
        po.metadata["Plural-Forms"] = "nplurals=2; plural=(n != 1);"
    po.encoding = "utf-8"
    po.metadata["Content-Type"] = "text/plain; charset=UTF-8"
    return (po.to_binary() if po.translated_entries() else b""), wrong


def is_fit(entry: polib.POEntry) -> bool:
    """Whether each form asks for nothing but what the program has."""
    forms = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
    return all(fits(form, entry.msgid, entry.msgid_plural) for form in forms)


def is_plural_rule(rule: str) -> bool:
    """Whether it gives one of the forms that there are, for each number."""
    found = PLURALS.search(rule)
    if not found:
        return False
    try:
        form, forms = c2py(found[2].strip()), range(int(found[1]))
        return all(form(n) in forms for n in range(1000))
    except (ValueError, ZeroDivisionError):
        return False


def tell_missing(codes: list[str]) -> int:
    """Print what each language lacks; 1 where any lacks something, or is not there."""
    wanted = {(one.msgid, one.msgid_plural) for one in polib.pofile(template().decode())}
    found = sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/cxworkshop.po"))
    lacks = False
    for code in codes or found:
        if code not in found:
            print(f"{code}: there is no {code}/LC_MESSAGES/cxworkshop.po", file=sys.stderr)
            lacks = True
            continue
        po = polib.pofile(str(LOCALE / code / "LC_MESSAGES" / "cxworkshop.po"))
        gaps = wanted - {(one.msgid, one.msgid_plural) for one in po.translated_entries()}
        print(f"{code}: {len(gaps)} of {len(wanted)} missing")
        for message, _many in sorted(gaps):
            print(f"  {message!r}")
        lacks = lacks or bool(gaps)
    return int(lacks)


def main(words: list[str]) -> int:
    """Write the template where it belongs, or to another file; then compile the translations."""
    if words[:1] == ["missing"]:
        return tell_missing(words[1:])
    folder = LOCALE
    if words[:1] == ["compile"]:
        folder = Path(words[1]) if words[1:] else LOCALE
    else:
        target = Path(words[0]) if words else TEMPLATE
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(template())
    wrong = compile_all(folder)
    for line in wrong:
        print(line, file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
