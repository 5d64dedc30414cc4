"""In a language 40 % longer than English nothing is cut, and no text of ours stays English."""

from __future__ import annotations

import pytest

from cxworkshop import i18n
from cxworkshop.workshop import Workshop
from tests.gui.conftest import Hands
from tests.gui.pseudo_language import faults, fill
from tests.translations import pseudo, pseudo_locale


@pytest.fixture
def longer(tmp_path, monkeypatch, request):
    """The window in that language."""
    monkeypatch.setenv("CXW_LOCALE", str(tmp_path))
    i18n.set_language(pseudo_locale(tmp_path))
    window = request.getfixturevalue("window")
    with Workshop.new(tmp_path / "team.cxw", "Пекарня") as workshop:
        fill(workshop)
        workshop.save()
    assert window.open(tmp_path / "team.cxw")
    return Hands(window)


def test_a_text_is_longer_accented_and_marked():
    assert pseudo("Undo {what} now") == "‹Úñdó {what} ñów óñé›"
    assert pseudo(", ") == ", "
    assert pseudo("Print") == "‹Príñtóó›"


def test_nothing_is_cut_on_the_eight_stops_and_no_text_escapes_translation(longer):
    assert "\n".join(faults(longer.window)) == ""
