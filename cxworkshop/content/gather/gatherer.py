"""The content of all sheets, by stop."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from cxworkshop import i18n
from cxworkshop.content.gather.answers import AnswersGatherer
from cxworkshop.content.gather.big_list import BigListGatherer
from cxworkshop.content.gather.books import BooksGatherer
from cxworkshop.content.gather.check import CheckGatherer
from cxworkshop.content.gather.make_better import MakeBetterGatherer
from cxworkshop.content.gather.pick import PickGatherer
from cxworkshop.content.gather.prepare import PrepareGatherer
from cxworkshop.content.gather.round_start import RoundStartGatherer
from cxworkshop.content.gather.share import ShareGatherer
from cxworkshop.content.gather.staff_test import StaffTestGatherer
from cxworkshop.content.gather.talk import TalkGatherer
from cxworkshop.content.gather.wall import WallGatherer
from cxworkshop.content.gather.year import YearGatherer
from cxworkshop.customer_word import CustomerWord, calling_customers
from cxworkshop.model import Customer, Letterhead
from cxworkshop.queries.rounds import current_round, customer_word_of, team
from cxworkshop.store.tables.query import StoreReader


class ContentGatherer:
    """One gatherer for each stop, and for answers, year, books and the Wall. They only read.

    Customers' names are left out unless a method is called with `names=True` (R7).
    """

    def __init__(self, store: StoreReader) -> None:
        self._store = store
        self.prepare = PrepareGatherer(store)
        self.talk = TalkGatherer(store)
        self.big_list = BigListGatherer(store)
        self.pick = PickGatherer(store)
        self.make_better = MakeBetterGatherer(store)
        self.check = CheckGatherer(store, self.make_better)
        self.staff_test = StaffTestGatherer(store, self.make_better)
        self.share = ShareGatherer(store, self.make_better)
        self.answers = AnswersGatherer(store)
        self.round_start = RoundStartGatherer(store, self.make_better, self.share)
        self.year = YearGatherer(store)
        self.wall = WallGatherer(store)
        self.books = BooksGatherer(store, self.big_list, self.make_better, self.share)

    def team_name(self) -> str:
        """The name of the team whose workshop it is."""
        return team(self._store).team

    def language(self) -> str:
        """The language that this team prints in."""
        return team(self._store).language

    def customer_word(self) -> CustomerWord:
        """What the team calls its customers."""
        return customer_word_of(self._store)

    @contextmanager
    def speaking(self) -> Iterator[None]:
        """Speak the language of the team's paper, and say its word for customers."""
        with i18n.speaking(self.language()), calling_customers(self.customer_word()):
            yield

    def letterhead(self) -> Letterhead:
        """The team's logo and colour."""
        return self._store.find(Letterhead, Letterhead.id_form) or Letterhead()

    def day(self) -> date:
        """The date of a PDF: the round's own, so that the same print gives the same bytes."""
        return current_round(self._store).started_on

    def as_of(self, today: date) -> date | None:
        """The day that a print shows; None for a round that is over, whose papers stay (R14)."""
        return None if current_round(self._store).ended_on else today

    def customers_names(self) -> tuple[str, ...]:
        """Names that customers gave us, to look for in quotes before they are printed (R7)."""
        return tuple(row.name for row in self._store.rows(Customer) if row.name)
