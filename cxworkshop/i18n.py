"""Every sentence that a person reads passes through here: gettext catalogues (.mo).

They are made from translators' .po files by packaging/messages.py. A translation that is missing,
broken or does not fit its message is left out, and the English message stands in its place: no .mo
file, however bad, stops the program.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter
from struct import error as struct_error
from typing import NamedTuple

from cxworkshop import paths
from cxworkshop.customer_word import PLACEHOLDERS, CustomerWord, customer_word, fill

if sys.platform == "win32":
    import ctypes
    from locale import windows_locale

DOMAIN = "cxworkshop"

_CODE = re.compile(r"[A-Za-z]{2,3}(_[A-Za-z0-9]+)*")
_TO_THE_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_NOUNS_HAVE_CAPITALS = {"de", "lb"}
_ASKED_FIRST = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # in the order that gettext has
# What gettext raises on files that are no .mo, or have a plural rule that is none.
_BROKEN = (OSError, ValueError, LookupError, TypeError, AttributeError, struct_error)


class _Speech(NamedTuple):
    """What is spoken now; without translations it is English."""

    language: str = "en"
    translations: GNUTranslations | None = None


_spoken: list[_Speech] = []
_on_paper: ContextVar[_Speech | None] = ContextVar("on paper", default=None)


def set_language(code: str | None) -> None:
    """Use this language from now on ("de", "pt_BR"); None asks the computer for its own."""
    _spoken[:] = [_speech(_plain(code or _computers_language()))]


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Another language inside the block, in this thread alone; "" is the one that is spoken."""
    before = _on_paper.set(_speech(_plain(code)) if code else _on_paper.get())
    try:
        yield
    finally:
        _on_paper.reset(before)


def language() -> str:
    """The code of the language in use, translated or not."""
    return _now().language


def languages() -> tuple[str, ...]:
    """The codes of English and of every language that there is a translation for."""
    found = paths.locale_folder().glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return ("en", *sorted({path.parent.parent.name for path in found} - {"en"}))


def our_way(sentence: str) -> str:
    """A sentence of ours that begins with somebody's words, marked to run as our language does."""
    ours = runs_to_the_left()
    mark = "\N{RIGHT-TO-LEFT MARK}" if ours else "\N{LEFT-TO-RIGHT MARK}"
    return sentence if runs_left(sentence) is ours else mark + sentence


def runs_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    kinds = map(unicodedata.bidirectional, text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def runs_to_the_left() -> bool:
    """Whether our own words are written from right to left."""
    return is_translated() and language().partition("_")[0] in _TO_THE_LEFT


def is_translated() -> bool:
    """Whether anything of ours is said in the language in use, or all of it in English."""
    return _now().translations is not None


def spoken() -> tuple[str, ...]:
    """What each text of ours depends on, for the key of a cache that keeps some."""
    return (language(), *customer_word())


def _(message: str) -> str:
    """The message in the person's language; itself where nobody has translated it yet.

    The team's word for a customer stands in its places already (`customer_word`).
    """
    translations = _now().translations
    if translations is None or not message:  # to "" gettext answers with the header of the file
        return _with_word(message)
    said = translations.gettext(message)
    return _with_word(said if said and fits(said, message) else message)


def ngettext(one: str, many: str, n: int) -> str:
    """The form that fits n, by the plural rule of the language in use."""
    return _with_word(_plural(one, many, n))


def _plural(one: str, many: str, n: int) -> str:
    english = one if n == 1 else many
    translations = _now().translations
    if translations is None:
        return english
    try:
        said = translations.ngettext(one, many, n)
    except ZeroDivisionError:  # a rule may have n in a divisor
        return english
    return said if said and fits(said, one, many) else english


def _with_word(said: str) -> str:
    if "ustomer" not in said or "{" not in said:  # as nearly all are
        return said
    return fill(said, in_our_language(customer_word()), in_english=not is_translated())


def in_our_language(word: CustomerWord) -> CustomerWord:
    """The word as it is said here; one that the team has made up is the same everywhere."""
    return CustomerWord(*(_plural(word.one, word.many, n) for n in (1, 2)))


def begun_small(text: str) -> str:
    """A text of ours as it stands inside a sentence."""
    return text if nouns_have_capitals() else text[:1].lower() + text[1:]


def nouns_have_capitals() -> bool:
    """Whether each noun begins with a capital in the language in use, as in German."""
    return is_translated() and language().partition("_")[0] in _NOUNS_HAVE_CAPITALS


def in_quotes(words: str) -> str:
    """Somebody's words between the quotation marks of the language in use."""
    if _now().translations is None:  # thousands of cards ask
        return f"“{words}”"
    return _("“{words}”").format(words=words)


def with_commas(words: Iterable[str]) -> str:
    """Words one after the other, with the comma of the language in use."""
    return (", " if _now().translations is None else _(", ")).join(words)


def with_dots(parts: Iterable[str]) -> str:
    """What there is of the parts, with dots between them, in the order of our language."""
    text = "  ·  ".join(filter(None, parts))
    return our_way(text) if text else ""


def with_colon(title: str, text: str) -> str:
    """What it is, and what there is of it, with the colon of the language in use."""
    return _("{title}: {text}").format(title=title, text=text)


def n_(message: str) -> str:
    """Mark a message for translation now, translate it later with `_`."""
    return message


def _now() -> _Speech:
    here = _on_paper.get()
    if here is not None:
        return here
    if not _spoken:
        set_language(None)
    return _spoken[0]


def _computers_language() -> str:
    for name in _ASKED_FIRST:
        said = os.environ.get(name, "").split(":", maxsplit=1)[0]
        if said:
            return said
    if sys.platform == "win32":
        return windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "en")
    return "en"


def _plain(code: str) -> str:
    """ "de_DE.UTF-8", "pt-BR" and "C" as the name of a folder: "de_DE", "pt_BR", "en"."""
    found = _CODE.match(code.replace("-", "_"))
    return found[0] if found else "en"


def _speech(code: str) -> _Speech:
    """The country's own file wins over the language's."""
    for name in dict.fromkeys((code, code.split("_", maxsplit=1)[0])):
        path = paths.locale_folder() / name / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if path.is_file():
            return _read(code, path)
    return _Speech(code)


def _read(code: str, path: Path) -> _Speech:
    try:
        there = path.stat()
        return _Speech(code, _translations(path, there.st_mtime_ns, there.st_size))
    except _BROKEN:
        return _Speech(code)


@lru_cache(maxsize=8)  # parsing one takes milliseconds, and one sheet may speak all languages
def _translations(path: Path, _changed: int, _size: int) -> GNUTranslations:
    with path.open("rb") as file:
        return GNUTranslations(file)


@lru_cache(maxsize=4096)
def fits(said: str, *messages: str) -> bool:
    """Whether a translation has no placeholder that the program would not fill."""
    if "{" not in said and "}" not in said:
        return True
    try:
        return _placeholders(said) - PLACEHOLDERS <= set().union(*map(_placeholders, messages))
    except ValueError:
        return False


def _placeholders(message: str) -> set[str]:
    """The names in braces; raises ValueError when a brace stands alone."""
    return {name for _text, name, *_rest in Formatter().parse(message) if name is not None}


def ordinal(n: int) -> str:
    """A place in a row: "2nd". Each language says its own; English has four endings."""
    if n % 100 not in (11, 12, 13):
        if n % 10 == 1:
            return _("{n}st").format(n=n)
        if n % 10 == 2:
            return _("{n}nd").format(n=n)
        if n % 10 == 3:
            return _("{n}rd").format(n=n)
    return _("{n}th").format(n=n)
