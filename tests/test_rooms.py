"""The structure of the package and its benchmarks: no cycles, no import against the data flow."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from conftest import LONGEST, TESTS

ROOT = Path(__file__).parents[1]
PACKAGES = (ROOT / "src" / "tipoff", ROOT / "benchmarks")
ROOMS = ("sources", "landing", "raw", "analytics", "features", "predictions", "publishing")
"""From left to right; a room imports from itself and from those to its left."""
GENERAL = {
    "kernel": {"kernel"},
    "engines": {"engines", "kernel"},
    "catalogs": {"catalogs", "kernel"},
    "domain": {"domain", "kernel", "expressions"},
    "windows": {"windows", "kernel", "expressions", "engines"},
    "expressions": {"expressions", "kernel"},
}
"""Packages that know nothing of the rooms, and the packages that each may import."""
OUTSIDE = ("app", "cli", "operations", "orchestration", "benchmarks")
"""Packages that may import from everywhere, and that no room imports."""


def _modules() -> dict[str, Path]:
    return {_name(path): path for package in PACKAGES for path in package.rglob("*.py")}


def _name(path: Path) -> str:
    """Return the name that a module is imported by."""
    (package,) = (each for each in PACKAGES if path.is_relative_to(each))
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def _imports(path: Path, modules: dict[str, Path], *, for_types: bool = False) -> set[str]:
    """Return the modules that a file imports when it runs, inside functions too, or for types."""
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if for_types or not isinstance(node, ast.If):
            continue
        if ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = [ast.Pass()]
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            named = {f"{node.module}.{each.name}" for each in node.names}
            imported |= {name if name in modules else str(node.module) for name in named}
    return imported & modules.keys()


MODULES = _modules()


@pytest.fixture(scope="module")
def arrows() -> dict[str, set[str]]:
    """The imports of each module at run time; parsing every source takes seconds."""
    return {name: _imports(path, MODULES) for name, path in MODULES.items()}


def _package(module: str) -> str:
    return module.removeprefix("tipoff").removeprefix(".").partition(".")[0]


def test_no_two_modules_import_each_other(arrows: dict[str, set[str]]) -> None:
    order = list(TopologicalSorter(arrows).static_order())
    assert len(order) == len(MODULES) > 300


def test_no_two_modules_name_each_other_for_types_either() -> None:
    named = {name: _imports(path, MODULES, for_types=True) for name, path in MODULES.items()}
    assert len(list(TopologicalSorter(named).static_order())) == len(MODULES)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_from_no_room_to_its_right(arrows: dict[str, set[str]], room: str) -> None:
    right = {*ROOMS[ROOMS.index(room) + 1 :], *OUTSIDE}
    wrong = {
        f"{name} imports {other}"
        for name, others in arrows.items()
        if _package(name) == room
        for other in others
        if _package(other) in right
    }
    assert wrong == set()


@pytest.mark.parametrize("package", GENERAL)
def test_what_is_general_knows_nothing_of_the_rooms(
    arrows: dict[str, set[str]], package: str
) -> None:
    reached = {
        _package(other)
        for name, others in arrows.items()
        if _package(name) == package
        for other in others
    }
    assert reached <= {*GENERAL[package], ""}


def test_every_test_file_that_is_begun_first_is_there() -> None:
    assert [name for name in LONGEST if not (TESTS / name).is_file()] == []
    assert len(LONGEST) == len({*LONGEST})
