"""Sheets as pictures: PNG with a stated number of dots per inch, and SVG, a file for each page."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from io import BytesIO
from pathlib import Path

from cxworkshop.filenames import variant
from cxworkshop.sheets.job import PrintJob, as_pdf
from cxworkshop.sheets.progress import ProgressCallback, report_progress, reporting

USUAL_DPI = 150
_POINTS = 72  # in an inch


def png_pictures(pdf: bytes, dpi: int = USUAL_DPI) -> Generator[bytes]:
    """The pages of a PDF as PNG files that state their resolution.

    pdfium is not thread-safe: only one thread may do this, in a window the window's own.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            bitmap = page.render(scale=dpi / _POINTS)
            data = BytesIO()
            bitmap.to_pil().save(data, "PNG", dpi=(dpi, dpi))
            bitmap.close()
            page.close()
            yield data.getvalue()
    finally:
        document.close()


def svg_pictures(job: PrintJob, progress: ProgressCallback | None = None) -> Iterator[bytes]:
    """The pages of a sheet as drawings, with outlines in place of text: they look alike anywhere.

    Raises a Refusal where there is nothing to print, and Cancelled when `progress` raises it.
    """
    from cxworkshop.sheets.layout.document import outlined_code, size_of
    from cxworkshop.sheets.layout.svg import svg

    with reporting(progress, job.title), job.speaking():
        report_progress()
        pages = job.pages()
        for number, page in enumerate(pages, 1):
            yield svg(outlined_code(page), size_of(page), f"{job.title}: {job.team}", page.look.png)
            report_progress(number, len(pages))


def pictures(job: PrintJob, ending: str, dpi: int = USUAL_DPI) -> list[bytes]:
    """The pages of a sheet as files with this ending, ".png" or ".svg"."""
    return list(svg_pictures(job) if ending == ".svg" else png_pictures(as_pdf([job]), dpi))


def picture_paths(path: Path, count: int) -> list[Path]:
    """Where so many pages go: a single one here, several beside it as NAME-1, NAME-2 …"""
    if count == 1:
        return [path]
    return [variant(path, f"-{number}", path.suffix) for number in range(1, count + 1)]
