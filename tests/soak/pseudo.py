"""The eight stops in other languages: nothing is cut, and no text of ours stays English.

One language is made on the fly: it is 40 % longer than English, and its team writes Cyrillic. The
others are those of the program, with the example, at 100 and at 150 %.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from PySide6.QtCore import QSize

from cxworkshop import i18n
from cxworkshop.workshop import Workshop
from tests.gui.pseudo_language import faults, fill
from tests.gui.surface_workshops import make
from tests.soak.power_cuts import at_home
from tests.soak.table import Row
from tests.soak.windows import shown_window
from tests.translations import PSEUDO, pseudo_locale

LAPTOP, LARGE = QSize(1366, 768), QSize(1920, 1080)
TEXTS = (100, 150)  # percent


def run(count: int, _seed: int) -> list[Row]:
    """Of each row so many, at most all."""
    made = [(PSEUDO, 100, LAPTOP), (PSEUDO, 100, LARGE), (PSEUDO, 150, LAPTOP)]
    ours = [(code, percent, LAPTOP) for percent, code in product(TEXTS, i18n.languages())]
    return [
        _row("stops in a longer language", made[:count]),
        _row("stops by language", ours[:count]),
    ]


def _row(what: str, wanted: list[tuple[str, int, QSize]]) -> Row:
    wrong = list[str]()
    for code, percent, size in wanted:
        where = f"{code} at {percent} % on {size.width()} × {size.height()}"
        wrong += (f"{where}, {fault}" for fault in _faults(code, percent, size))
    return Row(what, 8 * len(wanted), len(wrong), "; ".join(wrong[:3]))


def _faults(code: str, percent: int, size: QSize) -> list[str]:
    with tempfile.TemporaryDirectory() as scratch, at_home(Path(scratch)):
        folder, is_made = Path(scratch), code == PSEUDO
        with _speaking(code, folder), shown_window(folder) as window:
            window.resize(size)
            window.theme.resize(percent)
            assert window.open(_longer(folder) if is_made else make("bakery", folder))
            return list(faults(window, escaping=is_made))


@contextmanager
def _speaking(code: str, folder: Path) -> Iterator[None]:
    before = os.environ.get("CXW_LOCALE")
    if code == PSEUDO:
        os.environ["CXW_LOCALE"] = str(folder)
        pseudo_locale(folder)
    i18n.set_language(code)
    try:
        yield
    finally:
        if code == PSEUDO:
            del os.environ["CXW_LOCALE"]
            os.environ.update({"CXW_LOCALE": before} if before is not None else {})
        i18n.set_language("en")


def _longer(folder: Path) -> Path:
    with Workshop.new(folder / "team.cxw", "Пекарня") as workshop:
        fill(workshop)
        workshop.save()
    return folder / "team.cxw"
