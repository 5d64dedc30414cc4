"""The guide, in the computer's browser: its pages lie beside the program."""

from __future__ import annotations

from cxworkshop import i18n, paths

FIRST_PAGE = "index"


def there_is_a_guide() -> bool:
    """Whether it goes along: a checkout has it only once it was built."""
    return paths.guide_page(FIRST_PAGE, i18n.language()) is not None


def open_guide(stop: int = 0) -> bool:
    """Open the page of a stop, or the first page for 0; False where nothing could open it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    page = paths.guide_page(f"stop-{stop}" if stop else FIRST_PAGE, i18n.language())
    return page is not None and QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))
