"""What a calendar that drops down from a day needs beyond its style sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget


def calm(calendar: QCalendarWidget) -> None:
    """Saturday and Sunday as the other days: Qt's red can't be read on dark, and says "wrong"."""
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
