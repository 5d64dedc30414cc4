"""What contributors and packagers find: kept as far as a machine can keep it."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from trove_classifiers import classifiers as known_classifiers

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WORKFLOW = ROOT / ".github" / "workflows" / "tests.yml"
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
PAGES = ("CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md")
FOR_CONTRIBUTORS = [
    *(ROOT / name for name in PAGES),
    *(ROOT / name for name in (".editorconfig", ".gitattributes", ".pre-commit-config.yaml")),
    *(path for path in sorted((ROOT / ".github").rglob("*")) if path.is_file()),
]


def read_yaml(path: Path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bootstrap():
    return script("bootstrap")


def script(name: str):
    """One of the scripts in packaging/, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "packaging"))
        spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel of this checkout, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (packed,) = folder.glob("*.whl")
    unpacked = folder / "unpacked"
    with zipfile.ZipFile(packed) as files:
        files.extractall(unpacked)
    return unpacked


# --- pyproject.toml and the wheel ---


def test_the_classifiers_are_ones_that_exist():
    assert set(PROJECT["project"]["classifiers"]) <= set(known_classifiers)


def test_the_authors_are_the_contributors_and_no_address_is_named():
    assert PROJECT["project"]["authors"] == [{"name": "CX Workshop contributors"}]
    assert "urls" not in PROJECT["project"]
    assert PROJECT["project"]["keywords"]


def test_what_only_builds_the_resources_is_no_dependency_of_the_program():
    names = {re.split(r"[<>=\[]", entry)[0] for entry in PROJECT["dependency-groups"]["build"]}
    assert {"babel", "hatchling", "polib", "qt-material"} <= names
    needed = {re.split(r"[<>=\[]", entry)[0] for entry in PROJECT["project"]["dependencies"]}
    assert names & needed == set()


@pytest.mark.parametrize("package", ["cxworkshop", "ui"])
def test_both_packages_tell_type_checkers_that_they_are_typed(wheel, package):
    assert (ROOT / package / "py.typed").is_file()
    assert (wheel / package / "py.typed").is_file()


def test_the_wheel_has_every_shipped_file_and_no_test(wheel):
    shipped = {path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*")}
    inside = wheel / "cxworkshop" / "_resources"
    assert {path.relative_to(inside) for path in inside.rglob("*")} == shipped
    assert {path.name for path in wheel.iterdir() if "dist-info" not in path.name} == {
        "cxworkshop",
        "ui",
    }


def test_what_is_in_the_wheel_starts_by_itself(wheel, tmp_path):
    code = "import sys; from ui.__main__ import main; sys.exit(main(['sample', 'bakery.cxw']))"
    environ = {**os.environ, "PYTHONPATH": str(wheel), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environ, check=True)
    assert (tmp_path / "bakery.cxw").is_file()


# --- pages, templates and hooks ---


@pytest.mark.parametrize("name", [*PAGES, ".github/PULL_REQUEST_TEMPLATE.md"])
def test_what_a_newcomer_looks_for_is_there(name):
    assert len((ROOT / name).read_text(encoding="utf-8").split()) > 50


@pytest.mark.parametrize("path", FOR_CONTRIBUTORS, ids=lambda path: path.name)
def test_no_page_and_no_template_names_an_address(path):
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"\b[\w-]+\.(org|com|net|io)\b", text)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_somewhere(name):
    for target in re.findall(r"\]\(([^)]+)\)", (ROOT / name).read_text(encoding="utf-8")):
        file, _sharp, place = target.partition("#")
        text = (ROOT / file).read_text(encoding="utf-8")
        headings = {line.strip("# ").lower().replace(" ", "-") for line in text.splitlines()}
        assert not place or place in headings, target


def test_contributing_names_every_script_that_makes_something_again():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    scripts = {path.name for path in (ROOT / "packaging").glob("*.py")}
    assert [name for name in sorted(scripts) if f"packaging/{name}" not in text] == []
    named = set(re.findall(r"(?:packaging|tests)/[\w/]+\.py", text))
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_an_issue_form_asks_each_thing_once(path):
    form = read_yaml(path)
    assert {"name", "description", "body"} <= form.keys()
    ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert len(ids) == len(set(ids)) > 0


def test_there_is_a_form_for_bugs_and_one_for_ideas():
    assert [path.name for path in FORMS] == ["bug.yml", "idea.yml"]


def test_the_hooks_are_the_checks_of_the_test_command(bootstrap):
    (ours,) = read_yaml(ROOT / ".pre-commit-config.yaml")["repos"]
    assert ours["repo"] == "local"
    assert {hook["language"] for hook in ours["hooks"]} == {"system"}
    ids = {hook["id"] for hook in ours["hooks"]}
    assert {name.replace(" --check", "").replace(" ", "-") for name in bootstrap.CHECKS} <= ids


# --- the workflow ---


def steps(job: str) -> str:
    return "\n".join(step.get("run", "") for step in read_yaml(WORKFLOW)["jobs"][job]["steps"])


def test_the_workflow_calls_the_two_commands():
    jobs = read_yaml(WORKFLOW)["jobs"]
    assert jobs["linux"]["runs-on"] == "ubuntu-latest"
    assert jobs["linux"]["steps"][-1]["run"] == ".ci/run"
    systems = jobs["other-systems"]["strategy"]["matrix"]["system"]
    assert systems == ["windows-latest", "macos-latest"]
    assert jobs["other-systems"]["steps"][-1]["run"] == "python packaging/bootstrap.py test"


@pytest.mark.parametrize("job", ["linux", "other-systems"])
def test_the_workflow_tries_every_python_that_is_promised(job):
    promised = [
        name.rpartition(" ")[2]
        for name in PROJECT["project"]["classifiers"]
        if name.startswith("Programming Language :: Python :: 3.")
    ]
    assert read_yaml(WORKFLOW)["jobs"][job]["strategy"]["matrix"]["python"] == promised


def test_the_workflow_installs_what_the_test_command_wants_of_the_system():
    system = script("system_packages")
    tables = (system.LIBRARIES, system.QT_LIBRARIES, system.X11_LIBRARIES, system.TEST_TOOLS,
              system.TEST_FILES, system.TEST_MODULES)  # fmt: skip
    wanted = {package for table in tables for package in table.values()}
    line = steps("linux").partition("--no-install-recommends")[2].partition("\n.ci/run")[0]
    assert set(line.replace("\\", " ").split()) == wanted


def test_actions_are_named_with_a_version_and_may_only_read():
    workflow = read_yaml(WORKFLOW)
    assert workflow["permissions"] == {"contents": "read"}
    used = re.findall(r"uses: (\S+)", WORKFLOW.read_text(encoding="utf-8"))
    assert {name.partition("@")[0] for name in used} == {"actions/checkout", "actions/setup-python"}
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", name) for name in used)


# --- the markers ---


def test_the_quick_loop_leaves_out_the_slow_tests_and_ci_does_not():
    markers = [entry.split(":")[0] for entry in PROJECT["tool"]["pytest"]["ini_options"]["markers"]]
    assert {"slow", "linux"} <= set(markers)
    for path in (ROOT / ".ci" / "run", WORKFLOW, ROOT / "packaging" / "bootstrap.py"):
        assert "not slow" not in path.read_text(encoding="utf-8")


def test_every_test_that_is_chosen_to_be_measured_is_there():
    names = (ROOT / "tests" / "measured.txt").read_text(encoding="utf-8").split()
    written = {name.partition("::")[0] for name in names}
    found = {path: (ROOT / path).read_text(encoding="utf-8") for path in written}
    chosen = [name.split("::") for name in names if "::" in name]
    assert [f"{path}::{test}" for path, test in chosen if f"def {test}(" not in found[path]] == []
    assert len(chosen) > 300
