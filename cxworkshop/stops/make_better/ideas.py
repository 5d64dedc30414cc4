"""The deck of ideas: the team rewords the catalogue's, sets them aside, and adds its own."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop import catalogue
from cxworkshop.errors import BadWords, NotFound, quoted
from cxworkshop.i18n import _, with_commas
from cxworkshop.ids import new_id
from cxworkshop.model import TeamIdea
from cxworkshop.queries.ideas import DeckIdea, deck, find_idea, whole_deck
from cxworkshop.stops.stop import StopPart, headline, needed


class Ideas(StopPart):
    """The ideas that a step can come from. `key` is an idea's key, or its number in the deck."""

    def deck(self) -> list[DeckIdea]:
        """Return the ideas to choose from, group by group."""
        return deck(self._store)

    def aside(self) -> list[DeckIdea]:
        """Return the ideas that were set aside."""
        return [idea for idea in whole_deck(self._store) if idea.is_aside]

    def find(self, key: str) -> DeckIdea:
        """Return one idea, set aside or not; raises NotFound."""
        idea = find_idea(self._store, key)
        if idea is None:
            raise NotFound(_("There is no idea “{key}” in the deck.").format(key=quoted(key)))
        return idea

    def add(self, group: str, words: str) -> DeckIdea:
        """Add an idea of our own to one of the seven groups; raises NotFound, and BadWords.

        `group` is the group's key, its number from 1, or its title.
        """
        row = TeamIdea(
            id=new_id(),
            idea_group=_group(group),
            words=headline(needed(words)),
            position=1 + max((one.position for one in self._store.rows(TeamIdea)), default=-1),
        )
        with self._store.edit(_("Add an idea")) as edit:
            edit.write(row)
        return self.find(row.id)

    def reword(self, key: str, words: str) -> None:
        """Say it in our own words; raises BadWords when nothing is left."""
        idea, said = self.find(key), headline(needed(words))
        self._write(
            replace(self._row(idea), words="" if said == idea.ours else said),
            _("Reword an idea"),
        )

    def set_aside(self, key: str) -> None:
        """Take it out of the deck; steps that came from it keep its name."""
        row = replace(self._row(self.find(key)), set_aside_on=self._today())
        self._write(row, _("Set an idea aside"))

    def bring_back(self, key: str) -> None:
        """Put one that was set aside back into the deck."""
        self._write(replace(self._row(self.find(key)), set_aside_on=None), _("Bring an idea back"))

    def restore(self, key: str) -> None:
        """Let a reworded one say what it said at first; raises BadWords for one of our own."""
        idea = self.find(key)
        if idea.is_own:
            raise BadWords(_("This idea is your own; the catalogue has no words for it."))
        self._write(replace(self._row(idea), words=""), _("Take back our words of an idea"))

    def _row(self, idea: DeckIdea) -> TeamIdea:
        blank = TeamIdea(id=idea.key, idea_group=idea.group_key, position=0)
        return self._store.find(TeamIdea, idea.key) or blank

    def _write(self, row: TeamIdea, title: str) -> None:
        """Write it, or remove it where nothing is left that differs from the catalogue."""
        says_nothing = not row.words and row.set_aside_on is None
        known = self._store.find(TeamIdea, row.id)
        if row == known or (says_nothing and known is None):
            return
        with self._store.edit(title) as edit:
            if says_nothing:
                edit.remove(row)
            else:
                edit.write(row)


def _group(wanted: str) -> str:
    """The key of a group; raises NotFound with those that there are."""
    asked = wanted.strip().casefold()
    groups = catalogue.ideas()
    for number, group in enumerate(groups, start=1):
        if asked in (group.key, str(number), group.title.casefold()):
            return group.key
    known = with_commas(group.key for group in groups)
    text = _("There is no group “{wanted}” of ideas; there are: {known}.")
    raise NotFound(text.format(wanted=quoted(wanted), known=known))
