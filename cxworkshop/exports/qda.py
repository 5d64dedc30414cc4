"""What customers said as a project for the analysis of texts: groups and ways are its codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxworkshop.exchange.qda_project import (
    QdaCode,
    QdaPassage,
    QdaProject,
    QdaSource,
    qda_project,
)
from cxworkshop.i18n import _, with_commas

if TYPE_CHECKING:
    from cxworkshop.content.values import AllWordsContent, CustomersAnswer, CustomersWords
    from cxworkshop.workshop import Workshop

_GROUP, _WAY, _GOOD = "#0A6C74", "#8A5300", "#5F6870"


def qda_file(workshop: Workshop, *, names: bool = False) -> bytes:
    """A .qdpx project with a text for each customer; with `names`, their names too (R7)."""
    content = workshop.content.talk.all_words(names=names)
    return qda_project(
        QdaProject(
            name=content.team,
            identity=content.identity,
            made_on=workshop.rounds.current().started_on,
            kind_title=_("{Customer} kind"),
            codes=tuple(_codes(content)),
            sources=tuple(map(_source, content.customers)),
        )
    )


def _codes(content: AllWordsContent) -> Iterator[QdaCode]:
    """Headings with their codes; letters and digits keep two names apart that are the same."""
    groups = [
        QdaCode(f"group/{letter}", f"{letter} {headline}".strip(), _GROUP)
        for letter, headline in content.groups
    ]
    ways = [QdaCode(f"way/{id_}", name, _WAY) for id_, name in content.ways]
    heads = ((_("Groups"), "groups", groups), (_("Ten ways"), "ways", ways))
    for name, key, codes in heads:
        if codes:
            yield QdaCode(key, name, children=tuple(codes))
    if any(not answer.code for customer in content.customers for answer in customer.answers):
        yield QdaCode("good", _("What was good"), _GOOD)


def _source(customer: CustomersWords) -> QdaSource:
    who = _("{Customer} {n}").format(n=customer.number)
    return QdaSource(
        key=f"customer/{customer.id}",
        name=with_commas(filter(None, (who, customer.name))),
        kind=customer.kind,
        passages=tuple(_passages(customer)),
    )


def _passages(customer: CustomersWords) -> Iterator[QdaPassage]:
    """Each question once above its answers; only what the customer said has codes."""
    question = ""
    for answer in customer.answers:
        if answer.question and answer.question != question:
            yield QdaPassage(f"question/{answer.id}", answer.question)
        question = answer.question
        yield QdaPassage(f"answer/{answer.id}", answer.words, tuple(_codes_of(answer)))


def _codes_of(answer: CustomersAnswer) -> Iterator[str]:
    if answer.group:
        yield f"group/{answer.group}"
    if answer.way:
        yield f"way/{answer.way}"
    if not answer.code:
        yield "good"
