"""Every sentence that a person reads passes through here: gettext catalogues, read by polib."""

from __future__ import annotations

import locale
from functools import lru_cache

from cxworkshop import paths

DOMAIN = "cxworkshop"
_language: list[str] = []


def set_language(code: str | None) -> None:
    """Use this language from now on ("de", "pt_BR"); None asks the computer for its own."""
    _language[:] = [code or _computers_language()]


def _computers_language() -> str:
    return locale.getlocale()[0] or "en"


@lru_cache(maxsize=4)
def _catalogue(code: str) -> dict[str, tuple[str, ...]]:
    """Translated entries of one language; the country's own file wins over the language's."""
    for name in (code, code.split("_", maxsplit=1)[0]):
        path = paths.resource("locale", name, "LC_MESSAGES", f"{DOMAIN}.po")
        if path.is_file():
            return _read(str(path))
    return {}


def _read(path: str) -> dict[str, tuple[str, ...]]:
    import polib  # only needed where a translation exists  # noqa: PLC0415

    return {
        entry.msgid: tuple(entry.msgstr_plural.values()) or (entry.msgstr,)
        for entry in polib.pofile(path)
        if entry.translated()
    }


def _(message: str) -> str:
    """The message in the person's language; itself where nobody has translated it yet."""
    if not _language:
        set_language(None)
    return _catalogue(_language[0]).get(message, (message,))[0]


def ngettext(one: str, many: str, n: int) -> str:
    """The form that fits n. Languages with more than two forms use the last for the rest."""
    if not _language:
        set_language(None)
    forms = _catalogue(_language[0]).get(one, (one, many))
    return forms[0 if n == 1 else -1]


def n_(message: str) -> str:
    """Mark a message for translation now, translate it later with `_`."""
    return message
