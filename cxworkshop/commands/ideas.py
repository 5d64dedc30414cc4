"""The command of the deck of ideas: the catalogue's, as the team has changed them, and its own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cxworkshop.commands.shared import FILE, changing, command, opened
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _

if TYPE_CHECKING:
    from cxworkshop.queries.ideas import DeckIdea
    from cxworkshop.workshop import Workshop

_CHANGES = ("add", "reword", "set_aside", "bring_back", "restore")


@command("idea", _("Show the deck of ideas; add one of your own, reword one or set it aside."))
@click.argument("file", type=FILE)
@click.argument("idea", metavar="[IDEA]", required=False)
@click.option("--add", help=_("An idea of your own; --in says to which group."))
@click.option("--in", "group", help=_("The group: easy, or 2."))
@click.option("--reword", help=_("What IDEA shall say."))
@click.option("--set-aside", is_flag=True, help=_("Take IDEA out of the deck."))
@click.option("--bring-back", is_flag=True, help=_("Put IDEA back into the deck."))
@click.option("--restore", is_flag=True, help=_("Let IDEA say what the catalogue says."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, described in docs/json."))
def idea_command(
    file: Path, idea: str | None, as_json: bool, today: date | None, **given: Any
) -> None:
    """IDEA is the number on its card."""
    wanted = [name for name in _CHANGES if given[name] not in (None, False)]
    if not wanted:
        _show(opened(file, today), idea, as_json=as_json)
        return
    if idea is None and wanted != ["add"]:
        raise BadWords(_("Which idea? Name it by the number on its card."))
    with changing(file, today) as workshop:
        with workshop.as_one(_("Change the ideas")):
            changed = _change(workshop, idea, given)
        _show(workshop, changed, as_json=as_json)


def _change(workshop: Workshop, key: str | None, given: dict[str, Any]) -> str:
    """Do what was asked for; returns the key of the idea that it is about."""
    ideas = workshop.make_better.ideas
    if given["add"] is not None:
        if given["group"] is None:
            raise BadWords(_("To which group does it belong? Name it with --in."))
        return ideas.add(given["group"], given["add"]).key
    assert key is not None  # refused above
    idea = ideas.find(key)
    if given["reword"] is not None:
        ideas.reword(idea.key, given["reword"])
    if given["restore"]:
        ideas.restore(idea.key)
    if given["set_aside"]:
        ideas.set_aside(idea.key)
    if given["bring_back"]:
        ideas.bring_back(idea.key)
    return idea.key


def _show(workshop: Workshop, key: str | None, *, as_json: bool) -> None:
    ideas = workshop.make_better.ideas
    shown = [ideas.find(key)] if key else [*ideas.deck(), *ideas.aside()]
    if as_json:
        rows = [_row(idea) for idea in shown]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    heading = ""
    for idea in shown:
        title = _("Ideas set aside") if idea.is_aside else idea.group
        if title != heading:
            heading = title
            click.echo(heading)
        click.echo(f"{idea.number:>4}  {idea.words}" + _remark(idea))


def _remark(idea: DeckIdea) -> str:
    if idea.is_own:
        return "  " + _("(our own)")
    return "  " + _("(at first: {words})").format(words=idea.ours) if idea.is_reworded else ""


def _row(idea: DeckIdea) -> dict[str, Any]:
    """See docs/json/idea.schema.json."""
    return {
        "idea": idea.number,
        "key": idea.key,
        "words": idea.words,
        "group": idea.group_key,
        "own": idea.is_own,
        "catalogue_says": idea.ours,
        "set_aside": idea.is_aside,
    }
