"""The report as one page for a browser: nothing is fetched, and nothing in it runs."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from cxworkshop.i18n import _, runs_to_the_left
from cxworkshop.office.report.content import DataTable, OfficeReport, ReportSection
from cxworkshop.office.report.svg import chart_svg

# The browser itself refuses whatever would be fetched or run, should anything slip in.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html_page(report: OfficeReport) -> bytes:
    """The whole page in UTF-8."""
    to_figures = _("To the figures")
    direction = "rtl" if runs_to_the_left() else "ltr"
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{escape(report.language)}" dir="{direction}">\n<head>',
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{escape(report.title)}</title>\n<style>{_style()}</style></head>\n<body>",
            f'<a class="skip" href="#main">{escape(to_figures)}</a>',
            *_head(report),
            '<main id="main" tabindex="-1">\n',
            *(_section(section) for section in report.sections),
            "</main></body></html>\n",
        )
    ).encode()


def _style() -> str:
    return (files("cxworkshop.office.report") / "page.css").read_text("utf-8")


def _head(report: OfficeReport) -> Iterator[str]:
    yield f"<header><h1>{escape(report.title)}</h1><p>{escape(report.about)}</p><ul>"
    yield from (f"<li>{escape(rule)}</li>" for rule in report.rules)
    sections = _("Sections")
    yield f'</ul></header>\n<nav aria-label="{escape(sections)}"><ol>'
    for section in report.sections:
        yield f'<li><a href="#{section.key}">{escape(section.title)}</a></li>'
    yield "</ol></nav>\n"


def _section(section: ReportSection) -> str:
    says = "".join(f"<p>{escape(sentence)}</p>" for sentence in section.sentences)
    chart = _figure(section) if section.chart else ""
    table = _table(section.table) if section.table else ""
    return (
        f'<section id="{section.key}" aria-labelledby="{section.key}-h">'
        f'<h2 id="{section.key}-h">{escape(section.title)}</h2>{says}{chart}{table}</section>\n'
    )


def _figure(section: ReportSection) -> str:
    """On a narrow screen it is moved sideways, and so has to have the keyboard."""
    assert section.chart is not None
    return (
        f'<figure tabindex="0" aria-labelledby="{section.key}-h">'
        f"{chart_svg(section.key, section.chart)}</figure>"
    )


def _table(table: DataTable) -> str:
    head = "".join(
        f'<th scope="col">{escape(cell)}</th>' if cell else "<td></td>" for cell in table.head
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in table.rows
    )
    summary = _("The numbers as a table")
    region = _("{title}, as a table").format(title=table.caption)
    return (
        f"<details><summary>{escape(summary)}</summary>"
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(region)}"><table>'
        f"<caption>{escape(table.caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div></details>"
    )
