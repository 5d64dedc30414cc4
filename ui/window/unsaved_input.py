"""What is half typed in the fields of a page: not saved yet, and not to be lost by a kill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.fields import Field, TextArea

Entry = QLineEdit | TextArea


@runtime_checkable
class Folding(Protocol):
    """A part of a page that may hide its fields where there is little room."""

    def fold(self, *, on: bool) -> None:
        """Hide or show them."""


@runtime_checkable
class InSections(Protocol):
    """A page that shows one section at a time; what is typed in the others counts as well."""

    def sections(self) -> Mapping[int, QWidget]:
        """Those that are there, by number."""

    def section(self, number: int) -> QWidget:
        """A section, which is made and filled if it is not there yet."""


def half_typed(page: QWidget) -> list[dict[str, Any]]:
    """Each field with half-typed words, by its name and its place among fields of that name.

    Names may have another word for customers when it is put back: `nth` of all fields helps then.
    """
    parts = page.sections() if isinstance(page, InSections) else {0: page}
    return [one for number, part in parts.items() for one in _typed_in(part, number)]


def _typed_in(part: QWidget, number: int) -> Iterator[dict[str, Any]]:
    entries = _entries(part)
    for nth, entry in enumerate(entries):
        if entry.accessibleName() and entry.isVisibleTo(part) and is_half_typed(entry):
            yield {
                "section": number,
                "name": entry.accessibleName(),
                "place": _named(entries, entry.accessibleName()).index(entry),
                "nth": nth,
                "of": len(entries),
                "text": entry.text(),
                "here": entry.hasFocus(),
            }


def put_back(page: QWidget, typed: list[dict[str, Any]]) -> None:
    """Type it again where it was; leaving a field or Enter then saves it, as usual."""
    for one in typed:
        part = page.section(int(one.get("section", 0))) if isinstance(page, InSections) else page
        entry = _entry_of(part, one)
        if entry is None or not _is_shown(entry, part):
            continue  # its page has changed: the panel of a refusal is gone, for example
        if one["here"]:
            entry.setFocus()
        if isinstance(entry, Field | TextArea):
            entry.type_again(str(one["text"]))
        else:
            entry.setText(str(one["text"]))
            entry.setModified(True)


def _entry_of(part: QWidget, one: dict[str, Any]) -> Entry | None:
    entries = _entries(part)
    same = _named(entries, str(one["name"]))
    if int(one["place"]) < len(same):
        return same[int(one["place"])]
    is_as_it_was = not same and one.get("of") == len(entries)
    return entries[int(one["nth"])] if is_as_it_was else None


def is_half_typed(entry: Entry) -> bool:
    """Whether a field holds words that are not saved yet."""
    if isinstance(entry, Field | TextArea):
        return entry.is_half_typed
    return entry.isModified() and bool(entry.text())


def _is_shown(entry: Entry, page: QWidget) -> bool:
    """Whether the field is in sight, after what is folded was unfolded for it."""
    above = entry.parentWidget()
    while above is not None and above is not page and not entry.isVisibleTo(page):
        if isinstance(above, Folding):
            above.fold(on=False)
        above = above.parentWidget()
    return entry.isVisibleTo(page)


def _entries(page: QWidget) -> list[Entry]:
    """All fields, also those out of sight: the place of one counts them too."""
    return [*page.findChildren(QLineEdit), *page.findChildren(TextArea)]


def _named(entries: list[Entry], name: str) -> list[Entry]:
    return [entry for entry in entries if entry.accessibleName() == name]
