"""What is asked before there is a workshop, and the workshop that is made of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cxworkshop import private_files
from cxworkshop.customer_word import DEFAULT, CustomerWord
from cxworkshop.i18n import _
from cxworkshop.workshop import Workshop


@dataclass(frozen=True)
class FirstAnswers:
    """Only the team and where to keep it are needed. `people` says of each who has a say.

    `day_typed` is what can't be read as a day yet.
    """

    team: str
    path: Path
    day_1: date | None = None
    day_typed: str = ""
    serve: tuple[str, ...] = ()
    not_please: str = ""
    people: tuple[tuple[str, bool], ...] = ()
    paper: str = ""
    language: str = ""
    customer_word: CustomerWord = DEFAULT

    def make(self, today: date | None) -> Workshop:
        """Make the workshop; what was answered is one step that can be taken back.

        Raises a Refusal.
        """
        with suppress(OSError):  # saving says what is wrong with the folder
            private_files.make_folder(self.path.parent)
        workshop = Workshop.new(self.path, self.team, today)
        try:
            with workshop.as_one(_("Fill in the new workshop")):
                self._fill(workshop)
        except BaseException:
            workshop.file.leave()
            raise
        return workshop

    def _fill(self, workshop: Workshop) -> None:
        prepare, people = workshop.prepare, workshop.people
        if self.day_1 is not None and self.day_1 != prepare.day_1():
            prepare.set_day_1(self.day_1)
        for kind in {kind.casefold(): kind for kind in self.serve}.values():  # each once
            prepare.served.add(kind)
        if self.not_please:
            prepare.served.add_not_pleased(self.not_please)
        for name, has_say in self.people:
            people.describe(people.find_or_add(name), has_say=has_say)
        prepare.call_customers(*self.customer_word)
        if self.paper and self.paper != prepare.team().paper:
            prepare.choose_paper(self.paper)
        if self.language and self.language != prepare.team().language:
            prepare.choose_language(self.language)
