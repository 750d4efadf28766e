"""Malicious names: printed as text, exported as text, and never part of a path."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.cli_runner import printed
from tipoff.app.printable import printable, printable_json, printable_lines

if TYPE_CHECKING:
    from conftest import World
    from support.cli_runner import Tipoff

HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07",
    "[red]bold[/red] :boom:",
    "=cmd|'/C calc'!A0",
    "\u202enimda\u2066",
    "a\ntipoff: all is well",
    "\x9b31mred",
    "../../etc/passwd",
    "<script>alert(1)</script>",
)
PUBLISHED = re.compile(
    r"(app/[0-9a-f]{16}/)?([a-z]+/)*[a-z]+(\.schema)?\.(json|html|js|css|svg)"
    r"|teams/\d+\.json|(predictions|results)/\d{4}-\d\d-\d\d\.json|graded/\d{4}-\d\d\.(parquet|csv\.gz)"
)
"""Paths of words in the code, of a digest, of a team's number or of a date."""


@pytest.fixture
def hostile_world(demo_copy: World) -> World:
    """A home whose players have hostile names, each of them several."""
    quoted = ", ".join("'" + name.replace("'", "''") + "'" for name in HOSTILE)
    renamed = f"list_extract([{quoted}], 1 + player_id % {len(HOSTILE)})"
    demo_copy.rewrite(
        "player_pool", f"SELECT * REPLACE ({renamed} AS player_name) FROM player_pool"
    )
    demo_copy.rewrite(
        "player_prediction",
        f"SELECT * REPLACE ({renamed} AS player_name) FROM player_prediction",
    )
    return demo_copy


def _obeyed(text: str) -> set[str]:
    """Return the characters of a text that a terminal obeys, apart from ends of lines."""
    return {c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")}


def test_a_terminal_prints_hostile_names_and_obeys_none(
    tipoff: Tipoff, hostile_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    slate = tipoff("slate", world=hostile_world)
    assert slate.exit_code == 0
    assert _obeyed(slate.output) == set()
    assert r"\x1b[2J" in slate.stdout
    assert "tipoff: all is well" not in slate.stdout.splitlines()
    player = tipoff("player", "[red]", world=hostile_world)
    assert _obeyed(player.output) == set()
    assert "[red]bold[/red] :boom:" in player.output
    shown = tipoff("slate", "--json", world=hostile_world)
    assert _obeyed(shown.stdout) == set()
    names = {row["player_name"] for row in printed(shown)["predictions"]}
    assert names <= set(HOSTILE), "JSON says the names as they are"


def test_no_cell_of_an_export_begins_a_formula(tipoff: Tipoff, hostile_world: World) -> None:
    exported = tipoff("export", "slate", world=hostile_world).stdout
    cells = [cell for row in csv.reader(io.StringIO(exported)) for cell in row]
    assert "'=cmd|'/C calc'!A0" in cells
    numeric = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?")
    begun = [c for c in cells if c[:1] in tuple("=+-@\t\r") and not numeric.fullmatch(c)]
    assert begun == []


def test_no_path_is_taken_from_a_name(tipoff: Tipoff, hostile_world: World) -> None:
    assert tipoff("site", world=hostile_world).exit_code == 0
    release = (hostile_world.home.published / "current").resolve()
    paths = [str(p.relative_to(release)) for p in release.rglob("*") if p.is_file()]
    assert [path for path in paths if not PUBLISHED.fullmatch(path)] == []
    assert not any("passwd" in path for path in paths)


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left_of_any_text(text: str) -> None:
    controls = {chr(each) for each in (*range(0x20), *range(0x7F, 0xA0))}
    assert not controls & {*printable(text)}
    assert not (controls - {"\n", "\t"}) & {*printable_lines(text)}
    assert printable_lines(text).count("\n") == text.count("\n")


@given(st.text())
def test_json_means_the_same_after_it_was_made_printable(text: str) -> None:
    import orjson

    assert orjson.loads(printable_json(orjson.dumps([text]).decode())) == [text]
