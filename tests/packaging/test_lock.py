"""The pinned packages: complete, with hashes, and no address of any server."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "packaging").glob("*.txt"))
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = PROJECT["project"]["dependencies"]
GROUPS = PROJECT["dependency-groups"]


def asked(group):
    """What a group asks for, with the groups that it includes."""
    for entry in GROUPS[group]:
        if isinstance(entry, str):
            yield entry
        else:
            yield from asked(entry["include-group"])


def pins(name):
    lines = (ROOT / "packaging" / name).read_text(encoding="utf-8").splitlines()
    found = (PIN.match(line) for line in lines)
    return {canonicalize_name(pin[1]): pin[2] for pin in found if pin}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_lock_names_a_server_or_a_place_on_a_disk(lock):
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*--(?!hash=)", text, re.MULTILINE)
    assert not re.search(r"[ =]/\w|[A-Z]:\\|\bfile:|\b[\w-]+\.(org|com|net|io)\b", text)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pinned_package_has_hashes_and_nothing_is_unpinned(lock):
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    assert entries
    for entry in entries:
        assert PIN.match(entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.txt", RUN),
        ("requirements-test.txt", [*RUN, *asked("test")]),
        ("requirements-build.txt", [*RUN, *asked("bundle")]),
    ],
)
def test_what_the_project_asks_for_is_pinned_in_a_version_that_it_accepts(lock, wanted):
    pinned = pins(lock)
    for requirement in map(Requirement, wanted):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, requirement
        assert requirement.specifier.contains(version), requirement


@pytest.mark.parametrize("lock", ["requirements-test.txt", "requirements-build.txt"])
def test_tests_and_bundles_use_the_very_versions_that_the_program_ships_with(lock):
    assert pins("requirements.txt").items() <= pins(lock).items()


def test_there_is_a_list_for_running_one_for_testing_and_one_for_bundles():
    assert [lock.name for lock in LOCKS] == [
        f"requirements{what}.txt" for what in ("-build", "-test", "")
    ]


def promised():
    """The Pythons that the classifiers name."""
    kind = "Programming Language :: Python :: 3."
    named = [name for name in PROJECT["project"]["classifiers"] if name.startswith(kind)]
    return [f"3.{minor}" for minor in sorted(int(name.removeprefix(kind)) for name in named)]


def test_the_oldest_python_is_the_same_wherever_it_is_said():
    oldest = promised()[0]
    tools = PROJECT["tool"]
    assert PROJECT["project"]["requires-python"] == f">={oldest}"
    assert tools["mypy"]["python_version"] == oldest
    assert tools["ruff"]["target-version"] == f"py{oldest.replace('.', '')}"
    bootstrap = (ROOT / "packaging" / "bootstrap.py").read_text(encoding="utf-8")
    assert f"OLDEST = ({oldest.replace('.', ', ')})\n" in bootstrap


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_wheels_of_every_pinned_package_were_found_for_every_promised_python(lock):
    first = lock.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# Wheels were found for Python {', '.join(promised())}.", (
        "run: python packaging/lock.py"
    )


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_promised_python_installs_the_whole_list(lock):
    """A package that is pinned for some Pythons only would be lacking on the others."""
    for line in lock.read_text(encoding="utf-8").splitlines():
        if PIN.match(line) and ";" in line:
            assert "python_version" not in line, line
            assert "python_full_version" not in line, line
