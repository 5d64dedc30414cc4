"""What draws a sheet: a function from its values to its pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.options import PrintOptions

Pages = Callable[
    [Any, PrintOptions], list[Page]
]  # the values are what the sheet's `gather` returns
