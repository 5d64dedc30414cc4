"""Find the question in a column's title, and whether it asks for praise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from cxworkshop.textual import clean, fold

# "Aspect #1:What aspects …", "What aspects … — Aspect 2": one question, asked for several answers.
_NUMBERED_BEFORE = re.compile(r"^[^:?]{0,40}#?\s?\d{1,2}\s?[:.)]\s*(?=\S)")
_NUMBERED_BEHIND = re.compile(r"\s*(?:(?: — |[-:(\[])[^:?]{0,40}|(?<=\?)\s)#?\s?\d{1,2}[)\]]?\s*$")
# What survey tools add to the title of an open question's box.
_OPEN_BOX = re.compile(
    r" — (?:open[- ]ended response|response|antwort|offene antwort|réponse(?: ouverte)?|"
    r"respuesta(?: abierta)?|open antwoord)$",
    re.IGNORECASE,
)
_LONGEST = 500  # characters: the patterns take long for a text that is no question
_GOOD = re.compile(
    r"\bwhat (?:was|is|were|went|works|worked)(?: \w+){0,3}"
    r" (?:good|well|great|best|right|positive)\b"
    r"|\bwhat (?:do|did|have) (?:we|they|you)(?: \w+){0,3}"
    r" (?:well|right|best|enjoy\w*|like\w*|love\w*)\b"
    r"|\bwhat \w.*\b(?:makes?|made) \w.*\b(?:pleasant|enjoyable|delightful)\b"
    r"|\bsatisfied (?:the )?most|most satisfied|\bcompliments?\b"
    r"|\bwas (?:war|ist|lief|läuft|hat|fanden|finden)\b.*\b(?:gut|gefallen)\b"
    r"|\bwas gef(?:ällt|iel)\b"
    r"|\bqu est ce qui (?:vous )?(?:a plu|plaît|va bien)|\bqué (?:le )?(?:gusta|gustó|estuvo bien)"
    r"|\bwat (?:was|is|ging|gaat|vond u)(?: er)? goed|\bhva (?:var|er) bra|\bvad (?:var|är) bra"
)
_ALSO_BAD = re.compile(
    r"\b(?:bad|worse|worst|better|improve\w*|dislike\w*|dissatisf\w*|least|less|not|n t|difficult"
    r"|wrong|chang\w*|differently|hinder\w*|schlecht\w*|besser|verbesser\w*|nicht|mieux|mal|pas|mejor|beter|bedre|bättre"
    r"|slecht|niet|dårlig|dåligt|would|could|should)\b"
)


def asked(titles: Sequence[str]) -> tuple[str, ...]:
    """The question of each column; numbered columns for one question share its words."""
    plain = [_OPEN_BOX.sub("", title) for title in titles]
    stems = [_stem(title) for title in plain]
    shared = Counter(stems)
    return tuple(
        stem if stem and shared[stem] > 1 else title
        for stem, title in zip(stems, plain, strict=True)
    )


def _stem(title: str) -> str:
    before = _NUMBERED_BEFORE.sub("", title, count=1)
    if before != title and len(before) > 10:
        return before
    behind = _NUMBERED_BEHIND.sub("", title)
    return behind if behind != title and len(behind) > 10 else title


@lru_cache(maxsize=1000)
def question_line(text: str) -> str:
    """A question on one line; what is longer than any question is cut."""
    return " ".join(clean(text[:_LONGEST]).split())


def is_praise(question: str) -> bool:
    """Whether a question clearly asks for what was good, and for nothing else."""
    folded = fold(question[:_LONGEST])
    return bool(_GOOD.search(folded)) and not _ALSO_BAD.search(folded)
