"""What the import page shows of a file: its table, what each column gives, and the plan."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from cxworkshop.exchange.choosing import (
    GUESSED,
    ColumnChoices,
    ImportChoices,
    consider,
    is_unanswered,
)
from cxworkshop.exchange.column_counts import ColumnCount, count_columns
from cxworkshop.exchange.import_plan import ImportPlan, PlannedAnswer
from cxworkshop.exchange.recipe import ImportRecipe
from cxworkshop.exchange.refusals import ImportRefusal, NobodyAnswered, NoEarlierChoices
from cxworkshop.exchange.respondents import columns_of_people, has_repeats
from cxworkshop.exchange.table import Table
from cxworkshop.exchange.ticks import Ticks, with_ticks
from cxworkshop.progress import go_on
from cxworkshop.services.import_reading import (
    ImportFile,
    KnownAnswers,
    PreparedImport,
    Watch,
    plan_import,
    prepared_import,
    read_table,
    with_header,
)
from cxworkshop.suggest.names import likely_names

MOST_LOOKED_AT = 500_000  # characters of all answers: about half a second
NO_TICKS = Ticks()


@dataclass(frozen=True)
class ImportPreview:
    """A file as it is understood now. `plan` is the one before anything was ticked by hand.

    `may_name` are answers of the plan that may name somebody, where they are few enough to look.
    `people` are the columns by which several rows may be one customer's.
    `prepared` is None while no column holds customers' words. `last_time` is what was chosen for
    such a table before, where that differs from `wanted`. `has_rows` is False after
    `without_rows`.
    """

    file: ImportFile
    table: Table
    wanted: ImportChoices
    chosen: ColumnChoices
    plan: ImportPlan | None
    ticks: Ticks = NO_TICKS
    last_time: ImportChoices | None = None
    may_name: tuple[PlannedAnswer, ...] = ()
    people: tuple[int, ...] = ()
    has_rows: bool = True
    prepared: PreparedImport | None = field(init=False)
    counts: tuple[ColumnCount, ...] = field(init=False)

    def __post_init__(self) -> None:
        found = with_ticks(self.plan, self.ticks) if self.plan is not None else None
        prepared = found and prepared_import(self.file, self.table, self.chosen, found, self.wanted)
        object.__setattr__(self, "prepared", prepared)
        object.__setattr__(self, "counts", count_columns(self.table, self.chosen, found))

    @property
    def is_text(self) -> bool:
        """Whether it is a text, whose letters and separator a person may know better."""
        return bool(self.table.encoding)

    @property
    def respondent(self) -> int | None:
        """The column by which several rows are one customer's; None where each row is one."""
        who = self.chosen.respondent
        return who if who in self.people else None

    @property
    def notes(self) -> tuple[str, ...]:
        """What deserves a look, and what could as well be otherwise."""
        if self.prepared is None:
            return self.table.notes
        unsure = self.prepared.doubts if self.wanted.header is None else ()
        return (*self.prepared.plan.notes, *(doubt.question for doubt in unsure))

    @property
    def naming(self) -> list[PlannedAnswer]:
        """What may name somebody and was not left out by hand."""
        return [answer for answer in self.may_name if answer.key not in self.ticks.left_out]

    @property
    def wordiest(self) -> int:
        """The column with most letters near the beginning: where customers' words are looked for
        first when no column is known to hold them.
        """
        letters = {
            one.number: sum(map(str.isalpha, "".join(self.table.column_begins(one.number, 50))))
            for one in self.counts
        }
        return max(letters, key=letters.__getitem__)

    def ticked(self, ticks: Ticks) -> ImportPreview:
        """The same with other answers taken and left out."""
        return replace(self, ticks=ticks)

    def without_rows(self) -> ImportPreview:
        """The same without its table and the plan, which are larger than what is taken.

        `preview_again` reads the file anew. The first record stays, for a table that has none
        can't be shown.
        """
        table = replace(self.table, records=self.table.records[:1])
        return replace(self, table=table, plan=None, may_name=(), has_rows=False)


def preview_import(
    file: ImportFile,
    known: KnownAnswers,
    recipes: Sequence[ImportRecipe] = (),
    watch: Watch = iter,
) -> ImportPreview:
    """Read a file and plan its import as it is guessed; raises an ImportRefusal.

    It may have no column with customers' words, and then a person has to say which.
    """
    table = read_table(file)
    chosen = consider(table, GUESSED)
    if not chosen.answers and is_unanswered(table, chosen.guessed):
        raise NobodyAnswered
    last_time = _last_time(file, table, chosen, recipes)
    found = plan_import(table, chosen, known, watch) if chosen.answers else None
    may_name = _may_name(found)
    return ImportPreview(
        file,
        table,
        GUESSED,
        chosen,
        found,
        last_time=last_time,
        may_name=may_name,
        people=_people(table, chosen),
    )


def preview_again(
    before: ImportPreview, known: KnownAnswers, wanted: ImportChoices, watch: Watch = iter
) -> ImportPreview:
    """Plan it as a person says; the text is read again only where that is asked for.

    Raises an ImportRefusal. Roles are guessed again where the table has got other columns.
    """
    table = with_header(_table_for(before, wanted), wanted)
    if len(wanted.roles) != len(table.titles):
        wanted = replace(wanted, roles=())
    chosen = consider(table, wanted)
    found = plan_import(table, chosen, known, watch) if chosen.answers else None
    may_name = _may_name(found)
    return replace(
        before,
        table=table,
        wanted=wanted,
        chosen=chosen,
        plan=found,
        may_name=may_name,
        people=before.people if table is before.table else _people(table, chosen),
        has_rows=True,
    )


def as_last_time(file: ImportFile, recipes: Sequence[ImportRecipe]) -> ImportChoices:
    """What was chosen for a file with the same columns; raises NoEarlierChoices."""
    found = _earlier_choices(file, read_table(file), recipes)
    if found is None:
        raise NoEarlierChoices
    return found


def was_otherwise(file: ImportFile, recipes: Sequence[ImportRecipe]) -> bool:
    """Whether something else was chosen for such a file before than is guessed now."""
    if not recipes:
        return False  # without reading the file again
    table = read_table(file)
    return _last_time(file, table, consider(table, GUESSED), recipes) is not None


def _people(table: Table, chosen: ColumnChoices) -> tuple[int, ...]:
    """Those that tell people apart, and one that a person has named."""
    found = columns_of_people(table, chosen.guessed)
    who = chosen.respondent
    is_new = who is not None and who not in found and has_repeats(table.column(who))
    return (*found, who) if is_new and who is not None else found


def _may_name(found: ImportPlan | None) -> tuple[PlannedAnswer, ...]:
    """Answers that may name somebody; before Wall and paper all are looked at, however many."""
    taken = found.taken if found is not None else ()
    if sum(len(answer.words) for answer in taken) > MOST_LOOKED_AT:
        return ()
    naming = []
    for answer in taken:
        go_on()
        if likely_names(answer.words):
            naming.append(answer)
    return tuple(naming)


def _table_for(before: ImportPreview, wanted: ImportChoices) -> Table:
    ways = [(how.encoding, how.delimiter, how.sheet) for how in (before.wanted, wanted)]
    is_read = before.has_rows and ways[0] == ways[1]
    return before.table if is_read else read_table(before.file, wanted)


def _last_time(
    file: ImportFile, table: Table, chosen: ColumnChoices, recipes: Sequence[ImportRecipe]
) -> ImportChoices | None:
    """What was chosen for a table with the same titles, if that differs from what is guessed."""
    found = _earlier_choices(file, table, recipes)
    guessed = ImportChoices(header=table.header_rows, skipped=table.skipped, roles=chosen.roles)
    return found if found != guessed else None


def _earlier_choices(
    file: ImportFile, table: Table, recipes: Sequence[ImportRecipe]
) -> ImportChoices | None:
    for recipe in recipes:
        with suppress(ImportRefusal, LookupError):
            found = _as_last_time(file, table, recipe)
            if found is not None:
                return found
    return None


def _as_last_time(file: ImportFile, table: Table, recipe: ImportRecipe) -> ImportChoices | None:
    how = ImportChoices(encoding=recipe.encoding, delimiter=recipe.delimiter)
    anew = read_table(file, how) if recipe.reads_anew else table
    for there in (recipe.headed(anew), anew):  # more rows may stand above the titles this time
        roles = recipe.roles_in(there, consider(there, GUESSED).roles)
        if roles is not None:
            return replace(how, roles=roles, header=there.header_rows, skipped=there.skipped)
    return None
