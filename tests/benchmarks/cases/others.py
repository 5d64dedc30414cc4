"""The same report by others: 300 verbatims on some 30 pages, each as a process of its own.

`--python` names one that has typst, weasyprint and fpdf2 with uharfbuzz, which this project does
not depend on; soffice and chromium are looked for on the PATH. What is not there is named below
the table.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tests.benchmarks import fixtures
from tests.benchmarks.case import Case, Command

COUNT, PER_GROUP = 300, 10
ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "resources" / "fonts"
FACES = {"sans": "CXWSans-Regular.ttf", "said": "CXWSerif-Italic.ttf"}
PYTHON = "CXW_BENCHMARK_PYTHON"

OURS = """
from cxworkshop.sheets.job import as_pdf
from tests.benchmarks.said import everything_said_job
said = open({said!r}, encoding="utf-8").read().replace("\\f", "\\n").splitlines()
open({out!r}, "wb").write(as_pdf([everything_said_job(said)]))
"""
TYPST = """
import typst
typst.compile({typ!r}, output={out!r}, font_paths=[{fonts!r}])
"""
TYPST_PAGE = """#set page(paper: "a4")
#set text(font: "CXW Sans", size: 8pt)
#show quote: set text(font: "CXW Serif", style: "italic", size: 12pt)
"""
WEASYPRINT = "import weasyprint; weasyprint.HTML({page!r}).write_pdf({out!r})"
FPDF2 = """
from fpdf import FPDF
pdf = FPDF()
for name, file in {faces!r}.items():
    pdf.add_font(name, fname=file)
pdf.set_text_shaping(True)
below = {{"new_x": "LMARGIN", "new_y": "NEXT"}}
for group in open({said!r}, encoding="utf-8").read().split("\\f"):
    pdf.add_page(); pdf.set_font("sans", size=14); pdf.multi_cell(0, 8, "What we heard", **below)
    for words in group.splitlines():
        pdf.set_font("said", size=12); pdf.multi_cell(0, 6, words, **below)
        pdf.set_font("sans", size=8); pdf.multi_cell(0, 5, "regular", **below)
pdf.output({out!r})
"""


def pages(folder: Path, count: int) -> None:
    """The same words as a web page and as a text, a page for ten of them."""
    import html

    said = fixtures.sentences(count, seed=1)
    groups = [said[n : n + PER_GROUP] for n in range(0, count, PER_GROUP)]
    faces = "".join(
        f"@font-face {{ font-family: {name}; src: url({(FONTS / file).as_uri()}) }}"
        for name, file in FACES.items()
    )
    rules = "h2 { break-before: page } h2, small { font-family: sans } p { font-family: said }"
    body = "".join(
        "<h2>What they said of it</h2>"
        + "".join(f"<p>{html.escape(words)}<br><small>regular</small></p>" for words in group)
        for group in groups
    )
    page = f"<meta charset=utf-8><style>{faces}{rules}</style>{body}"
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "page.typ").write_text(TYPST_PAGE + typst_text(groups), encoding="utf-8")
    (folder / "said.txt").write_text("\f".join("\n".join(g) for g in groups), encoding="utf-8")


def typst_text(groups: list[list[str]]) -> str:
    """The same words for typst, each as a string: nothing in them is markup."""
    import json

    heading = "#pagebreak(weak: true)\n= What they said of it\n"
    return "".join(
        heading + "".join(f"#quote[#{json.dumps(words)}]\n\nregular\n\n" for words in group)
        for group in groups
    )


def script(code: str, *, own: bool = False) -> Command:
    """A script of ours by this Python, or one of another program by the Python that has it."""

    def command(folder: Path, fixture: Path) -> list[str]:
        told = code.format(
            out=str(folder / "page.pdf"),
            page=str(fixture / "page.html"),
            said=str(fixture / "said.txt"),
            typ=str(fixture / "page.typ"),
            fonts=str(FONTS),
            faces={name: str(FONTS / file) for name, file in FACES.items()},
        )
        return [sys.executable if own else os.environ[PYTHON], "-c", told]

    return command


def office(folder: Path, fixture: Path) -> list[str]:
    """LibreOffice, with a profile of its own, as each time is its first."""
    own = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    made = ["--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(folder)]
    return ["soffice", own, "--headless", *made, str(fixture / "page.html")]


def browser(folder: Path, fixture: Path) -> list[str]:
    """Chromium, with a profile of its own."""
    quiet = "headless no-sandbox disable-gpu no-first-run disable-sync disable-component-update"
    flags = [f"--{flag}" for flag in [*quiet.split(), "disable-background-networking"]]
    own, out = f"--user-data-dir={folder / 'browser'}", f"--print-to-pdf={folder / 'page.pdf'}"
    return ["chromium", *flags, own, out, (fixture / "page.html").as_uri()]


def found() -> dict[str, Command]:
    """The programs that are here."""
    there: dict[str, Command] = {}
    if os.environ.get(PYTHON):
        there |= {
            "typst": script(TYPST),
            "WeasyPrint": script(WEASYPRINT),
            "fpdf2, shaping": script(FPDF2),
        }
    if shutil.which("soffice"):
        there["LibreOffice"] = office
    if shutil.which("chromium"):
        there["Chromium"] = browser
    return there


CASES = tuple(
    Case(f"other-{name.split(',')[0].lower()}", "{n} verbatims, the whole process", name,
         script(OURS, own=True), command, pages, (COUNT,), is_command=True)
    for name, command in found().items()
)  # fmt: skip
ABSENT = {"typst", "WeasyPrint", "fpdf2, shaping", "LibreOffice", "Chromium"} - found().keys()
