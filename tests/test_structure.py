"""Classes are parts that can be read alone: their names, their bases, and who imports whom."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted([*(ROOT / "cxworkshop").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])


@cache  # and not when the module is imported, which every worker does
def classes() -> list[tuple[str, ast.ClassDef]]:
    return [
        (path.relative_to(ROOT).as_posix(), node)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    ]


@cache
def by_name() -> dict[str, ast.ClassDef]:
    return {node.name: node for _where, node in classes()}


def own_bases(node: ast.ClassDef) -> list[ast.ClassDef]:
    names = (ast.unparse(base).partition("[")[0] for base in node.bases)
    return [by_name()[name] for name in names if name in by_name() and name != node.name]


def length_with_bases(node: ast.ClassDef) -> int:
    """Lines of the class and of every base of ours: what a reader opens to follow one call."""
    own = node.end_lineno - node.lineno + 1
    return own + sum(length_with_bases(base) for base in own_bases(node))


def is_exception(node: ast.ClassDef) -> bool:
    return "Exception" in map(ast.unparse, node.bases) or any(map(is_exception, own_bases(node)))


def test_no_public_class_name_stands_in_two_modules():
    places = defaultdict(list)
    for where, node in classes():
        if not node.name.startswith("_"):
            places[node.name].append(where)
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_a_class_with_its_bases_stays_readable():
    assert [(where, n.name) for where, n in classes() if length_with_bases(n) > 300] == []


def test_no_base_has_a_single_child():
    """A base with one child is a slice of that child; kinds of refusals are told apart by type."""
    children = Counter(base.name for _where, node in classes() for base in own_bases(node))
    assert [
        name for name, n in children.items() if n == 1 and not is_exception(by_name()[name])
    ] == []


def test_no_screen_makes_items_that_qt_deletes():
    """PySide may look once more at an item that Qt has deleted, which ends the program.

    Lists show values by `ui/widgets/row_view.py`, trees by a model.
    """
    items = re.compile(r"\bQ(List|Tree|Table)Widget(Item)?\b|\bQStandardItem(Model)?\b")
    screens = [path for path in MODULES if "ui" in path.relative_to(ROOT).parts]
    found = [path.name for path in screens if items.search(path.read_text("utf-8"))]
    assert screens
    assert found == []


def test_nobody_asks_a_layout_for_its_items():
    """PySide keeps them when Qt has deleted them, which may end the program.

    `ui/widgets/layout_items.py` finds what lies in a layout.
    """
    asks = re.compile(r"\w\.itemAt(Position)?\(")
    everywhere = [*MODULES, *(ROOT / "tests").rglob("*.py")]
    found = [path.name for path in everywhere if asks.search(path.read_text("utf-8"))]
    assert found == ["layout_items.py"]


def test_no_method_is_left_for_a_child_to_write():
    found = [path for path in MODULES if "NotImplementedError" in path.read_text("utf-8")]
    assert found == []


def test_modules_import_one_another_in_one_direction():
    graph = grimp.build_graph("cxworkshop", "ui", exclude_type_checking_imports=True)
    imports = {m: graph.find_modules_directly_imported_by(m) for m in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        raise AssertionError(f"a cycle of imports: {error.args[1]}") from None
