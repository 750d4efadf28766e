"""Code that differs from its source files is refused; only new modules are checked again."""

from __future__ import annotations

import gc
import importlib
import importlib.util
import json
import os
import py_compile
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from tipoff.kernel.errors import TipoffError
from tipoff.kernel.fingerprints import refuse_stale_bytecode, stale_bytecode

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = """
from __future__ import annotations
from dataclasses import dataclass
from functools import cache, cached_property, partial, wraps
from tipoff.kernel.declare.schema import Schema, day, integer, rule
from tipoff.kernel.declare.stream import stream
from tipoff.kernel.declare.table import table

def plain(value):
    return value + 1

def outer(value):
    def inner():
        return value + 2
    return inner

closed = outer(0)

@cache
def cached(value):
    return value + 3

def wrapping(function):
    @wraps(function)
    def wrapper(value):
        return function(value) + 4
    return wrapper

@wrapping
def wrapped(value):
    return value + 5

def scaled(value, factor):
    return value * factor + 6

twice = partial(scaled, factor=2)
CHOICES = {"a": [lambda value: value + 7]}

class Step:
    factor = 2

    @property
    def read(self):
        return 8

    @read.setter
    def read(self, value):
        self.written = value + 9

    @cached_property
    def kept(self):
        return 10

    @staticmethod
    @cache
    def fixed():
        return 11

    @classmethod
    def named(cls):
        return 12

    class Inner:
        def method(self):
            return 13

@dataclass(frozen=True)
class Point:
    x: int = 0

    def moved(self):
        return self.x + 14

class Counted(Schema):
    on = day(key=True, partition=True)
    total = integer()

    @rule("total")
    def small(row):
        return row.total < 15

@stream(resource="counts", columns={"total": "int64"}, key=("total",))
def counts(payload):
    return {"total": [16]}

def holds(counted: Table) -> Table:
    return counted.select(holds=counted.total > 17)

@table(schema=Counted, checks=[holds])
def counted(counts: Landed) -> Table:
    return counts.filter(counts.total != 18)
"""
EDITS = [f"+ {number}\n" for number in (1, 2, 3, 4, 5, 6, 9, 14)]
EDITS += [f"return {number}\n" for number in (8, 10, 11, 12, 13)]
EDITS += ["+ 7]", "< 15\n", "[16]", "> 17)", "!= 18)"]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a module that ``_load`` loads, with a bytecode cache next to it.

    Nothing that lives already can be a function of it, and ``gc.get_objects`` passes over what is
    frozen: a test looks at few objects, however many the other tests of its process have left.
    """
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    gc.freeze()
    yield tmp_path / "stale_shop.py"
    gc.unfreeze()
    sys.modules.pop("stale_shop", None)


def _load(path: Path, source: str = SOURCE) -> Any:
    path.write_text(source)
    return _again(path)


def _again(path: Path) -> Any:
    sys.modules.pop(path.stem, None)
    importlib.invalidate_caches()
    return importlib.import_module(path.stem)


@pytest.mark.parametrize("edit", EDITS, ids=[edit.strip() for edit in EDITS])
@pytest.mark.parametrize("remembered", [False, True])
def test_a_file_edited_after_it_was_loaded_is_noticed(
    path: Path, tmp_path: Path, edit: str, remembered: bool
) -> None:
    assert SOURCE.count(edit) == 1
    verified = tmp_path / "verified.json" if remembered else None
    loaded = _load(path)
    refuse_stale_bytecode([loaded], verified)
    path.write_text(SOURCE.replace(edit, re.sub(r"\d+", "99", edit)))
    for _ in range(2):
        with pytest.raises(TipoffError, match=r"stale_shop\.py differs from the code"):
            refuse_stale_bytecode([loaded], verified)


@pytest.mark.parametrize("remembered", [False, True])
@pytest.mark.parametrize(
    ("edit", "planted"),
    [("value + 1\n", "value + 9\n"), ("    factor = 2\n", "    factor = 9\n"), ('{"a":', '{"b":')],
)
@pytest.mark.parametrize("mode", list(py_compile.PycInvalidationMode))
def test_a_bytecode_cache_that_is_not_of_the_source_is_noticed(
    path: Path,
    tmp_path: Path,
    edit: str,
    planted: str,
    remembered: bool,
    mode: py_compile.PycInvalidationMode,
) -> None:
    verified = tmp_path / "verified.json" if remembered else None
    refuse_stale_bytecode([_load(path)], verified)
    other = tmp_path / "other.py"
    other.write_text(SOURCE.replace(edit, planted))
    _plant(path, other, mode)
    loaded = _again(path)
    assert (loaded.plain(0), loaded.Step.factor, *loaded.CHOICES) != (1, 2, "a")
    with pytest.raises(TipoffError, match="delete its __pycache__"):
        refuse_stale_bytecode([loaded], verified)


@pytest.mark.parametrize("remembered", [False, True])
def test_a_bytecode_cache_of_other_constants_is_noticed_where_there_are_no_functions(
    path: Path, tmp_path: Path, remembered: bool
) -> None:
    verified = tmp_path / "verified.json" if remembered else None
    refuse_stale_bytecode([_load(path, "FACTOR = 2\n")], verified)
    other = tmp_path / "other.py"
    other.write_text("FACTOR = 3\n")
    _plant(path, other, py_compile.PycInvalidationMode.TIMESTAMP)
    loaded = _again(path)
    assert loaded.FACTOR == 3
    with pytest.raises(TipoffError, match="differs from the code"):
        refuse_stale_bytecode([loaded], verified)


def test_a_damaged_bytecode_cache_is_refused_in_one_line(path: Path, tmp_path: Path) -> None:
    loaded = _load(path)
    cache = _plant(path, path, py_compile.PycInvalidationMode.TIMESTAMP)
    cache.write_bytes(cache.read_bytes()[:40])
    with pytest.raises(TipoffError, match="delete its __pycache__"):
        refuse_stale_bytecode([loaded], tmp_path / "verified.json")


def test_a_bytecode_cache_that_python_ignores_is_ignored(path: Path) -> None:
    planted = path.with_name("planted.py")
    planted.write_text(SOURCE.replace("    factor = 2\n", "    factor = 9\n"))
    loaded = _load(path)
    cache = _plant(path, planted, py_compile.PycInvalidationMode.TIMESTAMP)
    whole = cache.read_bytes()
    for ignored in (b"", b"\0" * 4 + whole[4:], whole[:8] + b"\0" * 8 + whole[16:]):
        cache.write_bytes(ignored)
        refuse_stale_bytecode([loaded])


def _plant(path: Path, planted: Path, mode: py_compile.PycInvalidationMode) -> Path:
    """Write another source's code as the bytecode cache that Python takes to be the module's."""
    cache = Path(py_compile.compile(str(path), doraise=True, invalidation_mode=mode) or "")
    header = cache.read_bytes()[:16]
    other = py_compile.compile(str(planted), dfile=str(path), doraise=True)
    cache.write_bytes(header + Path(other or "").read_bytes()[16:])
    return cache


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("def plain(value):", "# a comment\n\ndef plain(value: int) -> int:"),
        ("def plain(value):\n", 'def plain(value):\n    """Add one."""\n'),
    ],
)
def test_an_edit_that_changes_nothing_that_runs_is_let_pass(
    path: Path, tmp_path: Path, old: str, new: str
) -> None:
    verified = tmp_path / "verified.json"
    loaded = _load(path)
    refuse_stale_bytecode([loaded], verified)
    path.write_text(SOURCE.replace(old, new))
    refuse_stale_bytecode([loaded], verified)
    refuse_stale_bytecode([loaded])


def test_a_file_that_is_gone_or_no_longer_python_is_refused_in_one_line(path: Path) -> None:
    loaded = _load(path)
    path.write_text("def plain(")
    with pytest.raises(TipoffError, match="differs from the code"):
        refuse_stale_bytecode([loaded])
    path.unlink()
    with pytest.raises(TipoffError, match=r"stale_shop\.py.* cannot be read: No such file"):
        refuse_stale_bytecode([loaded])


def test_a_module_without_a_source_is_passed_over() -> None:
    refuse_stale_bytecode([sys, ModuleType("made")])


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the modules whose source is compiled for comparison."""
    seen: list[str] = []
    compare = stale_bytecode._compared

    def counted(file: Any, loaded: stale_bytecode.Codes) -> stale_bytecode.Codes:
        seen.append(file.path)
        return compare(file, loaded)

    monkeypatch.setattr(stale_bytecode, "_compared", counted)
    return seen


def test_what_was_compared_is_not_compared_again(
    path: Path, tmp_path: Path, compared: list[str]
) -> None:
    gc.unfreeze()  # the functions of the second module have long been there
    verified = tmp_path / "in" / "some" / "verified.json"
    loaded = _load(path)
    refuse_stale_bytecode([loaded, stale_bytecode], verified)
    assert sorted(compared) == sorted([str(path), str(stale_bytecode.__file__)])
    written = verified.stat().st_mtime_ns, verified.read_bytes()
    compared.clear()
    refuse_stale_bytecode([_again(path), stale_bytecode], verified)
    assert compared == []
    assert (verified.stat().st_mtime_ns, verified.read_bytes()) == written
    refuse_stale_bytecode([_load(path, SOURCE + "\nMORE = 1\n"), stale_bytecode], verified)
    refuse_stale_bytecode([_again(path)], verified)
    assert compared == [str(path)]
    assert len(json.loads(verified.read_text())) == 2
    assert list(verified.parent.iterdir()) == [verified]


@pytest.mark.parametrize(
    "damage",
    ["", "{", "[]", "3", '{"PATH": 3}', '{"PATH": {"a": 3}}', '{"PATH": {"a": [3]}}', "\udcff"],
)
def test_a_damaged_memory_costs_only_time(
    path: Path, tmp_path: Path, compared: list[str], damage: str
) -> None:
    verified = tmp_path / "verified.json"
    loaded = _load(path)
    text = damage.replace("PATH", str(path))
    verified.write_bytes(text.encode(errors="surrogateescape"))
    refuse_stale_bytecode([loaded], verified)
    refuse_stale_bytecode([loaded], verified)
    assert compared == [str(path)]
    path.write_text(SOURCE.replace("value + 1\n", "value + 99\n"))
    verified.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(TipoffError, match="differs from the code"):
        refuse_stale_bytecode([loaded], verified)


def test_a_memory_that_cannot_be_written_costs_only_time(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a directory is needed")
    refuse_stale_bytecode([_load(path)], blocked / "verified.json")
    taken = tmp_path / "taken"
    taken.mkdir()
    refuse_stale_bytecode([_load(path)], taken)
    assert sorted(os.listdir(tmp_path)) == ["__pycache__", "blocked", "stale_shop.py", "taken"]
