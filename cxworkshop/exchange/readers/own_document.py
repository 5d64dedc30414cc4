"""Documents that we wrote ourselves: the list comes back as its table, plans are nobody's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cxworkshop.exchange.own_table import own_titles
from cxworkshop.exchange.questions import is_praise
from cxworkshop.exchange.readers.blocks import DocumentTable, PartKind, TextPart
from cxworkshop.exchange.readers.limits import take
from cxworkshop.exchange.readers.office_xml import Attributes, walk
from cxworkshop.exchange.readers.packed import Package
from cxworkshop.exchange.refusals import OwnPlans
from cxworkshop.exchange.table import Table, TableRecord
from cxworkshop.exchange.word import LIST, PLANS
from cxworkshop.i18n import _, n_

_ABOUT = "docProps/core.xml"
_QUOTE = "quote"  # the style of customers' words
_BESIDE = r"(?:  .*)?"  # who said it, and more
_GROUP = re.compile(r"([^\W\d_]{1,3})  .*", re.DOTALL)
_CARD = re.compile(r"(\d+)(?:  (.*))?", re.DOTALL)
_LABELS = (n_("Promise"), n_("Who"), n_("Licence"), n_("Start"))
_FEWEST = 3  # of the labels
_BEGIN = 20_000  # characters in which they would stand


def own_document(package: Package, parts: Sequence[TextPart | DocumentTable]) -> Table | None:
    """The list, if this is the document in which we write it; raises OwnPlans for our plans."""
    if _ABOUT not in package.names:
        return None
    about = _Keywords()
    walk(package.xml(_ABOUT), about)
    if PLANS in about.found:
        raise OwnPlans
    texts = [part for part in parts if isinstance(part, TextPart)]
    return _list(texts) if LIST in about.found and len(texts) == len(parts) else None


def refuse_own_plans(text: str) -> None:
    """Refuse the text or the table in which we write plans; raises OwnPlans."""
    labels = {*_LABELS, *map(_, _LABELS)}
    begins = r'(?:^(?:- )?|"|<p>)'  # in Markdown, and in the tables for Jira and Azure DevOps
    texts = (rf"{begins}{re.escape(label)}: " for label in labels)
    if sum(bool(re.search(one, text[:_BEGIN], re.MULTILINE)) for one in texts) >= _FEWEST:
        raise OwnPlans


def _list(parts: Sequence[TextPart]) -> Table | None:
    titles = (*own_titles(), _("Question"))
    rows = [TableRecord(0, titles), *_rows(parts)]
    if len(rows) < 2:
        return None
    records = take(rows).all()
    return Table(records, "", "\t", 0, 1, titles, (), question=len(titles) - 1)


def _rows(parts: Sequence[TextPart]) -> Iterator[TableRecord]:
    """Whatever stands below a heading, but for the counts below the number of a card."""
    group = code = headline = question = ""
    is_begun = False
    for number, part in enumerate(parts):
        if part.kind is PartKind.HEADING and part.level == 1:
            found = _GROUP.fullmatch(part.text)
            group, code, headline = found[1] if found else "", "", ""
            question = part.text if is_praise(part.text) else ""
            is_begun = number > 0  # the first is the title of all
        elif part.kind is PartKind.HEADING:
            card = _CARD.fullmatch(part.text)
            code, headline = (card[1], card[2] or "") if card else ("", "")
        elif is_begun and not _is_count(part, parts[number - 1]):
            cells = (code, group, headline, _words(part), *[""] * 4, question)
            yield TableRecord(part.line, cells)


def _is_count(part: TextPart, before: TextPart) -> bool:
    is_below_card = before.kind is PartKind.HEADING and before.level > 1
    return is_below_card and part.style != _QUOTE


def _words(part: TextPart) -> str:
    """What was said, without its quotation marks and without who said it."""
    if part.style != _QUOTE:
        return part.text
    begin, _words_here, end = _("“{words}”").partition("{words}")
    for before, behind in ((begin, end), ("“", "”")):
        pattern = rf"{re.escape(before)}(.*){re.escape(behind)}{_BESIDE}"
        if found := re.fullmatch(pattern, part.text, re.DOTALL):
            return found[1]
    return part.text


class _Keywords:
    """Collects the keywords of a document."""

    def __init__(self) -> None:
        self.found = ""
        self._is_here = False

    def begin(self, name: str, _attributes: Attributes) -> None:
        self._is_here = name == "keywords"

    def end(self, _name: str) -> None:
        self._is_here = False

    def text(self, text: str) -> None:
        if self._is_here:
            self.found += text
