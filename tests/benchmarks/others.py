"""The same report by others: 300 verbatims on some 30 pages, each as a process of its own.

    python tests/benchmarks/others.py [--python PYTHON]

PYTHON is one that has weasyprint and fpdf2 with uharfbuzz, which this project does not depend on;
soffice and chromium are looked for on the PATH. What is not there is named and left out. Wall
seconds, the best of three; words differ each time, so that no cache answers.
"""

from __future__ import annotations

import argparse
import html
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.paper import sentences  # noqa: E402

COUNT, PER_GROUP, BEST_OF = 300, 10, 3
FONTS = ROOT / "resources" / "fonts"
FACES = {"sans": "CXWSans-Regular.ttf", "said": "CXWSerif-Italic.ttf"}

OURS = """
import sys; sys.path.insert(0, {root!r})
from tests.benchmarks.paper import ours
open({out!r}, "wb").write(ours({count})())
"""
PLATYPUS = """
import sys; sys.path.insert(0, {root!r})
from tests.benchmarks.paper import platypus
open({out!r}, "wb").write(platypus({count})())
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


def written(folder: Path) -> tuple[Path, Path]:
    """New words as a web page and as a text, a page for ten of them."""
    said = sentences(COUNT)
    groups = [said[n : n + PER_GROUP] for n in range(0, COUNT, PER_GROUP)]
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
    page, text = folder / "page.html", folder / "said.txt"
    page.write_text(f"<meta charset=utf-8><style>{faces}{rules}</style>{body}", encoding="utf-8")
    text.write_text("\f".join("\n".join(group) for group in groups), encoding="utf-8")
    return page, text


def ways(python: str | None, folder: Path) -> dict[str, Callable[[], list[str]]]:
    """What to run for each, with new words every time."""
    out = str(folder / "page.pdf")

    def script(code: str, runs: str) -> Callable[[], list[str]]:
        def command() -> list[str]:
            page, said = written(folder)
            faces = {name: str(FONTS / file) for name, file in FACES.items()}
            told = code.format(root=str(ROOT), out=out, count=COUNT, page=str(page),
                               said=str(said), faces=faces)  # fmt: skip
            return [runs, "-c", told]

        return command

    def office() -> list[str]:
        page, _said = written(folder)
        own = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        made = ["--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(folder)]
        return ["soffice", own, "--headless", *made, str(page)]

    def browser() -> list[str]:
        page, _said = written(folder)
        quiet = "headless no-sandbox disable-gpu no-first-run disable-sync disable-component-update"
        flags = [f"--{flag}" for flag in [*quiet.split(), "disable-background-networking"]]
        own = f"--user-data-dir={folder / 'browser'}"
        return ["chromium", *flags, own, f"--print-to-pdf={out}", page.as_uri()]

    found: dict[str, Callable[[], list[str]]] = {
        "ours, with tags and outline": script(OURS, sys.executable),
        "reportlab's Platypus": script(PLATYPUS, sys.executable),
    }
    if python:
        found |= {"WeasyPrint": script(WEASYPRINT, python), "fpdf2, shaping": script(FPDF2, python)}
    if shutil.which("soffice"):
        found["LibreOffice"] = office
    if shutil.which("chromium"):
        found["Chromium"] = browser
    return found


def seconds(command: Callable[[], list[str]], out: Path) -> tuple[float, int]:
    """The best wall seconds, and how many pages came of it."""
    best = float("inf")
    for _run in range(BEST_OF):
        words = command()
        out.unlink(missing_ok=True)
        began = time.monotonic()
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        best = min(best, time.monotonic() - began)
    return best, len(pypdfium2.PdfDocument(out))


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--python", help="a Python that has weasyprint and fpdf2")
    python = asked.parse_args().python
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        took = {way: seconds(command, folder / "page.pdf")
                for way, command in ways(python, folder).items()}  # fmt: skip
    ours = took["ours, with tags and outline"][0]
    for way, (spent, pages) in took.items():
        print(f"{way:<30} {spent:7.2f} s {pages:4} pages {spent / ours:6.1f}x of ours")
    for lacking in {"WeasyPrint", "fpdf2, shaping", "LibreOffice", "Chromium"} - took.keys():
        print(f"{lacking:<30} not here")


if __name__ == "__main__":
    main()
