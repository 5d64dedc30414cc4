"""Every method of the stops and services can be reached by a person: from a screen or a command.

A call is `….pick.put(…)`, or `put` of a local name that was assigned `….pick`.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cxworkshop.on_demand import Part
from cxworkshop.workshop import Workshop

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("cxworkshop.stops", "cxworkshop.services")


def parts(attribute: str, value: object) -> Iterator[tuple[str, type]]:
    """A stop or service and the parts that hang on it, each under its attribute's name."""
    if type(value).__module__.startswith(PACKAGES):
        yield attribute, type(value)
        for name in attributes(value):
            yield from parts(name, getattr(value, name))


def attributes(value: object) -> list[str]:
    """Its public attributes, also the parts that nobody has asked for yet."""
    own = type(value)
    later = [name for name, found in vars(own).items() if isinstance(found, Part)]
    return [name for name in (*vars(value), *later) if not name.startswith("_")]


def public_methods(kind: type) -> set[str]:
    """Methods and properties of the class, those of its bases in the core among them."""
    ours = [base for base in kind.__mro__ if base.__module__.startswith("cxworkshop")]
    return {name for base in ours for name in vars(base) if not name.startswith("_")}


def calls(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Each attribute that the code reads, with the attribute or local name it is read from."""
    aliases = dict(_aliases(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            holder = _last_name(node.value)
            yield holder.lstrip("_"), node.attr
            yield aliases.get(holder, ""), node.attr


def _aliases(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = [(target, node.value)]
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = list(zip(target.elts, node.value.elts, strict=False))
                for left, right in pairs:
                    if isinstance(right, ast.Attribute):
                        yield _last_name(left), right.attr


def _last_name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def test_every_method_of_the_stops_and_services_is_called_from_a_screen_or_a_command(tmp_path):
    workshop = Workshop.new(tmp_path / "team.cxw", "Bakery")
    folders = ("ui", "cxworkshop/commands", "cxworkshop/exports")
    files = [file for folder in folders for file in (ROOT / folder).rglob("*.py")]
    called = {call for path in files for call in calls(ast.parse(path.read_text("utf-8")))}
    methods = {
        (holder, method)
        for attribute in attributes(workshop)
        for holder, kind in parts(attribute, getattr(workshop, attribute))
        for method in public_methods(kind)
    }
    workshop.close()
    assert len(methods) > 100
    # `tests.person_in(…)`: a name that one method alone has, and no widget, needs no holder.
    counts = Counter(name for _holder, name in methods)
    read = {name for _holder, name in called if counts[name] == 1 and not hasattr(QWidget, name)}
    called |= {(holder, name) for holder, name in methods if name in read}
    unreached = sorted(f"{holder}.{name}" for holder, name in methods - called)
    assert unreached == [], "\n".join(unreached)
