"""What Sphinx learns for the guide: tables of the program's own keys, and untranslated pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole

from cxworkshop import i18n
from cxworkshop.compat import override
from cxworkshop.keys import keys_at

OFFICE = "office"  # the page and the folder of it, which others write
LAST_PAGE = "privacy\n"  # they stand behind it
ENGLISH = "en"
LEADS_ON = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>CX Workshop</title>
<meta http-equiv="refresh" content="0; url={english}"></head>
<body><p><a href="{english}">In English</a></p></body></html>
"""


class KeysDirective(SphinxDirective):
    """`{keys} 3` is a table of the keys at stop 3, in the language of the guide; 0 is anywhere."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The table, as docutils has it."""
        self.env.note_dependency(i18n.__file__)
        with i18n.speaking(self.config.language):
            rows = [(key.name, key.does) for key in keys_at(int(self.arguments[0]))]
        body = nodes.tbody("", *(_row(*row) for row in rows))
        group = nodes.tgroup("", *(nodes.colspec(colwidth=w) for w in (1, 3)), body, cols=2)
        return [nodes.table("", group, classes=["keys"])]


class KeyRole(SphinxRole):
    """A key in a sentence, whole as in the tables: its parts would change places in Arabic."""

    @override
    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The key, as docutils has it."""
        return [nodes.literal("", self.text, classes=["key"])], []


def _row(name: str, does: str) -> nodes.row:
    key = nodes.literal("", name, classes=["key"])
    return nodes.row(
        "", *(nodes.entry("", nodes.paragraph("", "", part)) for part in (key, nodes.Text(does)))
    )


def name_office(app: Any, page: str, text: list[str]) -> None:
    """Name the pages about the office in the table of contents, where there are any."""
    if page == app.config.root_doc:
        found = [*app.srcdir.glob(f"{OFFICE}.md"), *sorted((app.srcdir / OFFICE).rglob("*.md"))]
        names = (path.relative_to(app.srcdir).with_suffix("").as_posix() for path in found)
        lines = "".join(f"{name}\n" for name in names if name not in text[0])
        text[0] = text[0].replace(LAST_PAGE, LAST_PAGE + lines)


def lead_on(app: Any, error: Exception | None) -> None:
    """Let pages that are mostly untranslated lead on to the English ones: one language a page."""
    if error is not None or app.builder.name != "html" or app.config.language == ENGLISH:
        return
    for page in app.env.found_docs:
        done = app.env.get_doctree(page).get("translation_progress", {"total": 0, "translated": 0})
        if done["translated"] * 2 < done["total"]:
            up = "../" * (page.count("/") + 1)
            path = Path(app.outdir, f"{page}.html")
            path.write_text(LEADS_ON.format(english=f"{up}{page}.html"), encoding="utf-8")


def setup(app: Any) -> dict[str, Any]:
    """As Sphinx asks an extension."""
    app.add_directive("keys", KeysDirective)
    app.add_role("kbd", KeyRole(), override=True)
    app.connect("source-read", name_office)
    app.connect("build-finished", lead_on)
    return {"parallel_read_safe": True}
