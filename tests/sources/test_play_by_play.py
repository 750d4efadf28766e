"""The live feed's play-by-play, real and malformed."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from support.wire_reader import rows_of, wire
from tipoff.kernel.errors import PayloadError
from tipoff.sources.nba.play_by_play import play_by_play


def _game(*actions: Any) -> bytes:
    return json.dumps({"game": {"gameId": "0022400500", "actions": list(actions)}}).encode()


def test_the_real_feed_is_read() -> None:
    rows = rows_of(play_by_play, wire("nba_cdn_playbyplay.json.gz"))
    assert len({r["actionNumber"] for r in rows}) == len(rows) > 300
    assert {r["gameId"] for r in rows} == {"0022400500"}
    assert all(0 <= r["seconds_left"] <= 720 for r in rows)
    shots = [r for r in rows if r["actionType"] in ("2pt", "3pt")]
    assert {r["shotResult"] for r in shots} == {"Made", "Missed"}
    assert all(r["shotResult"] == "Made" for r in shots if r["assistPersonId"])
    assert all(r["shotResult"] == "Missed" for r in shots if r["blockPersonId"])
    assert sum(r["assistPersonId"] is not None for r in shots) > 30


def test_the_real_feed_adds_up_to_a_final_score() -> None:
    rows = rows_of(play_by_play, wire("nba_cdn_playbyplay.json.gz"))
    worth = {"2pt": 2, "3pt": 3, "freethrow": 1}
    points: Counter[int] = Counter()
    for row in rows:
        if row["shotResult"] == "Made":
            points[row["teamId"]] += worth[row["actionType"]]
    last = json.loads(wire("nba_cdn_playbyplay.json.gz"))["game"]["actions"][-1]
    assert sorted(points.values()) == sorted(int(last[s]) for s in ("scoreHome", "scoreAway"))


@pytest.mark.parametrize(
    ("clock", "seconds"),
    [("PT12M00.00S", 720), ("PT00M00.30S", 0), ("PT11M42S", 702), ("PT01M05.90S", 65)],
)
def test_a_clock_is_read_to_the_whole_second(clock: str, seconds: int) -> None:
    (row,) = rows_of(play_by_play, _game({"actionNumber": 1, "clock": clock}))
    assert row["seconds_left"] == seconds
    assert row["assistPersonId"] is None


@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b'{"game": null}',
        b'{"game": {"gameId": "g", "actions": null}}',
        _game(None),
        _game({"actionNumber": 1}),
    ],
)
def test_a_feed_of_another_shape_is_refused(body: bytes) -> None:
    with pytest.raises(PayloadError):
        rows_of(play_by_play, body)


def test_the_real_feed_of_2020_has_its_shots_passers_and_blockers() -> None:
    """As it is read: Irving's jump shot off Durant's pass, and Jordan's block of Paschall."""
    rows = rows_of(play_by_play, wire("2026/nba_cdn_playbyplay_0022000001.json.gz"))
    by_number = {row["actionNumber"]: row for row in rows}
    assert (len(rows), rows[0]["actionType"], rows[-1]["actionType"]) == (610, "period", "game")
    irving, paschall = by_number[12], by_number[68]
    assert (irving["personId"], irving["assistPersonId"]) == (202681, 201142)
    assert (irving["seconds_left"], irving["period"], irving["shotResult"]) == (682, 1, "Made")
    assert (paschall["personId"], paschall["blockPersonId"]) == (1629672, 201599)
    assert {row["area"] for row in rows} == {None}, "the feed of that year names no areas"
    worth = {"2pt": 2, "3pt": 3, "freethrow": 1}
    points = Counter[int]()
    for row in rows:
        if row["shotResult"] == "Made":
            points[row["teamId"]] += worth[row["actionType"]]
    assert points == {1610612751: 125, 1610612744: 99}
