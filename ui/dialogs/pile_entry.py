"""Many piles of the real wall at once, one line each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _, ngettext
from cxworkshop.queries.pile_lines import Pile, Piles
from cxworkshop.workshop import Workshop
from ui.dialogs.paper_entry import LinePreview, PaperEntryDialog, PaperPreview, codes
from ui.theme.theme import Theme


class PileEntry:
    """Lines like `Waiting on the phone: 3 17 22` or `B: 4`."""

    def __init__(self, workshop: Workshop) -> None:
        self._piles = workshop.big_list.piles
        self.title, self.name = _("Piles from the wall"), _("Piles")
        self.about = _(
            "One line for each pile: a headline or a group’s letter, a colon, the cards’ numbers. "
            "It is one step, so Ctrl+Z takes all back."
        )
        self.hint = _("Waiting on the phone: 3 17 22\nParking: 4, 9, 11-13\nB: 6")

    def verb(self, _text: str) -> str:
        """What the button says."""
        return _("Group them")

    def preview(self, text: str) -> PaperPreview:
        """What these piles would do."""
        found = self._piles.preview(text)
        return PaperPreview(
            tuple(map(pile_preview, found.lines)), piles_summary(found), found.cards
        )

    def take(self, text: str, *, but_these: bool) -> None:
        """Group them without asking about many cards (R12), for the preview has shown them."""
        self._piles.group(text, sure=True, but_these=but_these)


class PileEntryDialog(PaperEntryDialog):
    """The dialog for piles."""

    def __init__(self, workshop: Workshop, theme: Theme, parent: QWidget) -> None:
        super().__init__(PileEntry(workshop), theme, parent)


def pile_preview(pile: Pile) -> LinePreview:
    """What a pile would do, in words."""
    notes = []
    if pile.cards:
        notes.append(codes(pile.codes))
    for letter in dict.fromkeys(letter for _code, letter in pile.moved):
        leaving = [code for code, group in pile.moved if group == letter]
        text = ngettext("{codes} comes out of group {letter}", "{codes} come out of group {letter}",
                        len(leaving))  # fmt: skip
        notes.append(text.format(codes=codes(leaving), letter=letter))
    if pile.already_there:
        n = len(pile.already_there)
        text = ngettext("{codes} is in it already", "{codes} are in it already", n)
        notes.append(text.format(codes=codes(pile.already_there)))
    return LinePreview(pile.number, _does(pile), tuple(notes), pile.troubles)


def _does(pile: Pile) -> str:
    if not pile.cards:
        return "" if pile.troubles else _("Nothing new for this group")
    n = len(pile.cards)
    cards = ngettext("{n} card", "{n} cards", n).format(n=n)
    text = _("New group {letter}, “{words}”: {cards}")
    if pile.first_line:
        text = _("With line {line} into group {letter}: {cards}")
    elif pile.group is not None:
        text = _("Into group {letter}, “{words}”: {cards}")
    return text.format(letter=pile.letter, words=pile.headline, cards=cards, line=pile.first_line)


def piles_summary(found: Piles) -> str:
    """What all piles do together."""
    if not found.doing:
        return ""
    cards = ngettext("{n} card", "{n} cards", found.cards).format(n=found.cards)
    groups = ngettext("into {n} group", "into {n} groups", found.groups).format(n=found.groups)
    if found.troubles:
        return _("All but these: {cards} {groups}.").format(cards=cards, groups=groups)
    return f"{cards} {groups}."
