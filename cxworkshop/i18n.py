"""Every sentence that a person reads passes through here: gettext catalogues, read by polib.

A translation that is missing, broken or does not fit its message is left out, and the English
message stands in its place: no .po file, however bad, stops the program.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from gettext import c2py
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from cxworkshop import paths

if TYPE_CHECKING:
    from polib import POEntry, POFile

if sys.platform == "win32":
    import ctypes
    from locale import windows_locale

DOMAIN = "cxworkshop"

_CODE = re.compile(r"[A-Za-z]{2,3}(_[A-Za-z0-9]+)*")
_TO_THE_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_PLURALS = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+)")
_ASKED_FIRST = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # in the order that gettext has
# What polib raises on files that are no .po, and c2py on a rule that is none.
_BROKEN = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


def _as_in_english(n: int) -> int:
    return int(n != 1)


@dataclass(frozen=True)
class _Speech:
    """What is spoken now. `form` gives the place of the plural form that fits a number."""

    language: str = "en"
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    form: Callable[[int], int] = _as_in_english


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


def our_way(sentence: str) -> str:
    """A sentence of ours that begins with somebody's words, marked to run as our language does."""
    ours = is_translated() and language().partition("_")[0] in _TO_THE_LEFT
    kinds = map(unicodedata.bidirectional, sentence)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
    mark = "\N{RIGHT-TO-LEFT MARK}" if ours else "\N{LEFT-TO-RIGHT MARK}"
    return sentence if (first != "L") is ours else mark + sentence


def is_translated() -> bool:
    """Whether anything of ours is said in the language in use, or all of it in English."""
    return bool(_now().messages)


def _(message: str) -> str:
    """The message in the person's language; itself where nobody has translated it yet."""
    return _now().messages.get(message, (message,))[0]


def ngettext(one: str, many: str, n: int) -> str:
    """The form that fits n, by the plural rule of the language in use."""
    speech = _now()
    forms = speech.messages.get(one)
    if forms is None:
        return (one, many)[_as_in_english(n)]
    return forms[min(speech.form(n), len(forms) - 1)]


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
        path = paths.locale_folder() / name / "LC_MESSAGES" / f"{DOMAIN}.po"
        if path.is_file():
            return _read(code, path)
    return _Speech(code)


def _read(code: str, path: Path) -> _Speech:
    import polib

    try:
        po = polib.pofile(str(path))
        messages = {entry.msgid: _forms(entry) for entry in po if _fits(entry)}
    except _BROKEN:
        return _Speech(code)
    return _Speech(code, messages, _plural_rule(po))


def _forms(entry: POEntry) -> tuple[str, ...]:
    return tuple(entry.msgstr_plural.values()) or (entry.msgstr,)


def _fits(entry: POEntry) -> bool:
    """Translated, and with no placeholder that the program would not fill."""
    if not entry.translated() or entry.msgctxt:
        return False
    try:
        offered = _placeholders(entry.msgid) | _placeholders(entry.msgid_plural)
        return all(_placeholders(form) <= offered for form in _forms(entry))
    except ValueError:
        return False


def _placeholders(message: str) -> set[str]:
    """The names in braces; raises ValueError when a brace stands alone."""
    return {name for _text, name, *_rest in Formatter().parse(message) if name is not None}


def _plural_rule(po: POFile) -> Callable[[int], int]:
    """From the file's own header; without a usable one, as in English."""
    found = _PLURALS.search(po.metadata.get("Plural-Forms", ""))
    if not found:
        return _as_in_english
    try:
        return partial(_bounded, c2py(found[2].strip()), int(found[1]))
    except _BROKEN:
        return _as_in_english


def _bounded(rule: Callable[[int], int], forms: int, n: int) -> int:
    """The rule's form, or the last one where the rule divides by nothing or goes too far."""
    try:
        return max(0, min(rule(n), forms - 1))
    except ZeroDivisionError:
        return forms - 1


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
