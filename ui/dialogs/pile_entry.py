"""Many piles of the real wall at once: a line for each, and what it would do beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.queries.pile_lines import Pile, Piles
from cxworkshop.workshop import Workshop
from ui.dialogs.paper_entry import LinePreview, PaperEntryDialog, PaperPreview, codes
from ui.theme.theme import Theme


class PileEntryDialog(PaperEntryDialog):
    """`Waiting on the phone: 3 17 22`, `B: 4`, as many lines as there are piles."""

    def __init__(self, workshop: Workshop, theme: Theme, parent: QWidget) -> None:
        self._workshop = workshop
        about = _(
            "One line for each pile: a headline or a group’s letter, a colon, the cards’ numbers. "
            "It is one step, so Ctrl+Z takes all back."
        )
        super().__init__(_("Piles from the wall"), about, _("Piles"), theme, parent)

    @property
    @override
    def hint(self) -> str:
        """Three ways to write a pile."""
        return _("Waiting on the phone: 3 17 22\nParking: 4, 9, 11-13\nB: 6")

    @property
    @override
    def deed(self) -> str:
        """What is done with them."""
        return _("Group them")

    @override
    def look_at(self, text: str) -> PaperPreview:
        """The core does it and takes it back at once."""
        found = self._workshop.big_list.preview_piles(text)
        return PaperPreview(tuple(map(line_seen, found.lines)), _summary(found), found.cards)

    @override
    def take(self, text: str, *, but_these: bool) -> None:
        """The preview was the question, so many cards are not asked about again (R12)."""
        self._workshop.big_list.group_piles(text, sure=True, but_these=but_these)


def line_seen(pile: Pile) -> LinePreview:
    """What a pile would do, in words."""
    notes = []
    if pile.cards:
        notes.append(codes(pile.codes))
    for letter in dict.fromkeys(letter for _code, letter in pile.moved):
        out = [code for code, where in pile.moved if where == letter]
        text = ngettext("{codes} comes out of group {letter}", "{codes} come out of group {letter}",
                        len(out))  # fmt: skip
        notes.append(text.format(codes=codes(out), letter=letter))
    if pile.there:
        text = ngettext("{codes} is in it already", "{codes} are in it already", len(pile.there))
        notes.append(text.format(codes=codes(pile.there)))
    return LinePreview(pile.number, _does(pile), tuple(notes), pile.troubles)


def _does(pile: Pile) -> str:
    if not pile.cards:
        return "" if pile.troubles else _("Nothing new for this group")
    n = len(pile.cards)
    cards = ngettext("{n} card", "{n} cards", n).format(n=n)
    text = _("New group {letter}, “{words}”: {cards}")
    if pile.like:
        text = _("With line {line} into group {letter}: {cards}")
    elif pile.group is not None:
        text = _("Into group {letter}, “{words}”: {cards}")
    return text.format(letter=pile.letter, words=pile.headline, cards=cards, line=pile.like)


def _summary(found: Piles) -> str:
    if not found.doing:
        return ""
    cards = ngettext("{n} card", "{n} cards", found.cards).format(n=found.cards)
    groups = ngettext("into {n} group", "into {n} groups", found.groups).format(n=found.groups)
    if found.troubles:
        return _("All but these: {cards} {groups}.").format(cards=cards, groups=groups)
    return f"{cards} {groups}."
