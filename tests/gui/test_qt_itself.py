"""Guards against what Qt's wheels have done before."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel


def test_a_call_that_returns_nothing_loses_no_reference_to_none(app):
    """PySide6 6.12.0 did on Python 3.10 and 3.11, and aborted after some 5,000 calls."""
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 100
