"""R14: through the view of a finished round only what is not finished is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copy

import pytest

from cxworkshop.errors import RoundIsOver
from cxworkshop.model import Mark, Verdict
from cxworkshop.workshop import Workshop

FILE = Path(__file__).resolve().parents[1] / "files" / "rounds" / "three-rounds-format-2.cxw"


@pytest.fixture
def workshop(tmp_path):
    with Workshop.open(Path(copy(FILE, tmp_path / "t.cxw")), date(2026, 12, 17)) as opened:
        yield opened


def test_what_a_finished_round_wrote_down_stays(workshop):
    seq, then = workshop.seq, workshop.in_round(1)
    judged = then.share.outcomes()[0].pick.id
    mira = then.people.all()[0].id
    for rewrite in (
        lambda: then.talk.say("too late", then.talk.begin(None).id),
        lambda: then.pick.set_deciders([mira]),
        lambda: then.prepare.served.add("new ones"),
        lambda: then.make_better.add_helper(judged, mira),
        lambda: then.check.give_verdict(judged, Verdict.NONE),
        lambda: then.check.record_answer(judged, "too late", Mark.WORSE, kind="new"),
    ):
        with pytest.raises(RoundIsOver) as refused:
            rewrite()
        assert str(refused.value) == "Round 1 is finished, and stays as it was."
    assert workshop.seq == seq


def test_what_is_open_of_a_finished_round_is_finished_there(workshop):
    then = workshop.in_round(2)
    pick = then.share.outcomes()[1].pick.id
    then.check.record_answer(pick, "You asked me how I feel.", Mark.NOTICES, kind="new")
    assert then.check.give_verdict(pick, Verdict.SOME).done_on == workshop.today
    earlier = workshop.in_round(1)
    earlier.share.mark_told(earlier.share.to_tell()[1].id)
    earlier.share.write_we_did(earlier.share.outcomes()[0].pick.id, "We say why, at once.")
    left = [thing.words for thing in workshop.open_promises.now()]
    assert left == ["Put it into the opening checklist", "Tell The cleaning team"]
