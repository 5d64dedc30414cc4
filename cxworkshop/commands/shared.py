"""What commands share: the day, opening and saving, and the sentence of a refusal."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cxworkshop.compat import override
from cxworkshop.customer_word import calling_customers
from cxworkshop.errors import AsksFirst, BadWords, ClearsOwnRoad, Refusal, TooManyPicks
from cxworkshop.filenames import is_possible, readable, real_path, shown
from cxworkshop.i18n import _, with_commas
from cxworkshop.store.refusals import FileIsThere, FileRefusal
from cxworkshop.value_object import ValueObject

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop

YEARS = range(1990, 2200)  # any other year is a typing error


class FileParameter(click.Path):
    """A path that some file system can have; whether anything is there is for others to say."""

    @override
    def convert(self, value: Any, param: Any, ctx: Any) -> Path:
        """The path; raises a usage error for a name that is too long."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not is_possible(path):
            short = shown(path.name[:40])
            self.fail(_("The name “{name} …” is too long for a file.").format(name=short))
        return path


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
FILE = FileParameter(path_type=Path, readable=False)  # whoever reads it says why not


def command(name: str, help_text: str) -> Callable[[Callable[..., None]], click.Command]:
    """Make a function a command with the option `--today`."""

    def make(function: Callable[..., None]) -> click.Command:
        option = click.option("--today", type=DAY, help=_("The day to believe in."))
        return click.command(name, help=help_text, short_help=help_text)(option(function))

    return make


def round_option(function: Callable[..., None]) -> Callable[..., None]:
    """Add the option `--round N`, for slots of an earlier round."""
    text = _("Count slots in this round, if it is not the newest.")
    return click.option("--round", "round_number", type=int, help=text)(function)


class OpenedOnce(ValueObject):
    """The workshop that all commands of a batch work on, and the day of those that name none."""

    workshop: Workshop
    today: date | None

    def on(self, file: Path, today: date | None) -> Workshop:
        """The workshop on a command's day; raises BadWords for another file."""
        if real_path(file) != self.workshop.path:
            text = _("This batch is about {file}; {other} needs a batch of its own.")
            names = {"file": shown(self.workshop.path.name), "other": shown(file)}
            raise BadWords(text.format(**names))
        self.workshop.today = today or self.today
        speak_for(self.workshop)
        return self.workshop


def speak_for(workshop: Workshop) -> None:
    """Call customers as this team does, until the command ends."""
    word = workshop.prepare.customer_word()
    click.get_current_context().with_resource(calling_customers(word))


def _in_batch() -> OpenedOnce | None:
    return click.get_current_context().find_object(OpenedOnce)


def new_workshop(file: Path, team: str, today: date | None, *, made_up: bool = False) -> Workshop:
    """Make a workshop, which is closed when the command ends; raises FileIsThere."""
    from cxworkshop.workshop import Workshop

    if os.path.lexists(file):
        raise FileIsThere(file.name)
    made = Workshop.new(file, team, today, made_up=made_up)
    return click.get_current_context().with_resource(made)


def opened(file: Path, today: date | None = None) -> Workshop:
    """Open a workshop to read it; it is closed when the command ends."""
    if batch := _in_batch():
        return batch.on(file, today)
    from cxworkshop.workshop import Workshop

    workshop = click.get_current_context().with_resource(Workshop.open(file, today))
    speak_for(workshop)
    _warn(workshop)
    return workshop


def _warn(workshop: Workshop) -> None:
    """Say beside the output that the workshop is getting full."""
    if warning := workshop.room_warning():
        click.echo(warning, err=True)


@contextmanager
def changing(file: Path, today: date | None) -> Iterator[Workshop]:
    """Open a workshop to change it; it is saved at the end if anything was changed.

    The command's output is held back until it is true: saved, or refused by a rule. In a batch all
    of that is done once, at its end.
    """
    if batch := _in_batch():
        yield batch.on(file, today)
        return
    from cxworkshop.services.files import Holder
    from cxworkshop.workshop import Workshop

    workshop, said = Workshop.resume(file, Holder.COMMAND, today), io.StringIO()
    before = workshop.seq
    try:
        speak_for(workshop)
        with redirect_stdout(said):
            yield workshop
        if workshop.seq != before:
            workshop.save()
            _warn(workshop)
    except FileRefusal:
        raise
    except Refusal:
        click.echo(said.getvalue(), nl=False)
        raise
    finally:
        workshop.file.leave()
    click.echo(said.getvalue(), nl=False)


@contextmanager
def changing_round(file: Path, number: int | None, today: date | None) -> Iterator[Workshop]:
    """As `changing`, through the view of a round, or of the newest without a number.

    What would rewrite a finished round is refused there (R14).
    """
    with changing(file, today) as workshop:
        yield workshop if number is None else workshop.in_round(number)


def name_option(workshop: Workshop, name: str | None) -> str | None:
    """The id of the person with this name, who is added if they are new."""
    return workshop.people.find_or_add(name) if name is not None else None


def sentence(refusal: Refusal) -> str:
    """The refusal as one line, with the option that helps on the command line."""
    ways = {
        AsksFirst: _("(--yes says yes.)"),
        TooManyPicks: _("(--swap CARD swaps it for one that is picked.)"),
        ClearsOwnRoad: _("(--reason TEXT writes it down.)"),
    }
    way = ways.get(type(refusal), "")
    return " ".join(f"{refusal.sentence} {way}".split())


def usage(error: click.ClickException) -> str:
    """One line that says what was wrong with what was typed, and where to look."""
    said = " ".join(readable(error.format_message()).split())
    context = getattr(error, "ctx", None)
    where = context.command_path if context is not None else "cxworkshop"
    return _("{said} See: {where} --help").format(said=said, where=where)


def one_of(kind: Any, value: str) -> Any:
    """The typed answer as a member of the enum; raises BadWords with those that exist."""
    try:
        return kind(value)
    except ValueError:
        known = with_commas(item.value for item in kind)
        raise BadWords(
            _("“{value}” is not one of: {known}.").format(value=value, known=known)
        ) from None
