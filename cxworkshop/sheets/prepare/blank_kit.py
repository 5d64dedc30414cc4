"""The session on paper: three slots, a plan, a check and a staff test, to copy as needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cxworkshop.content.values import BlankKitContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.density import SMALL
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece, height_of, spread
from cxworkshop.sheets.layout.form_lines import answer, fields, filled, label, ticks, title, words
from cxworkshop.sheets.layout.page_frame import Frame, framed, privacy
from cxworkshop.sheets.make_better.action_plan import action_plans
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import Paper
from cxworkshop.sheets.prepare import blank_parts as parts
from cxworkshop.sheets.typesetting.text import Style

_SLOTS = 3
_TITLE = 19.0  # points
_MAX_SPREAD = 5.0
_ABOVE_FOOTER = 1.5
_CHOICE = Style(size=11.5, leading=14.6)
_GAP = 5.0


def blank_kit(kit: BlankKitContent, options: PrintOptions) -> list[Page]:
    """Draw a page for each of the stops 4 to 7."""
    blank = _BlankPages(kit, options.paper)
    plan = replace(action_plans([kit.plan], options)[0], bookmark=_("Action plan"))
    return [
        blank.page(_("Three slots"), blank.slots(), names=False),
        plan,
        blank.page(_("30-day check"), blank.check(), names=True),
        blank.page(_("Replace-the-staff test"), blank.staff_test(), names=False),
    ]


@dataclass(frozen=True)
class BlankRows:
    """The number of rows on a page, and limits for their height in mm."""

    count: int
    least: float
    most: float


_CUSTOMERS, _HEADINGS = BlankRows(10, 9.0, 14.0), BlankRows(6, 19.0, 25.0)


@dataclass(frozen=True)
class _BlankPages:
    kit: BlankKitContent
    paper: Paper

    def page(self, kind: str, pieces: Sequence[Piece], *, names: bool) -> Page:
        """One page, filled up with lines to write on."""
        round_ = _("round {n}").format(n=self.kit.round_number)
        frame = Frame(
            kind=kind,
            whose=f"{self.kit.team}  ·  {round_}",
            privacy=privacy() if names else "",
        )
        filled_up = filled(pieces, self._room)
        spread_out = spread(filled_up, self._room - height_of(filled_up), _MAX_SPREAD)
        return replace(framed(frame, [spread_out], self.paper)[0], bookmark=kind)

    @property
    def _room(self) -> float:
        return self.paper.room - _ABOVE_FOOTER

    def _with_row_height(
        self, make: Callable[[float], list[Piece]], rows: BlankRows
    ) -> list[Piece]:
        """The pieces from `make`, called with the largest row height that fits on the page."""
        spare = self._room - height_of(make(rows.least))
        return make(max(rows.least, min(rows.most, rows.least + spare / rows.count)))

    @property
    def _x(self) -> float:
        return self.paper.left

    @property
    def _width(self) -> float:
        return self.paper.column

    def slots(self) -> list[Piece]:
        """Three slots, each with the four criteria."""
        hint = _("Those who will do the work choose. One is fine, three is the most for one round."
                 " A no or a not sure wants its reason.")  # fmt: skip
        pieces = [
            title(_("Up to three, and four questions to each"), self.paper, _TITLE),
            words(hint, SMALL, self._x, self._width),
        ]
        for number in range(1, _SLOTS + 1):
            pieces.append(parts.slot(number, self._x, self._width, gap=_GAP))
            pieces += [
                parts.criterion(each, self._x, self._width) for each, _help in self.kit.criteria
            ]
        stays = label(_("What stays on the list for next time"), self._x, self._width, gap=_GAP)
        return [*pieces, stays, answer(1, self._x, self._width, said=False)]

    def check(self) -> list[Piece]:
        """What customers said before, and rows for ten of them."""
        return self._with_row_height(self._check, _CUSTOMERS)

    def staff_test(self) -> list[Piece]:
        """The question, six headings that are not persons, and sure or not sure."""
        return self._with_row_height(self._staff_test, _HEADINGS)

    def _check(self, row: float) -> list[Piece]:
        x, width = self._x, self._width
        ask = _("Ask: “{question}”").format(question=self.kit.check_question)
        verdict = [_("{Customers} notice"), _("Some do"), _("They don’t")]
        mark = _("Mark each {customer} once. Your own view is welcome in the notes, not in the"
                 " marks.")  # fmt: skip
        return [
            title(_("What do {customers} notice now?"), self.paper, _TITLE, "H2"),
            fields([(_("Improvement"), 3.0), (_("Asked by"), 2.0), (_("Date"), 1.4)], x, width),
            label(_("What they said before"), x, width, gap=_GAP),
            answer(2, x, width),
            label(ask, x, width, gap=_GAP),
            *parts.customers(x, width, row),
            words(mark, SMALL, x, width, gap=1.4),
            label(_("Verdict"), x, width, gap=_GAP),
            ticks(verdict, _CHOICE, x, width, between=12.0, gap=0.8),
            label(_("Notes"), x, width, gap=_GAP),
            answer(1, x, width, said=False),
        ]

    def _staff_test(self, row: float) -> list[Piece]:
        x, width = self._x, self._width
        sure = [_("Sure"), _("Not sure: we mend it, and ask again")]
        mend = [(_("What we mend"), 4.0), (_("Who"), 2.0), (_("By when"), 2.0)]
        return [
            title(self.kit.staff_question, self.paper, 17, "H2"),
            fields([(_("Improvement"), 3.0), (_("Asked of"), 2.0), (_("Date"), 1.4)], x, width,
                   gap=0.8),
            *parts.headings(self.kit.headings, x, width, row, gap=_GAP),
            label(_("Are we sure?"), x, width, gap=_GAP),
            ticks(sure, _CHOICE, x, width, between=12.0, gap=0.8),
            *[fields(mend, x, width)] * 2,
            fields([(_("We ask again on"), 1.0), (_("Attempt number"), 1.0)], x, width),
        ]  # fmt: skip
