"""How the house is built, kept by a machine: DESIGN's layers, sizes and rooms, and R8.

The import contracts stand in pyproject.toml; what they can't see is here.
"""

from __future__ import annotations

import ast
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CORE = sorted((ROOT / "cxworkshop").rglob("*.py"))
UI = sorted((ROOT / "ui").rglob("*.py"))
PACKAGING = sorted((ROOT / "packaging").glob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PROGRAM = CORE + UI

NETWORK = {
    "aiohttp", "asyncpg", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "psycopg",
    "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib", "urllib3",
    "webbrowser", "websockets", "xmlrpc",
}  # fmt: skip
HEAVY = ("reportlab", "sqlite_utils", "jinja2", "fontTools", "uharfbuzz", "charset_normalizer")
SQL = re.compile(
    r"\b(select\b.+\bfrom\b|insert\s+(or\s+\w+\s+)?into\b|update\s+\w+\s+set\b|delete\s+from\b"
    r"|create\s+(table|index|trigger)\b|drop\s+table\b|alter\s+table\b|pragma\s+\w+)",
    re.IGNORECASE | re.DOTALL,
)
# Those of the W3C are names of XML's vocabularies, which nothing looks up.
ADDRESS = re.compile(r"\w://(?!example\.invalid\b|www\.w3\.org/)\w")
# Holds nothing but names of XMP's vocabularies, which nothing looks up either.
XMP_NAMES = ROOT / "cxworkshop" / "sheets" / "layout" / "xmp_names.py"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(paths: list[Path], kinds: type | tuple[type, ...]) -> Iterator[tuple[str, ast.AST]]:
    """Every node of these kinds, with the place where it stands."""
    for path in paths:
        for node in ast.walk(parsed(path)):
            if isinstance(node, kinds):
                yield f"{name(path)}:{getattr(node, 'lineno', 0)}", node


def length(node: ast.AST) -> int:
    """Lines from `def` or `class` to the end, as a reader counts them."""
    return node.end_lineno - node.lineno + 1


def imported(node: ast.AST) -> set[str]:
    """The outermost packages that an import statement names; its own package's parts aside."""
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    return {(node.module or "").split(".")[0]} if not node.level else set()


def started(code: str) -> str:
    """What a fresh Python prints when it runs this in the checkout."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_core_module_can_be_imported_where_qt_is_not_there():
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in CORE
    ]
    started(f"""
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6", "ui", "qt_material"):
            raise ImportError("the core asked for " + name)

sys.meta_path.insert(0, NoQt())
for module in {modules!r}:
    importlib.import_module(module)
""")


@pytest.mark.parametrize("start", ["cxworkshop.cli", "cxworkshop.__main__", "ui.__main__"])
def test_no_heavy_library_is_loaded_at_the_start(start):
    loaded = started(f"""
import io, sys
from importlib import import_module
sys.stdout, out = io.StringIO(), sys.stdout
try:
    import_module({start!r}).main(["--help"])
except SystemExit:
    pass
print(*[name for name in {HEAVY!r} if name in sys.modules], file=out)
""")
    assert loaded.split() == []


def test_files_are_short():
    limits = dict.fromkeys(CORE, 300) | dict.fromkeys(UI, 400)
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in PROGRAM}
    assert [f"{name(path)}: {n}" for path, n in lines.items() if n >= limits[path]] == []


def test_no_function_is_longer_than_thirty_lines():
    found = nodes(PROGRAM + PACKAGING, Function)
    assert [(where, node.name) for where, node in found if length(node) > 30] == []


def test_no_class_reaches_two_hundred_lines():
    found = nodes(PROGRAM + PACKAGING, ast.ClassDef)
    assert [(where, node.name) for where, node in found if length(node) >= 200] == []


def test_most_functions_have_ten_lines_or_fewer():
    lengths = [length(node) for _where, node in nodes(PROGRAM + PACKAGING, Function)]
    assert sum(lines <= 10 for lines in lengths) >= 0.6 * len(lengths)


def test_no_sql_is_written_outside_the_store_and_the_offices_database():
    inside = (ROOT / "cxworkshop" / "store", ROOT / "cxworkshop" / "office" / "database")
    outside = [path for path in PROGRAM if not any(map(path.is_relative_to, inside))]
    texts = nodes(outside, ast.Constant)
    assert [
        where for where, node in texts if isinstance(node.value, str) and SQL.search(node.value)
    ] == []


def test_peoples_words_never_pass_through_a_parser_of_markup():
    calls = nodes(PROGRAM, ast.Call)
    assert [where for where, node in calls if ast.unparse(node.func).endswith("Paragraph")] == []


def test_nothing_in_the_program_can_use_the_network():
    """Nor in the office's tool, but for the package that speaks to its database."""
    database = ROOT / "cxworkshop" / "office" / "database"
    imports = nodes(
        [path for path in PROGRAM if not path.is_relative_to(database)],
        (ast.Import, ast.ImportFrom),
    )
    assert [where for where, node in imports if imported(node) & NETWORK] == []


def test_no_file_names_an_address_on_the_network():
    found = [
        f"{name(path)}:{number}"
        for path in PROGRAM + PACKAGING + TESTS + [ROOT / "pyproject.toml", ROOT / ".ci" / "run"]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ADDRESS.search(line) and path != XMP_NAMES
    ]
    assert found == []


def test_the_names_of_xmp_are_constants_and_no_code():
    code = (ast.Expr, ast.ImportFrom, ast.Assign)
    assert {type(node) for node in parsed(XMP_NAMES).body} == set(code)
    assert [node for node in ast.walk(parsed(XMP_NAMES)) if isinstance(node, ast.Call)] == []


def test_the_tests_themselves_can_reach_nobody():
    with socket.socket() as wire, pytest.raises(AssertionError, match="used the network"):
        wire.connect(("192.0.2.1", 9))


def test_no_folder_of_tests_or_packaging_hides_a_package_of_the_same_name():
    found = [path for path in TESTS + PACKAGING if path.name == "__init__.py"]
    assert found == []
