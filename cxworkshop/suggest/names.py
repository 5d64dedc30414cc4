"""Likely names, mail addresses and telephone numbers inside somebody's words (R7).

Only ever shown to a person, who decides: a rule of thumb, in any language that writes capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Nurse|Sister|Herr|Herrn|Frau|Monsieur|Madame|Mme|Señora?|"
    r"Mevrouw|Meneer|Fru)\b\.?\s+(?:[^\W\d_a-zß-ÿ][\w'’-]+)(?:\s+[^\W\d_a-zß-ÿ][\w'’-]+)?"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_PHONE = re.compile(r"(?<![\d.])\+?\d[\d /()-]{7,}\d(?![\d.])")


def likely_names(words: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """What might name somebody, as it stands in the words; `known` are names we have as rows."""
    found = [match.group() for rule in (_TITLED, _MAIL, _PHONE) for match in rule.finditer(words)]
    found += [name for name in known if name and _holds(words, name)]
    return tuple(dict.fromkeys(found))


def _holds(words: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE))
