"""What a 30-day check came to, as a half sentence of the team's."""

from __future__ import annotations

from cxworkshop.i18n import _, n_
from cxworkshop.model import Verdict

_WORDS = {
    Verdict.NOTICE: n_("{customers} notice"),
    Verdict.SOME: n_("some {customers} notice"),
    Verdict.NONE: n_("they don’t notice"),
}


def verdict_words(verdict: Verdict) -> str:
    return _(_WORDS[verdict])
