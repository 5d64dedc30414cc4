"""Bring a file's words onto the big list: read it, plan, and take it as one edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cxworkshop.errors import BadWords
from cxworkshop.exchange.choosing import ImportChoices
from cxworkshop.exchange.pieces import PIECE
from cxworkshop.exchange.recipe import ImportRecipe
from cxworkshop.i18n import _, ngettext
from cxworkshop.ids import new_id
from cxworkshop.model import (
    BatchId,
    Card,
    CardId,
    Conversation,
    ConversationId,
    Customer,
    CustomerId,
    Forgotten,
    ImportAside,
    ImportBatch,
    KeptRecipe,
    RoundCard,
    Verbatim,
    VerbatimId,
)
from cxworkshop.model.limits import MOST_CHARACTERS
from cxworkshop.on_demand import Part
from cxworkshop.queries.comebacks import cards_by_words
from cxworkshop.queries.feedback import next_number
from cxworkshop.queries.imported import imported_words
from cxworkshop.queries.places import place_name
from cxworkshop.queries.room import answers_in, refuse_more
from cxworkshop.queries.rounds import team
from cxworkshop.rules import ask_first
from cxworkshop.services.import_reading import (
    ImportFile,
    KnownAnswers,
    PreparedImport,
    Watch,
    prepare_import,
)
from cxworkshop.services.import_writer import ImportWriter
from cxworkshop.stops.stop import Stop
from cxworkshop.store.tables.edit import Edit
from cxworkshop.textual import fold

if TYPE_CHECKING:
    from cxworkshop.services.photos import Photos

__all__ = ["ImportFile", "Importing", "PreparedImport", "comeback_line"]


class Importing(Stop):
    """The files that were read, what was not taken from them, and photos of the wall."""

    photos: Part[Photos] = Part("cxworkshop.services.photos:Photos")

    def prepare(
        self,
        file: ImportFile,
        *,
        columns: Sequence[str] = (),
        question_column: str | None = None,
        skip_questions: Sequence[str] = (),
        wanted: ImportChoices | None = None,
        watch: Watch = iter,
    ) -> PreparedImport:
        """Read a file and plan its import; nothing is changed yet.

        Columns are named by title or by number from 1; those that are not named are guessed.
        `wanted` says all that can be chosen, in place of the single arguments. The records pass
        through `watch` on their way, which may count them. Raises an ImportRefusal.
        """
        wanted = wanted or ImportChoices(columns, question_column, skip_questions)
        prepared = prepare_import(file, self.known(), wanted, watch)
        self.refuse_without_room(prepared)
        return prepared

    def take(self, prepared: PreparedImport, *, sure: bool = False) -> ImportBatch:
        """Do what the plan says, in one edit. Raises AsksFirst from 20 cards on (R12)."""
        found = prepared.plan
        ask_first(team(self._store), len(found.cards), sure=sure)
        if not (found.cards or found.praise or found.aside):
            raise BadWords(_("There is nothing new in this file."))
        self.refuse_without_room(prepared)
        batch = ImportBatch(
            id=BatchId(new_id()),
            file_name=prepared.file_name,
            sha256=prepared.sha256,
            read_on=self._today(),
        )
        self._store.about_to_change_much()
        with self._store.edit(_import_title(len(found.cards))) as edit:
            edit.write(batch)
            if prepared.recipe is not None:
                self._keep(edit, prepared.recipe)
            writer = ImportWriter(self._store, edit, self._round.id, batch.id)
            writer.write(found)
            for card in writer.come_back:
                self._put_on_list(edit, card)
        return batch

    def _keep(self, edit: Edit, recipe: ImportRecipe) -> None:
        """Remember what was chosen, in place of what was chosen for the same titles before."""
        text = recipe.to_text()
        if len(text) <= MOST_CHARACTERS:
            row = KeptRecipe(id=recipe.name, chosen_on=self._today(), choices=text)
            edit.write(row)

    def recipes(self) -> list[ImportRecipe]:
        """What was chosen for other files, the latest first."""
        rows = reversed(self._store.rows(KeptRecipe))
        return [found for row in rows if (found := ImportRecipe.from_text(row.choices))]

    def comebacks(self, prepared: PreparedImport) -> int:
        """How many of its answers say what a card said that left the list: that comes back."""
        left = cards_by_words(self._store, self._round.id)
        if not left:
            return 0  # and no words need be folded
        return sum(fold(card.answers[0].words) in left for card in prepared.plan.cards)

    def refuse_without_room(self, prepared: PreparedImport) -> None:
        """Refuse more than the workshop can hold: raises TooManyAnswers or WorkshopFull."""
        refuse_more(self._store, prepared.answers, prepared.size)

    def known(self) -> KnownAnswers:
        """What an import finds already here."""
        said = self._store.columns(Verbatim, "said", "source_key")
        aside = self._store.columns(ImportAside, "words", "source_key")
        forgotten = [name.removeprefix(PIECE) for (name,) in self._store.columns(Forgotten, "id")]
        return KnownAnswers(
            keys=frozenset(filter(None, (*(key for _words, key in (*said, *aside)), *forgotten))),
            answers=answers_in(self._store),
            size=self._store.size,
            said=frozenset(words for words, _key in (*said, *aside) if words),
            batches=imported_words(self._store),
        )

    def batches(self) -> list[ImportBatch]:
        """The files that were imported."""
        return self._store.rows(ImportBatch)

    def aside(self) -> list[ImportAside]:
        """What was not taken, with its reason, and has not been brought back."""
        return self._store.rows(ImportAside, brought_back=None)

    def bring_back(self, aside: str) -> Card:
        """Make a piece that was set aside a card after all, said by a customer of its own."""
        row = self._store.get(ImportAside, aside)
        with self._store.edit(_("Bring back an answer that was set aside")) as edit:
            talk = self._own_talk(edit, row)
            card = Card(
                id=CardId(new_id()), code=edit.take_numbers("card"), first_round=self._round.id
            )
            verbatim = Verbatim(
                id=VerbatimId(new_id()), conversation=talk, said=row.words, card=card.id
            )
            edit.write(card)
            edit.write(self._place(card.id))
            edit.write(verbatim)
            edit.write(replace(row, brought_back=verbatim.id))
        return card

    def _own_talk(self, edit: Edit, aside: ImportAside) -> ConversationId:
        customer = Customer(id=CustomerId(new_id()), number=next_number(self._store))
        talk = Conversation(
            id=ConversationId(new_id()),
            round=self._round.id,
            customer=customer.id,
            closed=True,
            import_batch=aside.import_batch,
        )
        edit.write(customer)
        edit.write(talk)
        return talk.id

    def _place(self, card: CardId) -> RoundCard:
        """Where the card stands on this round's list: behind all others."""
        round_id = self._round.id
        position = self._store.count(Card)
        name = place_name(round_id, card)
        return RoundCard(id=name, round=round_id, card=card, position=position)


def comeback_line(n: int) -> str:
    """Say how many cards come back with an import."""
    text = ngettext(
        "{n} says what a card said that had left the list: that card comes back.",
        "{n} say what cards said that had left the list: these cards come back.",
        n,
    )
    return text.format(n=n)


def _import_title(n: int) -> str:
    return ngettext("Import {n} card", "Import {n} cards", n).format(n=n)
