"""What goes on posters, on thanks and on the page for all staff."""

from __future__ import annotations

from cxworkshop.i18n import _
from cxworkshop.model import Conversation, FirstStep, Helper, Mark, Person, Pick, Verbatim
from cxworkshop.papers.plan import PlanPage, Quote
from cxworkshop.papers.share import Noticed, PosterPage
from cxworkshop.readings.progress import answers_of, latest_check
from cxworkshop.readings.rounds import slots
from cxworkshop.rules import Claim
from cxworkshop.stops.printing.plan import PlanPapers
from cxworkshop.stops.telling import Story, story

_SHORT, _LONG = 5, 24  # words: what says enough, and can be read in passing
_LONGEST = 320  # letters of a quote on a poster
_MOST_STEPS = 3
_MOST_WORDS = 2


class SharePapers(PlanPapers):
    """The values of the posters; what may be claimed is decided by R6 alone."""

    def posters(self, *, round_number: int | None = None) -> list[PosterPage]:
        """One for each pick of the round, in the order of the slots. No customer is named."""
        taken = slots(self._store, self._round_id(round_number))
        plans = {plan.slot: plan for plan in self.plans(round_number=round_number)}
        return [
            self._poster(story(self._store, taken[slot]), plans[slot]) for slot in sorted(taken)
        ]

    def _poster(self, told: Story, plan: PlanPage) -> PosterPage:
        pick, noticed = told.pick, self._noticed(told)
        return PosterPage(
            team=plan.team,
            day=max(filter(None, (noticed.last, pick.start_on, self._round_of(pick).started_on))),
            slot=plan.slot,
            of=plan.of,
            quote=_telling(plan.quotes),
            headline=told.subject.headline or plan.title,
            heard=plan.heard,
            asked=plan.asked,
            lead=told.lead,
            did=told.claim is Claim.WE_DID,
            words=_sentence(told),
            steps=self._done(pick),
            people=self._doers(pick),
            days=(pick.check_on - pick.start_on).days if pick.check_on and pick.start_on else 0,
            noticed=noticed,
            not_asked=told.not_asked,
            promise=plan.promise_we,
            stays=_stays(told),
        )

    def _done(self, pick: Pick) -> tuple[str, ...]:
        rows = self._store.rows(FirstStep, pick=pick.id, set_aside_on=None)
        done = [row.words for row in rows if row.done_on is not None]
        return tuple(sorted(done, key=len)[:_MOST_STEPS])

    def _doers(self, pick: Pick) -> tuple[str, ...]:
        """The owner and the helpers: people of the team, by their names."""
        helpers = [row.person for row in self._store.rows(Helper, pick=pick.id)]
        people = [self._store.find(Person, who) for who in (pick.owner, *helpers) if who]
        return tuple(person.name for person in people if person)

    def _noticed(self, told: Story) -> Noticed:
        check = latest_check(self._store, told.pick.id)
        answers = answers_of(self._store, check) if check else []
        talks = [self._store.get(Conversation, answer.conversation) for answer in answers]
        days = sorted(talk.day for talk in talks if talk.day)
        return Noticed(
            notice=told.marks[Mark.NOTICES],
            asked=sum(told.marks.values()),
            others=told.others,
            words=_short_words(answers),
            first=days[0] if days else None,
            last=days[-1] if days else None,
        )


def _sentence(told: Story) -> str:
    """A promise is half of one ("when a customer …, we …"): by itself it is said in full."""
    words, we = told.words, _("we")
    if words != told.pick.promise_we or not words[:1].islower():
        return words
    if words.split()[0] == we:
        return words[:1].upper() + words[1:]
    return _("We {promise}").format(promise=words)


def _telling(quotes: tuple[Quote, ...]) -> Quote | None:
    """The words that can be read in passing; a sentence that is far too long is for the book."""
    fitting = [quote for quote in quotes if len(quote.words) <= _LONGEST]
    return min(fitting, key=lambda quote: _rank(quote.words), default=None)


def _short_words(answers: list[Verbatim]) -> tuple[str, ...]:
    said = [row.said for row in answers if row.said and row.notices is Mark.NOTICES]
    short = [words for words in said if len(words) <= _LONGEST // 3]
    return tuple(sorted(short, key=_rank)[:_MOST_WORDS])


def _rank(words: str) -> tuple[bool, int]:
    count = len(words.split())
    return not _SHORT <= count <= _LONG, abs(count - (_SHORT + _LONG) // 2)


def _stays(told: Story) -> str:
    return _("It stays without us.") if told.kept else ""
