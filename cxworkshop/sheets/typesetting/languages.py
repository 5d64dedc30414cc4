"""The language of a text, told by its script, where it is not the paper's."""

from __future__ import annotations

import re
from functools import cache

from cxworkshop.sheets.typesetting.text import TextBlock
from cxworkshop.textual import is_western

# Each script with the language that a screen reader speaks for it, and others written in it.
_SCRIPTS = (
    ("[\u0370-\u03ff\u1f00-\u1fff]", ("el",)),
    ("[\u0400-\u052f]", ("ru", "uk", "bg", "sr", "mk", "be", "kk", "mn")),
    ("[\u0530-\u058f]", ("hy",)),
    ("[\u0590-\u05ff\ufb1d-\ufb4f]", ("he", "iw", "yi")),
    ("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]", ("ar", "fa", "ur", "ps", "ckb")),
    ("[\u0900-\u097f]", ("hi", "mr", "ne")),
    ("[\u0980-\u09ff]", ("bn", "as")),
    ("[\u0b80-\u0bff]", ("ta",)),
    ("[\u0e00-\u0e7f]", ("th",)),
    ("[\u10a0-\u10ff\u1c90-\u1cbf]", ("ka",)),
    ("[\u1100-\u11ff\uac00-\ud7af]", ("ko",)),
    ("[\u3040-\u30ff]", ("ja",)),
    ("[\u3400-\u9fff\uf900-\ufaff]", ("zh", "ja", "ko", "yue")),
)
_LATIN = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_WRITTEN_OTHERWISE = frozenset(one for _letters, spoken in _SCRIPTS for one in spoken)
_KANA = "ja"  # has Han characters too: one kana is enough


def other_language(block: TextBlock, language: str) -> str:
    """Return the language of most of the letters if the paper's is not written with them, else "".

    Of Latin letters nobody can tell: they are taken for the paper's language, or for English.
    """
    paper = language.partition("-")[0].partition("_")[0] or "en"
    if paper not in _WRITTEN_OTHERWISE and not _has_other_letters(block):
        return ""
    text = block.text
    counts = [(len(re.findall(letters, text)), spoken) for letters, spoken in _SCRIPTS]
    if any(count for count, spoken in counts if spoken[0] == _KANA):
        counts = [(len(text) * (spoken[0] == _KANA), spoken) for _count, spoken in counts]
    most, spoken = max(counts, key=lambda pair: pair[0])
    latin = len(re.findall(_LATIN, text))
    if latin > most:
        return "en" if paper in _WRITTEN_OTHERWISE else ""
    return spoken[0] if most and paper not in spoken else ""


@cache
def _not_latin() -> re.Pattern[str]:
    """Compiled when a text first needs it: most prints have none."""
    return re.compile("|".join(letters for letters, _spoken in _SCRIPTS))


def _has_other_letters(block: TextBlock) -> bool:
    return any(
        _not_latin().search(line.paragraph.text)
        for line in block.lines
        if not is_western(line.paragraph.text)
    )
