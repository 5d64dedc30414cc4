"""Which encoding a file is in: a ladder, the sure steps first."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from operator import itemgetter

from cxworkshop.exchange.refusals import NotText
from cxworkshop.i18n import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LATIN = ("cp1252", "mac_roman", "cp1250", "cp1254")
# What offices have used. Left to itself the detector takes rarities such as mac_cyrillic for them.
_OTHERS = [
    *("cp1251", "cp1253", "cp1255", "cp1256", "cp1257", "cp866", "koi8_r"),
    *("cp874", "cp932", "cp949", "euc_jp", "gb18030", "big5"),
]
# Letters beyond ASCII in German, French, Spanish, Portuguese, Italian, Nordic languages and Dutch;
# then in Polish, Czech and Slovak, Hungarian, Romanian, Croatian and Slovene, Turkish.
_WEST = ("äöüß", "éèêëàâîïôûùüçœæ", "áéíóúñü", "ãõáéíóúâêôàç", "àèéìòù", "åäöæøé", "éëïöüèê")
_EAST = ("ąćęłńóśźż", "áčďéěíľňóôřšťúůýžä", "áéíóöőúüű", "ăâîşţșț", "čćđšž", "çğıöşüâîİ")
_ALPHABETS = [frozenset(small + small.upper()) for small in (*_WEST, *_EAST)]
_ANY_WEST = frozenset().union(*_ALPHABETS[: len(_WEST)])
_SEVERAL = 0.9  # as likely as one language is a survey in several western ones
_TYPOGRAPHIC = frozenset("’‘“”„«»–—…€°·•§£©®™½¼¾²³ªº¿¡\xa0")
_TELLTALES = frozenset("ˆﬁﬂªº")  # letters to a computer; between words' letters, another page's
_TWICE_DECODED = re.compile("[ÃÂ][\u0080-\u00bf]|â€")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The text, the name of its encoding, and notes on damage from before; raises NotText."""
    text, encoding = _sure(data) or _likely(data)
    if len(_CONTROLS.findall(text[:20_000])) > 20 + len(text[:20_000]) // 100:
        raise NotText
    return text, encoding, (*_damage(text), *_doubt(encoding))


def _sure(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding) or _mended(data, encoding)
    nul = _utf16_by_nuls(data)
    if nul:
        return _strict(data, nul)
    return _strict(data, "utf-8") or _nearly_utf8(data)


def _nearly_utf8(data: bytes) -> tuple[str, str] | None:
    """UTF-8 that was cut or damaged in a few places; nothing else has so many right letters."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    right = sum(char > "\x7f" for char in text) - lost
    return (text, "utf-8") if right >= 10 * lost else None


def _strict(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), encoding
    except (UnicodeDecodeError, LookupError):
        return None


def _mended(data: bytes, encoding: str) -> tuple[str, str]:
    return data.decode(encoding, "replace"), encoding


def _utf16_by_nuls(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of ordinary text is NUL."""
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 4:
        return None
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _likely(data: bytes) -> tuple[str, str]:
    """The Latin code page whose letters sit best among their neighbours; else a detector's."""
    found = (reading for name in _LATIN if (reading := _strict(data, name)))
    fits = [(_fit(text), _of_one_language(text), (text, name)) for text, name in found]
    sure = [(fit + one, reading) for fit, one, reading in fits if fit > 0 or fit + one >= 1]
    return max(sure, key=itemgetter(0))[1] if sure else _detected(data)


def _fit(text: str) -> float:
    """From -1 to 1: how many characters beyond ASCII stand where such characters stand."""
    places = [found.start() for found in islice(_BEYOND_ASCII.finditer(text), 4000)]
    return sum(_fits(text, n) for n in places) / max(1, len(places))


def _of_one_language(text: str) -> float:
    """From 0 to 1: how many of the letters beyond ASCII the likeliest language has."""
    letters = Counter(char for char in text if char > "\x7f" and char.isalpha())
    one = max(_known(letters, alphabet) for alphabet in _ALPHABETS)
    return max(one, _SEVERAL * _known(letters, _ANY_WEST)) / max(1, letters.total())


def _known(letters: Counter[str], alphabet: frozenset[str]) -> int:
    return sum(letters[char] for char in alphabet)


def _fits(text: str, n: int) -> int:
    before, char, after = text[n - 1 : n] or " ", text[n], text[n + 1 : n + 2] or " "
    if char.isalpha() and char not in _TELLTALES:
        near = [c for c in (before, after) if c.isalpha()]
        if not near:
            return 0
        if any(c > "\x7f" for c in near) and not any(c < "\x7f" for c in near):
            return -1
        return 1 if char.islower() or before.isupper() or not before.isalpha() else -1
    if char in _TYPOGRAPHIC:
        between = before.isalpha() and after.isalpha()
        return 1 if not between or char in "’‘–\xa0" else -1
    return -1


def _detected(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # 60 ms that most files never need

    best = from_bytes(data[:200_000], cp_isolation=_OTHERS).best()
    found = _strict(data, best.encoding) if best else None
    if found is None:
        raise NotText
    return found


def _damage(text: str) -> Iterable[str]:
    if "\ufffd" in text:
        yield _("Some characters were lost before this file was made; they show as \ufffd.")
    if _TWICE_DECODED.search(text):
        yield _("Some letters were garbled before this file was made, like “Ã¤” for “ä”.")


def _doubt(encoding: str) -> Iterable[str]:
    if encoding not in _LATIN and not encoding.startswith("utf"):
        yield _(
            "The letters were read as {encoding}. If they look wrong, save the file as UTF-8 "
            "and import it again."
        ).format(encoding=encoding)
