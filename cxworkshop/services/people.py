"""The team's people, who appear at many stops: owners, helpers, removers, askers, deciders."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Person, PersonId
from cxworkshop.stops.stop import Stop, headline, needed
from cxworkshop.textual import listed


class People(Stop):
    """Everybody on our side who is named somewhere."""

    def all(self) -> list[Person]:
        """All people, in the order in which they were added."""
        return self._store.rows(Person)

    def names(self) -> list[str]:
        """Their names, in that order: what a field for a name offers."""
        return [person.name for person in self.all()]

    def name_of(self, person: PersonId | None) -> str:
        """The person's name; "" for nobody."""
        found = self._store.find(Person, person)
        return found.name if found else ""

    def find_or_add(self, name: str) -> PersonId:
        """Find the person with this name, whatever its case, or add them."""
        name = headline(needed(name))
        for person in self.all():
            if person.name.casefold() == name.casefold():
                return person.id
        person = Person(id=PersonId(new_id()), name=name)
        with self._store.edit(_("Add a person")) as edit:
            edit.write(person)
        return person.id

    def find_or_add_all(self, names: str) -> list[PersonId]:
        """Find or add everybody whose name is in a line of names with commas between them."""
        found = [self.find_or_add(name) for name in listed(names) or (names,)]
        return list(dict.fromkeys(found))

    def describe(self, person: PersonId, *, role: str = "", has_say: bool = False) -> None:
        """Set what they do, and whether they have a say."""
        was = self._store.get(Person, person)
        with self._store.edit(_("Describe a person")) as edit:
            edit.write(replace(was, role=headline(role), has_say=has_say))

    def rename(self, person: PersonId, name: str) -> None:
        """Give a person another name; raises BadWords for none, or one that somebody else has."""
        if not name.strip():
            text = _("People stay in the workshop. Untick who has no say, or type another name.")
            raise BadWords(text)
        was, name = self._store.get(Person, person), headline(needed(name))
        if any(row.name.casefold() == name.casefold() for row in self.all() if row.id != person):
            text = _("{name} is named here already. Add a letter, so that both can be told apart.")
            raise BadWords(text.format(name=name))
        with self._store.edit(_("Rename a person")) as edit:
            edit.write(replace(was, name=name))
