"""Cards that look the same: what a person decided about two of them."""

from __future__ import annotations

from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.model import Card, CardId, Different
from cxworkshop.stops.stop import StopPart


class Pairs(StopPart):
    """Remembers in the file which cards only look the same."""

    def mark_different(self, one: CardId, other: CardId) -> None:
        """Say that two cards are different wishes, so that nobody is asked again."""
        if one == other:
            raise BadWords(_("A card can’t differ from itself. Choose two."))
        first, second = sorted((one, other))
        row = Different(id=f"{first}/{second}", card=first, other_card=second)
        if self._store.find(Different, row.id) is None:
            codes = sorted(self._store.get(Card, card).code for card in (one, other))
            title = _("Keep cards {one} and {other} apart")
            with self._store.edit(title.format(one=codes[0], other=codes[1])) as edit:
                edit.write(row)
