"""The schema as its catalogue tells it: distribution, partitions, rights, and its picture."""

from __future__ import annotations

import importlib.util
import re
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = {
    "round", "round_way", "round_kind", "pick", "blocker", "look_again", "answer", "promise",
}  # fmt: skip


@pytest.fixture(scope="module")
def asked(cluster):
    with cluster.admin("office") as connection:
        yield lambda query: connection.execute(query).fetchall()


def citus() -> tuple[dict[str, str], set[str]]:
    """Which column distributes which table, and the tables that are not distributed."""
    text = (files("cxworkshop.office.database") / "citus.sql").read_text("utf-8")
    over = dict(re.findall(r"create_distributed_table\('office\.(\w+)', '(\w+)'", text))
    others = re.findall(r"create_reference_table\('office\.(\w+)'", text)
    others += re.findall(r"office\.(\w+)", re.search(r"-- local:(.*)", text)[1])
    return over, set(others)


def test_every_table_is_distributed_or_said_not_to_be(asked):
    over, others = citus()
    tables = asked("SELECT relname FROM pg_class WHERE relnamespace = 'office'::regnamespace"
                   " AND relkind IN ('r', 'p') AND NOT relispartition")  # fmt: skip
    assert set(over) | others == {name for (name,) in tables}
    assert set(over) & others == set()
    assert set(over.values()) == {"workshop"}


def test_the_distribution_column_is_in_every_key_and_every_reference(asked):
    """What Citus asks of a distributed table."""
    over, _others = citus()
    keys = asked(
        "SELECT c.relname, array_agg(a.attname::text) FROM pg_index AS i"
        " JOIN pg_class AS c ON c.oid = i.indrelid"
        " JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)"
        " WHERE i.indisunique AND c.relnamespace = 'office'::regnamespace AND NOT c.relispartition"
        " GROUP BY c.relname, i.indexrelid"
    )
    ours = [(table, columns) for table, columns in keys if table in over]
    assert {table for table, _columns in ours} == set(over)
    assert [table for table, columns in ours if over[table] not in columns] == []
    references = asked(
        "SELECT c.relname, f.relname, a.attname FROM pg_constraint AS k"
        " JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_class AS f ON f.oid = k.confrelid"
        " JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)"
        " WHERE k.contype = 'f' AND c.relnamespace = 'office'::regnamespace"
        " AND NOT c.relispartition"
    )
    assert {(table, to, column) for table, to, column in references} == {
        (part, "workshop", "workshop") for part in PARTS
    }


def test_what_teams_send_is_partitioned_by_month_and_held_back_by_row(asked):
    partitioned = asked(
        "SELECT relname, pg_get_partkeydef(oid), relrowsecurity FROM pg_class"
        " WHERE relnamespace = 'office'::regnamespace AND relkind = 'p'"
    )
    assert set(partitioned) == {(part, "RANGE (month)", True) for part in PARTS}
    guarded = asked("SELECT relname FROM pg_class WHERE relnamespace = 'office'::regnamespace"
                    " AND relkind = 'r' AND relrowsecurity")  # fmt: skip
    assert {name for (name,) in guarded} == {
        "workshop", "cell", "published", "published_promise",
    }  # fmt: skip


def test_a_reader_has_rights_on_barred_views_alone(asked):
    rights = asked("SELECT table_schema, privilege_type FROM information_schema.role_table_grants"
                   " WHERE grantee = 'office_reader'")  # fmt: skip
    assert set(rights) == {("office_views", "SELECT")}
    views = asked("SELECT relname, reloptions FROM pg_class WHERE relkind = 'v'"
                  " AND relnamespace = 'office_views'::regnamespace")  # fmt: skip
    assert len(views) > 10
    assert {tuple(options) for _name, options in views} == {("security_barrier=true",)}


def test_whatever_runs_with_anothers_rights_looks_in_no_schema_of_the_callers(asked):
    """A function of our own that found a caller's table or operator would run it as ours."""
    functions = asked(
        "SELECT p.proname, p.proconfig FROM pg_proc AS p JOIN pg_namespace AS n"
        " ON n.oid = p.pronamespace WHERE n.nspname LIKE 'office%' AND p.prosecdef"
    )
    assert len(functions) >= 6
    unsafe = [name for name, config in functions
              if "search_path=pg_catalog, pg_temp" not in (config or [])]  # fmt: skip
    assert unsafe == []
    public = asked(
        "SELECT p.proname FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace"
        " CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS acl"
        " WHERE n.nspname LIKE 'office%' AND acl.grantee = 0"
    )
    assert public == []


def test_the_picture_of_the_tables_is_that_of_the_catalogue(cluster):
    spec = importlib.util.spec_from_file_location(
        "office_diagram", ROOT / "packaging" / "office_diagram.py"
    )
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    with cluster.admin("office") as connection:
        assert script.drawn() == script.diagram(connection), (
            "run: python packaging/office_diagram.py URL"
        )
