"""Draw the tables of the programme office into its page, from a database's own catalogue.

    python packaging/office_diagram.py URL

URL is a database that `cxworkshop-office migrate` has made. A test compares the page.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "guide" / "office" / "database.md"
BEGIN, END = "```mermaid\n", "```\n"
COLUMNS = """
SELECT c.relname, a.attname, format_type(a.atttypid, NULL),
       coalesce(bool_or(i.indisprimary), false), coalesce(bool_or(k.contype = 'f'), false)
FROM pg_class AS c
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_index AS i ON i.indrelid = c.oid AND a.attnum = ANY (i.indkey) AND i.indisprimary
LEFT JOIN pg_constraint AS k ON k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey)
WHERE c.relnamespace = 'office'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
GROUP BY c.relname, a.attname, a.atttypid, a.attnum ORDER BY c.relname, a.attnum
"""
REFERENCES = """
SELECT DISTINCT confrelid::regclass::text, conrelid::regclass::text FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = conrelid
WHERE contype = 'f' AND relnamespace = 'office'::regnamespace AND NOT relispartition
ORDER BY 1, 2
"""


def diagram(connection: Any) -> str:
    """The tables with their columns and keys, in Mermaid's language."""
    lines = ["erDiagram"]
    for one, many in connection.execute(REFERENCES).fetchall():
        lines.append(f"    {_plain(one)} ||--o{{ {_plain(many)} : has")
    table = ""
    for name, column, kind, is_key, is_reference in connection.execute(COLUMNS).fetchall():
        if name != table:
            lines += ["    }"] * bool(table) + [f"    {name} {{"]
            table = name
        keys = ", ".join(["PK"] * is_key + ["FK"] * is_reference)
        lines.append(f"        {kind.replace(' ', '_')} {column} {keys}".rstrip())
    return "\n".join([*lines, "    }"]) + "\n"


def _plain(name: str) -> str:
    return name.removeprefix("office.")


def drawn() -> str:
    """What the page shows now."""
    return PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]


def main(url: str) -> None:
    """Draw anew."""
    import psycopg

    with psycopg.connect(url) as connection:
        page = PAGE.read_text(encoding="utf-8").replace(drawn(), diagram(connection))
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
