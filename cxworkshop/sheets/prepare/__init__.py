"""Sheets of stop 1: what to ask, how to run the session, and the session without a projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import (
    AgendaContent,
    BackRowContent,
    BlankKitContent,
    EncounterMapContent,
    InterviewGuideContent,
    PocketCardContent,
    ScriptContent,
)
from cxworkshop.i18n import n_
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Large, Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _interview_guide(workshop: Workshop, _options: PrintOptions) -> InterviewGuideContent:
    return workshop.content.prepare.interview_guide()


def _script(workshop: Workshop, _options: PrintOptions) -> ScriptContent:
    return workshop.content.prepare.script()


def _agenda(workshop: Workshop, _options: PrintOptions) -> AgendaContent:
    return workshop.content.prepare.agenda()


def _encounter_map(workshop: Workshop, _options: PrintOptions) -> EncounterMapContent:
    return workshop.content.prepare.encounter_map()


def _back_row(workshop: Workshop, _options: PrintOptions) -> BackRowContent:
    return workshop.content.prepare.back_row()


def _pocket_card(workshop: Workshop, _options: PrintOptions) -> PocketCardContent:
    return workshop.content.prepare.pocket_card()


def _blank_kit(workshop: Workshop, _options: PrintOptions) -> BlankKitContent:
    return workshop.content.prepare.blank_kit()


# `quotes` for the interview too: a question may repeat what was heard last time (R7).
SHEETS = (
    Sheet(
        "interview-guide",
        1,
        n_("Interview guide"),
        _interview_guide,
        "prepare.interview:interview_guide",
        quotes=True,
        both_sides=True,
        copies=n_("one for each who asks"),
    ),
    Sheet(
        "interview-cards",
        1,
        n_("Interview cards"),
        _interview_guide,
        "prepare.interview:interview_cards",
        quotes=True,
        same_as="interview-guide",
        copies=n_("one for each who asks"),
    ),
    Sheet(
        "script",
        1,
        n_("Facilitator’s script"),
        _script,
        "prepare.script:script",
        both_sides=True,
    ),
    Sheet(
        "agenda",
        1,
        n_("Agenda"),
        _agenda,
        "prepare.agenda:agenda",
        alone=True,
        copies=n_("one for each who takes part"),
    ),
    Sheet(
        "encounter-map",
        1,
        n_("Map of the encounter"),
        _encounter_map,
        "prepare.encounter:encounter_map",
        quotes=True,
        ages=True,
        large=Large.ON_LARGER_PAPER,
        alone=True,
    ),
    Sheet(
        "pocket-card",
        1,
        n_("Pocket cards"),
        _pocket_card,
        "prepare.pocket_card:pocket_cards",
        large=Large.ON_LARGER_PAPER,
        copies=n_("one for four of you"),
    ),
    Sheet("back-row", 1, n_("Back-row test"), _back_row, "prepare.back_row:back_row"),
    Sheet(
        "blank-kit",
        1,
        n_("Blank kit"),
        _blank_kit,
        "prepare.blank_kit:blank_kit",
        large=Large.ON_LARGER_PAPER,
    ),
)
