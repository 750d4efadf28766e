"""Documents that can be checked are: snippets run, links lead somewhere, pages are up to date."""

from __future__ import annotations

import gc
import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
import typer.main

from support import worked_example
from tipoff.app.pipeline import pipeline
from tipoff.app.settings import Settings
from tipoff.app.settings_reference import settings_reference
from tipoff.cli import app
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.table import TableDefinition
from tipoff.sources.manual.lines import LinesFile
from tipoff.sources.manual.lines_form import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import World
    from tipoff.kernel.declare.stream import Stream

ROOT = Path(__file__).parents[1]
TUTORIAL = ROOT / "docs" / "tutorial.md"
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]*)(#[^)\s]*)?\)")


def _blocks(page: Path, language: str) -> list[str]:
    return [text for name, text in BLOCK.findall(page.read_text()) if name == language]


def _module(name: str, source: str) -> ModuleType:
    module = ModuleType(name)
    exec(compile(source, f"{name}.py", "exec"), module.__dict__)
    return module


def test_the_tutorial_s_table_passes_the_tutorial_s_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    declared, tests = _blocks(TUTORIAL, "python")
    module = _module("tipoff.features.player_two_weeks", declared)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    definition = module.player_two_weeks
    assert isinstance(definition, TableDefinition)
    tables = [*pipeline().tables.values(), definition]
    members: list[TableDefinition | Stream] = [*tables, *pipeline().streams.values()]
    graph = Graph.of(members)
    monkeypatch.setattr(worked_example, "pipeline", lambda: graph)
    written = _module("test_player_two_weeks", tests)
    ran = [test() for name, test in vars(written).items() if name.startswith("test_")]
    assert len(ran) == 2


COMPILED = """
from tipoff.app.pipeline import pipeline
from tipoff.features.registry import FEATURES
from tipoff.kernel.declare.expression import Expressions, compiled

assert FEATURES["points_avg_last_14_days"].source == "player_two_weeks"
store = pipeline().tables["ml_feature_store"]
rows = next(each for each in Expressions(pipeline()).of(store) if each.part == "rows")
assert "points_avg_last_14_days" in compiled(rows.build(), "duckdb")
"""


def test_the_tutorial_s_edits_give_the_feature_store_the_feature(tmp_path: Path) -> None:
    package = tmp_path / "src" / "tipoff"
    shutil.copytree(ROOT / "src" / "tipoff", package, ignore=shutil.ignore_patterns("__pycache__"))
    declared, _ = _blocks(TUTORIAL, "python")
    (package / "features" / "player_two_weeks.py").write_text(declared)
    edits = _blocks(TUTORIAL, "diff")
    assert len(edits) == 2
    for edit in edits:
        _apply(edit, tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", COMPILED], env=environment, cwd=tmp_path, check=True)


def _apply(edit: str, root: Path) -> None:
    """Apply an edit: the file's name, then hunks of context lines and added lines."""
    named, places = edit.split("\n", 1)
    path = root / named.removeprefix("--- ")
    for place in places.split("@@\n"):
        lines = place.splitlines()
        there = "\n".join(line[1:] for line in lines if line[0] == " ")
        text = path.read_text()
        assert text.count(f"\n{there}\n") == 1, f"{path.name}: {there}"
        edited = "\n".join(line[1:] for line in lines)
        path.write_text(text.replace(f"\n{there}\n", f"\n{edited}\n"))


def test_the_files_of_prices_on_the_page_are_taken(tmp_path: Path) -> None:
    examples = _blocks(ROOT / "docs" / "operations.md", "csv")
    for form, example in zip(FORMS.items(), examples, strict=True):
        (tmp_path / "mine.csv").write_text(example)
        source = LinesFile(tmp_path / "mine.csv")
        assert [payload.resource for payload in source.payloads()] == [form[0]]
        assert source.set_aside == []
        assert example.splitlines()[0] == ",".join(form[1])


def test_the_python_of_the_readme_runs(demo_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIPOFF_HOME", str(demo_world.home.directory))
    (example,) = _blocks(ROOT / "README.md", "python")
    *before, last = example.splitlines()
    names: dict[str, Any] = {}
    exec("\n".join(before), names)
    gc.collect()
    assert "points" in eval(last, names).columns


def test_the_python_of_the_pages_runs(
    demo_world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(demo_world.home.directory)
    for page in ("documents", "predictions"):
        for number, block in enumerate(_blocks(ROOT / "docs" / f"{page}.md", "python")):
            _module(f"{page}_{number}", block)
    assert capsys.readouterr().out


def test_a_table_that_a_page_quotes_stands_so_in_the_code() -> None:
    """Its parameters and its docstring do; of the decorator a page may leave out the checks."""
    pages = [page for page in PAGES if page.name != "tutorial.md"]
    blocks = [b for page in pages for b in _blocks(page, "python") if b.startswith("@table")]
    assert blocks
    for block in blocks:
        (name,) = re.findall(r"^def (\w+)", block, re.MULTILINE)
        module = inspect.getsource(inspect.getmodule(pipeline().tables[name].function) or re)
        quoted = block[block.index("def ") :].strip()
        assert quoted in module, f"{name} is quoted otherwise than it stands"


def _commands() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        if page.name == "cli.md":
            continue
        for language, text in BLOCK.findall(page.read_text()):
            if language in ("", "text", "console"):
                for line in text.splitlines():
                    if line.startswith(("tipoff ", "$ tipoff ")):
                        yield page, line.removeprefix("$ ").split("  #")[0].split(" # ")[0]


@pytest.mark.parametrize(
    ("page", "line"), [pytest.param(p, line, id=f"{p.stem}: {line}") for p, line in _commands()]
)
def test_every_command_in_the_documents_exists_with_its_options(page: Path, line: str) -> None:
    command = typer.main.get_command(app)
    words = shlex.split(line)[1:]
    while words and (child := getattr(command, "commands", {}).get(words[0])) is not None:
        command, words = child, words[1:]
    named = {option for parameter in command.params for option in parameter.opts}
    options = {word.split("=")[0] for word in words if word.startswith("--")}
    assert options <= {*named, "--help"}, f"{page.name}: {line}"
    assert not (getattr(command, "commands", {}) and words and not words[0].startswith("-")), line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(BLOCK, "", page.read_text())
    for target, anchor in LINK.findall(text):
        if target.startswith(("http:", "https:", "mailto:")):
            continue
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), f"{page.name}: {target}"
        if anchor and path.suffix == ".md":
            assert anchor[1:] in _anchors(path), f"{page.name}: {target}{anchor}"


def _anchors(page: Path) -> set[str]:
    """Return the anchors that headings of a page get."""
    heads = re.findall(r"^#+ (.*)$", page.read_text(), re.MULTILINE)
    plain = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", head) for head in heads)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_module_that_a_document_names_is_there(page: Path) -> None:
    if page.name == "CHANGELOG.md":
        return
    names = re.findall(
        r"`((?:tipoff|src/tipoff|tests|features|predictions)/[\w/]+\.py)`", page.read_text()
    )
    made = {"src/tipoff/features/player_two_weeks.py", "tests/features/test_player_two_weeks.py"}
    for name in {*names} - made:
        assert (ROOT / name).exists() or (ROOT / "src" / "tipoff" / name).exists(), name


def test_the_page_of_settings_is_what_the_code_declares() -> None:
    kept = (ROOT / "docs" / "settings.md").read_text()
    assert kept == settings_reference(), (
        "the settings changed: `tipoff dev settings > docs/settings.md` and read the diff"
    )
    assert all(f"`{name}`" in kept for name in Settings.model_fields)


def test_no_page_is_left_alone() -> None:
    """Each page under docs/ is linked from the README, or from a page that is."""
    linked = set(chain.from_iterable((t for t, _ in LINK.findall(p.read_text())) for p in PAGES))
    for page in (ROOT / "docs").glob("*.md"):
        assert any(page.name in target for target in linked), page.name


RUNBOOK = ROOT / "docs" / "runbook.md"
ENTRY = re.compile(r"^\| .*\| `(tipoff [^`]+)` \|$")


def _entries() -> list[str]:
    """Return the rows of the runbook's tables, without their heads."""
    rows = [line for line in RUNBOOK.read_text().splitlines() if line.startswith("| ")]
    return [row for row in rows if not row.startswith("| what you see")]


def test_each_symptom_of_the_runbook_has_one_command() -> None:
    assert len(_entries()) > 30
    assert [row for row in _entries() if not ENTRY.match(row)] == []


@pytest.mark.parametrize("row", _entries())
def test_every_command_of_the_runbook_parses_with_its_values(row: str) -> None:
    match = ENTRY.match(row)
    assert match is not None
    command, words = typer.main.get_command(app), shlex.split(match[1])[1:]
    while words and (child := getattr(command, "commands", {}).get(words[0])) is not None:
        command, words = child, words[1:]
    command.make_context(str(command.name), words).close()
