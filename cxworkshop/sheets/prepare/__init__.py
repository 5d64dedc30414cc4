"""Sheets of stop 1: what to ask, how to run the session, and the session without a projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import (
    BackRowContent,
    BlankKitContent,
    EncounterMapContent,
    InterviewGuideContent,
    ScriptContent,
)
from cxworkshop.i18n import n_
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _guide(workshop: Workshop, _wanted: PrintOptions) -> InterviewGuideContent:
    return workshop.content.prepare.interview_guide()


def _script(workshop: Workshop, _wanted: PrintOptions) -> ScriptContent:
    return workshop.content.prepare.script()


def _map(workshop: Workshop, _wanted: PrintOptions) -> EncounterMapContent:
    return workshop.content.prepare.encounter_map()


def _back_row(workshop: Workshop, _wanted: PrintOptions) -> BackRowContent:
    return workshop.content.prepare.back_row()


def _canvas(workshop: Workshop, _wanted: PrintOptions) -> BlankKitContent:
    return workshop.content.prepare.blank_kit()


# A question may repeat what was heard last time, so likely names are looked at first (R7).
SHEETS = (
    Sheet("interview-guide", 1, n_("Interview guide"), _guide, quotes=True),
    Sheet("interview-cards", 1, n_("Interview cards"), _guide, quotes=True),
    Sheet("script", 1, n_("Facilitator’s script"), _script),
    Sheet("encounter-map", 1, n_("Map of the encounter"), _map),
    Sheet("back-row", 1, n_("Back-row test"), _back_row),
    Sheet("blank-kit", 1, n_("Blank kit"), _canvas),
)
