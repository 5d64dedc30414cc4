"""Word documents: the action plans of this round, and everything that customers said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cxworkshop import days
from cxworkshop.exchange.word import LIST, PLANS, DocumentAbout, WordDocument
from cxworkshop.i18n import _
from cxworkshop.sheets.big_list.said_in_words import beside_words, counted, totals
from cxworkshop.sheets.needs import PICKED, SAID, NotYet
from cxworkshop.sheets.paper import paper_called

if TYPE_CHECKING:
    from cxworkshop.content.values import PlanBlocker, PlanContent, SaidCard, SaidVerbatim
    from cxworkshop.workshop import Workshop


def plans_document(workshop: Workshop, *, names: bool = False) -> bytes:
    """Each plan on pages of its own, as on paper; raises NotYet where nothing is picked."""
    if not PICKED.met(workshop):
        raise NotYet(PICKED)
    with workshop.content.speaking():
        document = _document(workshop, _("Action plans"), PLANS)
        plans = workshop.content.make_better.plans(names=names)
        for number, plan in enumerate(plans):
            if number:
                document.new_page()
            _write_plan(document, plan)
        return document.finish()


def said_document(workshop: Workshop, *, names: bool = False) -> bytes:
    """All that was said, group by group, as on paper; raises NotYet where nothing was."""
    if not SAID.met(workshop):
        raise NotYet(SAID)
    with workshop.content.speaking():
        said = workshop.content.big_list.everything_said(names=names)
        document = _document(workshop, _("Everything {customers} said"), LIST)
        document.text(totals(said.verbatims, said.customers, said.asked))
        for group in said.groups:
            _write_part(document, f"{group.letter}  {group.headline}", group.cards)
        loose = _("Not grouped") if said.groups else _("Card by card")
        _write_part(document, loose, said.loose)
        _write_part(document, _("Left the list with an answer"), said.left)
        _write_part(document, _("What was good"), (), said.praise)
        aside = _("Set aside: no longer on the list, and not lost")
        _write_part(document, aside, said.aside, said.answers_aside)
        return document.finish()


def _document(workshop: Workshop, title: str, keywords: str) -> WordDocument:
    content, round_ = workshop.content, workshop.rounds.current()
    paper = paper_called(workshop.prepare.team().paper)
    about = DocumentAbout(
        title,
        author=content.team_name(),
        language=content.language(),
        made_on=content.day(),
        paper=(paper.width, paper.height),
        keywords=keywords,
    )
    document = WordDocument(about)
    whose = (content.team_name(), _("round {n}").format(n=round_.number))
    document.text("  ·  ".join(whose))
    if workshop.is_rehearsal:
        document.text(_("Rehearsal: made up, to try things out"))
    return document


def _write_part(
    document: WordDocument,
    title: str,
    cards: Iterable[SaidCard],
    words: Iterable[SaidVerbatim] = (),
) -> None:
    """A heading with its cards and single words; nothing where there are none."""
    cards, words = tuple(cards), tuple(words)
    if not cards and not words:
        return
    document.heading(title)
    for card in cards:
        document.heading("  ".join(filter(None, (card.code, card.headline))), 2)
        document.text(counted(card))
        _write_words(document, card.said)
    _write_words(document, words)


def _write_words(document: WordDocument, words: Iterable[SaidVerbatim]) -> None:
    for verbatim in words:
        document.quote(_("“{words}”").format(words=verbatim.words), beside_words(verbatim))


def _write_plan(document: WordDocument, plan: PlanContent) -> None:
    document.heading(f"{plan.code}  {plan.title}")
    document.text(plan.heard_by)
    document.heading(_("What {customers} said"), 2)
    for quote in plan.quotes:
        who = _("— {who}").format(who=quote.said_by) if quote.said_by else ""
        document.quote(_("“{words}”").format(words=quote.words), who)
    document.heading(_("Our promise"), 2)
    document.text(plan.promise)
    document.labelled(_("Who"), plan.doers)
    _write_licence(document, plan)
    _write_tables(document, plan)
    document.heading(_("Thirty days"), 2)
    document.labelled(_("Start"), days.full(plan.pick.start_on))
    document.labelled(_("We ask {customers} on"), days.full(plan.pick.check_on))
    document.labelled(_("We expect them to say"), plan.pick.expectation)


def _write_licence(document: WordDocument, plan: PlanContent) -> None:
    """What the doers may do without asking, and what was decided in spite of a rule."""
    given = plan.licence
    document.heading(_("Our licence to do it"), 2)
    document.text(given.may)
    document.labelled(_("Up to"), given.up_to)
    document.labelled(_("Given by"), given.giver)
    document.labelled(_("Until"), days.full(given.until))
    if plan.overrides:
        document.heading(_("Decided all the same, because"), 2)
        document.bullets(plan.overrides)


def _write_tables(document: WordDocument, plan: PlanContent) -> None:
    """What will be done, and what could slow it down."""
    if plan.steps:
        document.heading(_("What we will do"), 2)
        titles = (_("First step"), _("Who"), _("By when"), _("done"))
        document.table(
            titles,
            [
                (step.words, step.who, days.short(step.by_when), "✓" if step.done else "")
                for step in plan.steps
            ],
        )
    if plan.blockers:
        document.heading(_("What could slow us down"), 2)
        titles = (_("What could slow us down"), _("Who removes it"), _("Days lost"), _("Removed"))
        document.table(titles, map(_blocker, plan.blockers))


def _blocker(blocker: PlanBlocker) -> tuple[str, ...]:
    lost = str(blocker.days_lost) if blocker.days_lost else ""
    return blocker.words, blocker.remover, lost, days.short(blocker.removed_on)
