"""What every command shares: the day, opening and saving, and how a refusal is said."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cxworkshop.compat import override
from cxworkshop.errors import AsksFirst, BadWords, ClearsOwnRoad, Refusal, TooManyPicks
from cxworkshop.i18n import _
from cxworkshop.store.refusals import FileIsThere, FileRefusal

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop

FILE = click.Path(path_type=Path)
YEARS = range(1990, 2200)  # plans are made for the next weeks; the rest is a slip of the finger


class DayParameter(click.ParamType[date]):
    """A day as people write it for computers: 2026-11-23."""

    name = "date"

    @override
    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        """The day; raises a usage error that shows the form."""
        try:
            day = value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(_("“{value}” is not a day; write it like 2026-11-23.").format(value=value))
        if day.year not in YEARS:
            text = _("{value} is too far away; the years {first} to {last} can be used.")
            self.fail(text.format(value=value, first=YEARS[0], last=YEARS[-1]))
        return day


DAY = DayParameter()


def command(name: str, help_text: str) -> Callable[[Callable[..., None]], click.Command]:
    """Make a function a command; every one believes in `--today`."""

    def make(function: Callable[..., None]) -> click.Command:
        option = click.option("--today", type=DAY, help=_("The day to believe in."))
        return click.command(name, help=help_text, short_help=help_text)(option(function))

    return make


def round_option(function: Callable[..., None]) -> Callable[..., None]:
    """`--round N`: an earlier round's slot, for what goes on after the next round has begun."""
    text = _("Count slots in this round, if it is not the newest.")
    return click.option("--round", "round_number", type=int, help=text)(function)


def new_workshop(file: Path, team: str, today: date | None) -> Workshop:
    """A new workshop, not saved yet, closed when the command ends; raises FileIsThere."""
    from cxworkshop.workshop import Workshop

    if file.exists():
        raise FileIsThere(file.name)
    return click.get_current_context().with_resource(Workshop.new(file, team, today))


def opened(file: Path, today: date | None = None) -> Workshop:
    """The workshop in a file, to be read, and closed when the command ends."""
    from cxworkshop.workshop import Workshop

    return click.get_current_context().with_resource(Workshop.open(file, today))


@contextmanager
def changing(file: Path, today: date | None) -> Iterator[Workshop]:
    """The workshop in a file, saved at the end if anything was changed, and only then.

    What a command says is held back until it is true: saved, or refused by a rule.
    """
    from cxworkshop.services.files import Holder
    from cxworkshop.workshop import Workshop

    workshop, said = Workshop.resume(file, Holder.COMMAND, today), io.StringIO()
    before = workshop.seq
    try:
        with redirect_stdout(said):
            yield workshop
        if workshop.seq != before:
            workshop.save()
    except FileRefusal:
        raise
    except Refusal:
        click.echo(said.getvalue(), nl=False)
        raise
    finally:
        workshop.file.leave()
    click.echo(said.getvalue(), nl=False)


def name_option(workshop: Workshop, name: str | None) -> str | None:
    """A person's id from a name on the command line."""
    return workshop.people.find_or_add(name) if name is not None else None


def sentence(refusal: Refusal) -> str:
    """The refusal as one line, with the way on that the command line has for it."""
    ways = {
        AsksFirst: _("(--yes says yes.)"),
        TooManyPicks: _("(--swap CARD swaps it for one that is picked.)"),
        ClearsOwnRoad: _("(--reason TEXT writes it down.)"),
    }
    way = ways.get(type(refusal), "")
    return " ".join(f"{refusal.sentence} {way}".split())


def one_of(kind: Any, value: str) -> Any:
    """The answer that was typed, as the model has it; raises BadWords with what may be typed."""
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(item.value for item in kind)
        raise BadWords(
            _("“{value}” is not one of: {known}.").format(value=value, known=known)
        ) from None
