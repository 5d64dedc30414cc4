"""What is half typed in the fields of a page: not saved yet, and not to be lost by a kill."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.fields import Field, TextArea

Entry = QLineEdit | TextArea


@runtime_checkable
class Folding(Protocol):
    """A part of a page that may hide its fields where there is little room."""

    def fold(self, *, on: bool) -> None:
        """Hide or show them."""


def half_typed(page: QWidget) -> list[dict[str, Any]]:
    """Each field with half-typed words, by its name and its place among fields of that name."""
    return [
        {
            "name": entry.accessibleName(),
            "place": _entries_named(page, entry.accessibleName()).index(entry),
            "text": entry.text(),
            "here": entry.hasFocus(),
        }
        for entry in _entries(page)
        if entry.accessibleName() and entry.isVisibleTo(page) and is_half_typed(entry)
    ]


def put_back(page: QWidget, typed: list[dict[str, Any]]) -> None:
    """Type it again where it was; leaving a field or Enter then saves it, as usual."""
    for one in typed:
        same = _entries_named(page, str(one["name"]))
        if int(one["place"]) >= len(same) or not _is_shown(same[int(one["place"])], page):
            continue  # its page has changed: the panel of a refusal is gone, for example
        entry = same[int(one["place"])]
        if one["here"]:
            entry.setFocus()
        if isinstance(entry, Field | TextArea):
            entry.type_again(str(one["text"]))
        else:
            entry.setText(str(one["text"]))
            entry.setModified(True)


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


def _entries_named(page: QWidget, name: str) -> list[Entry]:
    return [entry for entry in _entries(page) if entry.accessibleName() == name]
