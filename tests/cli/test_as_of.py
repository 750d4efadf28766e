"""A slate as of an earlier time: later corrections change today's view, but not that one."""

from __future__ import annotations

import shutil
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from conftest import SMALL, THROUGH, World, small_payloads
from support.cli_runner import printed
from tipoff.app import runs
from tipoff.app.home import Home
from tipoff.app.ingest import ingest
from tipoff.kernel.declare.payload import Payload
from tipoff.publishing.slates import slate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.cli_runner import Tipoff

LANDED = SMALL.now
"""When the simulated league's payloads are fetched."""
LATER = LANDED + timedelta(hours=1)


class _Corrections:
    """The players' log again, fetched later: in the last games, others had done what was done."""

    def payloads(self) -> Iterator[Payload]:
        """Yield the corrected log."""
        for payload in small_payloads():
            if payload.parameters.get("PlayerOrTeam") == "P":
                yield replace(payload, body=_corrected(payload), fetched_at=LATER)


def _corrected(payload: Payload) -> bytes:
    document = orjson.loads(payload.body)
    result = document["resultSets"][0]
    at = {name: place for place, name in enumerate(result["headers"])}
    last = max(row[at["GAME_DATE"]] for row in result["rowSet"])
    teams: dict[int, list[list[Any]]] = defaultdict(list)
    for row in result["rowSet"]:
        if row[at["GAME_DATE"]] == last:
            teams[row[at["TEAM_ID"]]].append(row)
    for rows in teams.values():
        counts = [row[at["MIN"] :] for row in reversed(rows)]
        for row, others in zip(rows, counts, strict=True):
            row[at["MIN"] :] = others
    return orjson.dumps(document)


@pytest.fixture(scope="module")
def corrected(demo_world: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """The demo home with the correction landed and run."""
    directory = tmp_path_factory.mktemp("as_of") / "home"
    shutil.copytree(demo_world.home.directory, directory, symlinks=True)
    world = World(Home(directory, threads=2))
    ingest(world.home, _Corrections())
    assert runs.run(world.home, None).report.problems == []
    return world


def test_a_later_correction_changes_the_outlook_and_neither_what_was_said_nor_the_earlier_view(
    demo_world: World, corrected: World, tipoff: Tipoff
) -> None:
    as_of = LANDED + timedelta(minutes=30)
    files = _files(corrected.home.directory)
    result = tipoff("run", THROUGH, "--as-of", as_of.isoformat(), "--json", world=corrected)
    assert _files(corrected.home.directory) == files, "the home is as it was"
    document = printed(result)
    assert (document["problems"], document["simulated"]) == ([], True)
    assert document["payloads"] + 1 == corrected.catalog("SELECT count(*) FROM payload")[0][0]

    rebuilt = document["slate"]["predictions"]
    then = {(r["game_id"], r["player_id"], r["market"]): (r["mean"], r["line"]) for r in rebuilt}
    assert then == _shown(demo_world)
    assert _shown(corrected) == _shown(demo_world), "what was predicted live stays"
    assert _outlook(demo_world) != _outlook(corrected)
    assert {row["record"] for row in rebuilt} == {"replayed"}
    assert all(datetime.fromisoformat(r["as_of"]).replace(tzinfo=UTC) <= as_of for r in rebuilt)


def _shown(world: World) -> dict[tuple[str, int, str], tuple[float | None, float | None]]:
    with world.home.reading() as engine:
        published = slate(engine, THROUGH, LANDED.replace(tzinfo=None))["predictions"]
    return {(r["game_id"], r["player_id"], r["market"]): (r["mean"], r["line"]) for r in published}


def _outlook(world: World) -> list[tuple[Any, ...]]:
    """Return what would be predicted for the slate now."""
    return world.query(
        "SELECT game_id, player_id, market, mean FROM player_outlook"
        f" WHERE game_date = DATE '{THROUGH}' AND prediction_time = 'morning' ORDER BY ALL"
    )


def _files(directory: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file() and path.suffix != ".lock" and path.name != "verified_code.json"
    }


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((THROUGH, "--as-of", "2025-01-15T20:59"), "nothing had been landed by 2025-01-15 20:59"),
        ((THROUGH, "--as-of", "2099-01-01"), "still to come"),
        ((THROUGH, "--as-of", "yesterday"), "not a time like"),
        (("--as-of", "2025-01-15T22:00"), "--as-of takes one DATE"),
        ((date(2031, 1, 1), "--as-of", "2025-01-15T22:00"), "nothing is scheduled"),
    ],
)
def test_what_cannot_be_rebuilt_is_reported_in_one_line(
    demo_world: World, tipoff: Tipoff, arguments: tuple[Any, ...], why: str
) -> None:
    result = tipoff("run", *arguments, world=demo_world)
    assert result.exit_code == 2
    assert why in result.stderr
    assert not (demo_world.home.directory / "as_of").exists()


def test_a_moment_before_the_schedule_was_readable_ends_with_what_was_wrong(
    tmp_path: Path, tipoff: Tipoff
) -> None:
    """Only what the payloads of that time allow is rebuilt: here, nothing."""
    world = World(Home(tmp_path / "home", threads=2))
    broken = Payload("demo", "scheduleleaguev2", {"Season": "2024-25"}, b"{}", LANDED, "schedule")
    with world.home.writing() as workspace:
        workspace.landing.land([broken])
    result = tipoff("run", THROUGH, "--as-of", LATER.isoformat(), world=world)
    assert result.exit_code == 3
    assert "schedule: field 'leagueSchedule' is missing" in result.stderr
