"""Damaged payloads through every parser: refused or quarantined with a reason, never lost."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

import pytest

from conftest import World, small_payloads
from support.mutations import mutated
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline
from tipoff.health.status import payload_rows
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.parse.batch import Batch
from tipoff.kernel.run.run import Run
from tipoff.kernel.run.state import load_state
from tipoff.simulation.service.forms import live_box_score, old_summary
from tipoff.simulation.service.report_pdf import report_pdf
from tipoff.sources.nba.league_schedule import EXHIBITIONS, SIDES
from tipoff.sources.nba.live_box_score import is_listed_inactive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tipoff.kernel.declare.stream import Stream

ROWS = 6
"""Rows kept of each list in a seed: one more than the bad rows that a schema tolerates."""
RAW = pipeline().without(*(n for n, d in pipeline().tables.items() if d.stream is None))
SHOT = {
    "actionId": 1,
    "actionNumber": 2,
    "clock": "PT11M42.00S",
    "period": 1,
    "teamId": 1,
    "personId": 7,
    "playerName": "Doe",
    "playerNameI": "A. Doe",
    "actionType": "Made Shot",
    "subType": "Jump Shot",
    "shotValue": 2,
    "xLegacy": 1,
    "yLegacy": 2,
    "description": "Doe 1' Jump Shot (2 PTS) (Roe 1 AST)",
}
PASS = {**SHOT, "actionId": 2, "personId": 8, "playerName": "Roe", "actionType": "Rebound"}
TEAM = {"teamId": 1, "teamCity": "Some", "teamName": "Team", "teamTricode": "SOM"}
SCORED = {
    "gameId": "0022400001",
    "gameStatus": 3,
    "gameTimeUTC": "2024-11-06T00:00:00Z",
    "homeTeam": TEAM,
    "awayTeam": TEAM,
}
PLAYER = {
    "PERSON_ID": 7,
    "PLAYER_LAST_NAME": "Doe",
    "PLAYER_FIRST_NAME": "Al",
    "DISPLAY_FIRST_LAST": "Al Doe",
    "TEAM_ID": 1,
}
OUTCOMES = [
    {"name": side, "description": "Al Doe", "point": 20.5, "price": 1.9}
    for side in ("Over", "Under")
]
WINS = [{"name": name, "price": 1.9} for name in ("Some Team", "Other Team")]
EVENT = {
    "id": "e",
    "commence_time": "2025-01-16T00:10:00Z",
    "home_team": "Some Team",
    "away_team": "Other Team",
    "bookmakers": [
        {
            "key": "book",
            "last_update": "2025-01-15T22:00:00Z",
            "markets": [
                {"key": "player_points", "outcomes": OUTCOMES},
                {"key": "h2h", "outcomes": WINS},
            ],
        }
    ],
}
SETTLED = {"name": "Al Doe", "player_id": 7, "settled_at": "2025-01-15T22:00:00+00:00"}
PROMOTED = {
    "market": "player_points",
    "system": "zone_matchup",
    "evidence": "{}",
    "effective_on": "2025-01-15",
    "promoted_at": "2025-01-15T22:00:00+00:00",
}
PDF = report_pdf(
    "Injury Report: 01/04/25 12:30 PM",
    [
        [
            ("01/04/2025", "07:30 (ET)", "A@B", "Ants", "", "", "NOT YET SUBMITTED"),
            ("", "", "", "Bees", "Doe, Al", "Out", "Injury/Illness - Left\nKnee"),
            ("", "", "", "", "Roe, Di", "Probable", "Rest"),
        ]
    ],
)


@cache
def _seeds() -> tuple[Payload, ...]:
    """A small valid payload of every kind that there is."""
    first: dict[Any, Payload] = {}
    for payload in small_payloads():
        first.setdefault((payload.resource, payload.parameters.get("PlayerOrTeam")), payload)
    season = {"Season": "2024-25"}
    box, summary = (
        json.loads(first[name, None].body)
        for name in ("boxscoretraditionalv3", "boxscoresummaryv3")
    )
    game = {"GameID": box["boxScoreTraditional"]["gameId"]}
    listed = [
        {"name": name, "headers": [*PLAYER], "rowSet": [[*PLAYER.values()]] * 3}
        for name in ("PlayerIndex", "CommonAllPlayers")
    ]
    made = {
        ("playbyplay", "0022400002"): {"game": {"gameId": "0022400002", "actions": [SHOT, PASS]}},
        ("scoreboardv3", ""): {"scoreboard": {"gameDate": "2024-11-05", "games": [SCORED]}},
        ("playerindex", ""): {"resultSets": listed},
        ("commonallplayers", ""): {"resultSets": listed},
        ("event_odds", ""): EVENT,
        ("historical_event_odds", ""): {"timestamp": "2025-01-15T22:00:00Z", "data": EVENT},
        ("settled_name", ""): SETTLED,
        ("model_promotion", ""): PROMOTED,
    }
    return (
        *(replace(p, body=_shortened(p.body)) for p in first.values()),
        *(
            _made(resource, season if not game else {"GameID": game}, json.dumps(body).encode())
            for (resource, game), body in made.items()
        ),
        _made("boxscore", game, _shortened(live_box_score(box, summary, "2025-01-04T19:00:00"))),
        _made("boxscoresummaryv2", game, _shortened(old_summary(summary, with_inactives=True))),
        _made("injury_report", {"Edition": "2025-01-04_12_30PM"}, PDF),
    )


def _made(resource: str, parameters: dict[str, str], body: bytes) -> Payload:
    return Payload("demo", resource, parameters, body, datetime(2025, 1, 15, tzinfo=UTC), resource)


def _shortened(body: bytes) -> bytes:
    if not body.startswith(b"{"):
        return b"".join(body.splitlines(keepends=True)[: 1 + ROWS])

    def short(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: short(held) for name, held in value.items()}
        if isinstance(value, list) and value and isinstance(value[0], (dict, list)):
            return [short(held) for held in value[:ROWS]]
        return value

    return json.dumps(short(json.loads(body))).encode()


STREAMS = [stream for stream in pipeline().streams.values() if stream.writer is None]
"""The streams whose payloads come from outside."""


def _is_read_by(stream: Stream, payload: Payload) -> bool:
    parameter_items = payload.parameters.items()
    return any(
        payload.resource == resource and parameters.items() <= parameter_items
        for resource, parameters in stream.requests
    )


def _damaged(count: int, seed: int) -> Iterator[Payload]:
    """Yield a number of damaged payloads, all kinds in turn, each with its own request."""
    dice = random.Random(seed)
    for number, payload in enumerate(islice(cycle(_seeds()), count)):
        damaged = mutated(payload, dice)
        yield replace(
            damaged,
            parameters={**damaged.parameters, "Number": str(number)},
            origin=f"{payload.resource} {number}",
        )


def _held(stream: Stream, payload: Payload) -> int | None:
    """Rows that a payload of known shape holds, counted another way; None of other shapes."""
    counted = COUNTED.get(stream.name)
    try:
        return counted(json.loads(payload.body)) if counted else None
    except (ValueError, RecursionError):
        return None


def _result_rows(name: str) -> Any:
    return lambda d: len(next(r for r in d["resultSets"] if r["name"] == name)["rowSet"])


def _lines_of_games_over(document: Any) -> int:
    """Count the lines of a log of games that are over."""
    log = next(r for r in document["resultSets"] if r["name"] == "LeagueGameLog")
    place = log["headers"].index("WL")
    return sum(row[place] is not None for row in log["rowSet"])


def _players(game: Any) -> list[Any]:
    return [player for side in SIDES for player in game[side]["players"]]


def _inactives(document: Any) -> int:
    if "resultSets" in document:
        return int(_result_rows("InactivePlayers")(document))
    if "game" in document:
        return sum(is_listed_inactive(player) for player in _players(document["game"]))
    return sum(len(document["boxScoreSummary"][side]["inactives"]) for side in SIDES)


def _player_lines(document: Any) -> int:
    if "game" not in document:
        return _lines_of_games_over(document)
    return sum(player["played"] == "1" for player in _players(document["game"]))


def _team_lines(document: Any) -> int:
    return 2 if "game" in document else _lines_of_games_over(document)


COUNTED: dict[str, Any] = {
    "player_game_log": _player_lines,
    "team_game_log": _team_lines,
    "shot_chart": _result_rows("Shot_Chart_Detail"),
    "inactive_list": _inactives,
    "team_roster": _result_rows("CommonTeamRoster"),
    "play_by_play": lambda d: len(d["game"]["actions"]),
    "lineup_snapshot": lambda d: sum(
        len(game[side]["players"])
        for game in d["games"]
        for side in SIDES
        if str(game["gameId"])[:3] not in EXHIBITIONS and game[side] is not None
    ),
    "box_score_rotation": lambda d: (
        len(_players(d["boxScoreTraditional"]))
        if "boxScoreTraditional" in d
        else sum(not is_listed_inactive(player) for player in _players(d["game"]))
    ),
    "league_schedule": lambda d: sum(
        str(game["gameId"])[:3] not in EXHIBITIONS
        for day in (
            d["leagueSchedule"]["gameDates"] if "leagueSchedule" in d else [d["scoreboard"]]
        )
        for game in day["games"]
    ),
}


def _parsed(payloads: Iterator[Payload]) -> Counter[str]:
    """Count the payloads read completely, read in part and refused; fail on any lost row."""
    ended: Counter[str] = Counter()
    for payload in payloads:
        for stream in STREAMS:
            if not _is_read_by(stream, payload):
                continue
            batch = Batch.of(stream, {1: payload})
            rows = batch.counts[1]
            if batch.refused:
                ended["refused"] += 1
                assert len(batch.refused[1]) < 1_000
                continue
            assert batch.rows.num_rows + len(batch.bad) == rows
            assert _held(stream, payload) in (None, rows), payload
            ended["in part" if batch.bad else "whole"] += 1
    return ended


def _run(payloads: Sequence[Payload], directory: Path) -> dict[str, int]:
    """Land and run payloads as far as the raw tables: rows of each table; fails on any lost."""
    world = World(Home(directory, threads=2))
    whole = [replace(p, parameters={**p.parameters, "Number": "whole"}) for p in _seeds()]
    with world.home.writing() as workspace:
        workspace.landing.land([*small_payloads(), *whole, *payloads])
        report = Run(RAW, workspace).execute()
    assert [t.failure for t in report.tables if t.failure] == []
    with world.home.reading(RAW) as session:
        state = load_state(RAW, session.workspace)
    rows = {name: world.query(f"SELECT count(*) FROM {name}")[0][0] for name in RAW.tables}
    assert {name: payload_rows(state, name)[1] for name in rows} == dict.fromkeys(rows, 0)
    return rows


def test_every_stream_has_a_payload_to_damage() -> None:
    for stream in STREAMS:
        seeds = [seed for seed in _seeds() if _is_read_by(stream, seed)]
        assert seeds, f"{stream.name}: add a small payload of it to the seeds"
        for seed in seeds:
            batch = Batch.of(stream, {1: seed})
            assert (batch.refused, batch.bad) == ({}, []), stream.name
            assert batch.rows.num_rows == _held(stream, seed) or stream.name not in COUNTED


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_payload_is_refused_or_read_and_no_row_is_lost(seed: int) -> None:
    ended = _parsed(_damaged(200, seed))
    assert min(ended[end] for end in ("refused", "in part", "whole")) > 5


def test_a_run_over_damaged_payloads_accounts_for_every_row(tmp_path: Path) -> None:
    rows = _run(list(_damaged(200, 7)), tmp_path)
    assert all(rows.values())


@pytest.mark.chaos
def test_twenty_thousand_damaged_payloads(tmp_path: Path) -> None:
    ended = _parsed(_damaged(20_000, 2_025))
    rows = _run(list(_damaged(20_000, 2_026)), tmp_path)
    print(dict(ended), rows)
    assert all(rows.values())
