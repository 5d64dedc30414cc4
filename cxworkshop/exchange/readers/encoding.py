"""Find out a file's encoding, by the surest signs first."""

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
    (codecs.BOM_UTF32_LE, "utf-32"),  # it begins like UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LATIN = ("cp1252", "mac_roman", "cp1250", "cp1254")
# Encodings that offices have used; without the list the detector prefers rarities.
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
_SEVERAL = 0.9  # weight of a survey in several western languages, against 1 for one language
_TYPOGRAPHIC = frozenset("’‘“”„«»–—…€°·•§£©®™½¼¾²³ªº¿¡\xa0")
_TELLTALES = frozenset("ˆﬁﬂªº")  # letters to a computer; among others they show a wrong code page
_TWICE_DECODED = re.compile("[ÃÂ][\u0080-\u00bf]|â€")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\v\f\r")
_ASCII_LETTERS = bytes(code for code in range(128) if chr(code).isalpha())
_HIGH_BYTES = bytes(range(128, 256))
_LOOK_AT = 20_000  # characters in which a file shows whether it is text
_LETTERS = 100_000  # so many letters beyond ASCII are enough to know the language by
_FOR_DETECTOR = 40_000  # bytes; it takes a second for 200,000 that fit nothing


def decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The text, the name of its encoding, and notes on damage from before; raises NotText."""
    text, encoding = _sure(data) or _likely(data)
    if _is_binary(len(_CONTROLS.findall(text[:_LOOK_AT])), len(text)):
        raise NotText
    return text, encoding, (*_damage(text), *_doubt(encoding))


def decode_as(data: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    """The text by the encoding that a person named; what it can't be shows as U+FFFD."""
    text = data.decode(encoding, "replace")
    return text, encoding, tuple(_damage(text))


def _is_binary(controls: int, size: int) -> bool:
    return controls > 20 + min(size, _LOOK_AT) // 100


def _sure(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding) or _with_replacements(data, encoding)
    nul = _utf32_by_nuls(data) or _utf16_by_nuls(data)
    if nul:
        return _strict(data, nul)
    return _strict(data, "utf-8") or _nearly_utf8(data)


def _nearly_utf8(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few damaged places; no other encoding decodes to so many letters."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    right = len(text) - len(text.encode("ascii", "ignore")) - lost
    return (text, "utf-8") if right >= 10 * lost else None


def _strict(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), encoding
    except (UnicodeDecodeError, LookupError):
        return None


def _with_replacements(data: bytes, encoding: str) -> tuple[str, str]:
    return data.decode(encoding, "replace"), encoding


def _utf32_by_nuls(data: bytes) -> str | None:
    """UTF-32 without its mark: of four bytes, the two that are always small are NUL, or 1."""
    sample = data[:4000]
    if len(sample) < 16 or len(data) % 4:
        return None
    if max(sample[3::4]) == 0 and max(sample[2::4]) <= 1:
        return "utf-32-le"
    if max(sample[0::4]) == 0 and max(sample[1::4]) <= 1:
        return "utf-32-be"
    return None


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
    """The Latin code page whose letters fit their neighbours best; else a detector's choice."""
    head = data[:_LOOK_AT]
    if _is_binary(len(head) - len(head.translate(None, _CONTROL_BYTES)), len(data)):
        raise NotText  # before each code page is tried on it
    names = () if _is_not_latin(data) else _LATIN
    found = (reading for name in names if (reading := _strict(data, name)))
    fits = [(_fit(text), _of_one_language(text), (text, name)) for text, name in found]
    sure = [(fit + one, reading) for fit, one, reading in fits if fit > 0 or fit + one >= 1]
    return max(sure, key=itemgetter(0))[1] if sure else _detected(data)


def _is_not_latin(data: bytes) -> bool:
    """Whether there are more bytes beyond ASCII than letters in it: no Latin script is so."""
    part = data[:_LOOK_AT]
    ascii_letters = len(part) - len(part.translate(None, _ASCII_LETTERS))
    return len(part) - len(part.translate(None, _HIGH_BYTES)) > ascii_letters


def _fit(text: str) -> float:
    """How well the characters beyond ASCII fit their neighbours, from -1 to 1."""
    places = [found.start() for found in islice(_BEYOND_ASCII.finditer(text), 4000)]
    return sum(_fits(text, n) for n in places) / max(1, len(places))


def _of_one_language(text: str) -> float:
    """The share of the letters beyond ASCII that the likeliest language has, from 0 to 1."""
    beyond = (found[0] for found in islice(_BEYOND_ASCII.finditer(text), _LETTERS))
    letters = Counter(char for char in beyond if char.isalpha())
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

    best = from_bytes(data[:_FOR_DETECTOR], cp_isolation=_OTHERS).best()
    found = _strict(data, best.encoding) if best else None
    if found is None:
        raise NotText
    return found


def _damage(text: str) -> Iterable[str]:
    if text.isascii():
        return
    if "\ufffd" in text:
        yield _("Some characters were lost before this file was made; they show as \ufffd.")
    if _TWICE_DECODED.search(text):
        yield _("Some letters were garbled before this file was made, like “Ã¤” for “ä”.")


def _doubt(encoding: str) -> Iterable[str]:
    if encoding not in _LATIN and not encoding.startswith("utf"):
        yield _(
            "The letters were read as {encoding}. If they look wrong, choose another way to read "
            "them, or save the file as UTF-8."
        ).format(encoding=encoding)
