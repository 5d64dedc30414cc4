"""How an improvement may be told, on a poster of paper or of light: R6 decides, once for both."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from cxworkshop import days
from cxworkshop.i18n import _
from cxworkshop.model import Mark, Pick, PickId
from cxworkshop.readings.progress import answers_of, latest_check
from cxworkshop.readings.subjects import Subject, pick_subject
from cxworkshop.rules import Claim, claim, why_not_kept
from cxworkshop.store.query import Reading


class Stage(StrEnum):
    """How far an improvement came: what the year's rings show."""

    KEPT = "kept"
    NOT_SURE = "not_sure"  # customers notice; whether it stays without us is not known yet
    DOING = "doing"
    TRIED = "tried"  # customers don't notice: changed, or back on the list


@dataclass(frozen=True)
class Story:
    """One improvement as it may be told: what is claimed is decided by R6, `kept` by R5."""

    pick: Pick
    subject: Subject
    claim: Claim
    marks: Counter[Mark]
    why_not_kept: str | None

    @property
    def kept(self) -> bool:
        """Customers notice it, and we are sure that it stays."""
        return self.why_not_kept is None

    @property
    def stage(self) -> Stage:
        """How far it came."""
        if self.kept:
            return Stage.KEPT
        by_claim = {Claim.WE_DID: Stage.NOT_SURE, Claim.WE_TRIED: Stage.TRIED}
        return by_claim.get(self.claim, Stage.DOING)

    @property
    def words(self) -> str:
        """What we say of it: our own sentence if there is one, else the promise or the title."""
        return self.pick.we_did or self.pick.promise_we or self.pick.title or self.subject.headline

    @property
    def lead(self) -> str:
        """How the sentence about it begins (R6)."""
        return {
            Claim.WE_DID: _("We did"),
            Claim.WE_TRIED: _("We tried, and learned"),
            Claim.ASKING: _("Done, asking you on {day}").format(day=days.short(self.pick.check_on)),
            Claim.DOING: _("We are doing"),
        }[self.claim]

    @property
    def others(self) -> str:
        """What those say who don't notice, so that nobody is left out of the count."""
        parts = {
            Mark.NO_DIFFERENCE: _("{n} no difference"),
            Mark.WORSE: _("{n} worse"),
            Mark.CANNOT_TELL: _("{n} cannot tell"),
        }
        said = (parts[mark].format(n=self.marks[mark]) for mark in parts if self.marks[mark])
        return ", ".join(said)

    @property
    def not_asked(self) -> str:
        """What stands in place of the count while nobody has been asked; "" once somebody was."""
        if self.marks:
            return ""
        if self.pick.check_on is None:
            return _("We have not asked you yet.")
        return _("We will ask you on {day}.").format(day=days.full(self.pick.check_on))


def story(store: Reading, pick_id: PickId) -> Story:
    """One pick, improvement or not yet."""
    pick = store.get(Pick, pick_id)
    check = latest_check(store, pick_id)
    answers = answers_of(store, check) if check else []
    return Story(
        pick=pick,
        subject=pick_subject(store, pick),
        claim=claim(store, pick),
        marks=Counter(answer.notices for answer in answers if answer.notices),
        why_not_kept=why_not_kept(store, pick_id),
    )
