"""A bundle starts with what its cache has: the modules and patterns of the first window."""

from __future__ import annotations

import importlib
import marshal
import re
import sys

import pytest

from tests.packaging.test_project import ROOT


@pytest.fixture
def bundles(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    for name in ("note_start", "startup", "startup_cache"):
        importlib.import_module(f"bundles.{name}")
    return sys.modules["bundles"]


def noted_pattern(bundles, pattern):
    """What a bundle's cache has of a pattern."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(re._compiler, "compile", bundles.note_start.noting)
        patch.setattr(re._compiler, "_sre", bundles.note_start.NotingSre())
        re.compile(pattern)
    return bundles.note_start.patterns.pop()


def test_a_start_takes_modules_and_patterns_from_the_cache(bundles, tmp_path, monkeypatch):
    written = tmp_path / "odd" / "__init__.pyc", tmp_path / "odd" / "inner.pyc"
    written[0].parent.mkdir()
    for path in written:
        code = compile(f"said = {path.stem!r}", path.stem, "exec")
        path.write_bytes(bytes(bundles.startup.HEADER) + marshal.dumps(code))
    names, odd = ("odd", "odd.inner"), ["odd/inner.pyc"]
    modules = {name: bundles.startup.module_of(name, tmp_path) for name in names}
    patterns = [noted_pattern(bundles, "(?P<odd>odd)[0-9]{2,7}")]
    cache, file = bundles.startup_cache, tmp_path / bundles.startup_cache.FILE
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    file.write_bytes(bundles.startup.cache_of(modules, patterns, [], (b"another Python", 1)))
    cache.use(str(tmp_path))
    for broken in (b"", b"half", b"\xff\xff\xff\xffhalf"):
        file.write_bytes(broken)
        cache.use(str(tmp_path))
    assert not isinstance(sys.meta_path[0], cache.CachedModules)
    file.write_bytes(bundles.startup.cache_of(modules, patterns, ["not here", *odd]))
    re.purge()
    cache.use(str(tmp_path))
    for path in written:
        path.unlink()
    for name in names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    inner = importlib.import_module("odd.inner")
    assert (inner.said, inner.__file__) == ("inner", str(written[1]))
    assert sys.modules["odd"].__path__ == [str(tmp_path / "odd")]
    monkeypatch.delattr(re._compiler, "compile")  # whoever compiles now, fails
    assert re.compile("(?P<odd>odd)[0-9]{2,7}").fullmatch("odd12345")["odd"] == "odd"
