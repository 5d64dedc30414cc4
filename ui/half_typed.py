"""What is half typed in the field that somebody is in: no row yet, and not to be lost by a kill."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from ui.fields import Area, Field
from ui.lists import AddLine


def in_focus(page: QWidget) -> dict[str, Any] | None:
    """The field of this page that is being typed into, by its name and place among its likes."""
    field = QApplication.focusWidget()
    if not isinstance(field, Field | Area | AddLine) or not field.is_half_typed:
        return None
    same = _called(page, field.accessibleName())
    if field not in same:
        return None
    return {"name": field.accessibleName(), "place": same.index(field), "text": field.text()}


def put_back(page: QWidget, typed: dict[str, Any]) -> None:
    """Type it again, where it was; leaving the field then says it, as ever."""
    same = _called(page, str(typed["name"]))
    if int(typed["place"]) < len(same):
        field = same[int(typed["place"])]
        field.setFocus()
        field.type_again(str(typed["text"]))


def _called(page: QWidget, name: str) -> list[Field | Area | AddLine]:
    found: list[Field | Area | AddLine] = [*page.findChildren(Field), *page.findChildren(Area)]
    found += page.findChildren(AddLine)
    return [field for field in found if field.accessibleName() == name]
