"""Colours of the calendar popup that a style sheet cannot set."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget


def calm(calendar: QCalendarWidget) -> None:
    """Draw weekends like other days: Qt's red is unreadable in dark, and suggests an error."""
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
