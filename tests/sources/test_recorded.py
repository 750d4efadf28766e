"""A directory of recorded responses: each file matches its name, or an error names it."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from tipoff.kernel.errors import UsageError
from tipoff.sources.bulk.recorded import FORMS, RecordedDirectory

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.declare.payload import Payload

BODY = b'{"LeagueGameLog": [], "leagueSchedule": {}, "Shot_Chart_Detail": []}'


def _write(directory: Path, name: str, body: bytes) -> Path:
    path = directory / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(body) if name.endswith(".gz") else body)
    return path


def _payloads(directory: Path) -> list[Payload]:
    return list(RecordedDirectory(directory).payloads())


def test_file_names_say_what_was_asked(tmp_path: Path) -> None:
    _write(tmp_path, "nba_stats/leaguegamelog/2023-24.P.json.gz", BODY)
    _write(tmp_path, "nba_stats/scheduleleaguev2/2023-24.json.gz", BODY)
    _write(tmp_path, "nba_stats/shotchartdetail/2023-24.1610612737.json.gz", BODY)
    payloads = [(p.source, p.resource, dict(p.parameters), p.origin) for p in _payloads(tmp_path)]
    assert payloads == [
        (
            "nba_stats",
            "leaguegamelog",
            {"Season": "2023-24", "PlayerOrTeam": "P"},
            "2023-24.P.json.gz",
        ),
        ("nba_stats", "scheduleleaguev2", {"Season": "2023-24"}, "2023-24.json.gz"),
        (
            "nba_stats",
            "shotchartdetail",
            {"Season": "2023-24", "TeamID": "1610612737"},
            "2023-24.1610612737.json.gz",
        ),
    ]


def test_a_file_of_lines_gives_one_payload_a_line_each_for_its_game(tmp_path: Path) -> None:
    boxes = [b'{"boxScoreTraditional": {"gameId": "002230000%d"}}' % n for n in range(3)]
    _write(tmp_path, "nba_stats/boxscoretraditionalv3/2023-24.jsonl.gz", b"\n".join(boxes) + b"\n")
    lists = [
        b'{"parameters":{"GameID":"002230000%d"},"name":"InactivePlayers"}' % n for n in range(2)
    ]
    _write(tmp_path, "nba_stats/boxscoresummaryv2/2023-24.jsonl.gz", b"\n".join(lists))
    payloads = _payloads(tmp_path)
    assert [p.body for p in payloads] == lists + boxes
    games = [p.parameters for p in payloads if p.resource == "boxscoretraditionalv3"]
    assert games == [{"GameID": f"002230000{n}"} for n in range(3)]
    assert payloads[-1].origin == "2023-24.jsonl.gz:3"


def test_price_files_lie_beside_the_responses(tmp_path: Path) -> None:
    header = b"game_date,home_team,away_team,home_spread_open,home_spread,total_open,total,"
    row = b"2023-10-24,A B,C D,,-5.0,,229.0,-188.0,158.0\n"
    _write(tmp_path, "lines/game_odds_2023-24.csv.gz", header + b"home_price,away_price\n" + row)
    (payload,) = _payloads(tmp_path)
    assert (payload.source, payload.resource) == ("lines", "game_odds")


def test_a_body_is_what_the_file_held_byte_for_byte(tmp_path: Path) -> None:
    body = b' {"leagueSchedule" : [ ],\r\n"x":"\xc3\xa9"}\n'
    _write(tmp_path, "nba_stats/scheduleleaguev2/2023-24.json.gz", body)
    assert [p.body for p in _payloads(tmp_path)] == [body]


@pytest.mark.parametrize(
    ("name", "body", "cause"),
    [
        ("nba_stats/leaguegamelog/2023-24.json.gz", BODY, "not a known recording"),
        ("nba_stats/leaguegamelog/2023-24.X.json.gz", BODY, "not a known recording"),
        ("nba_stats/leaguegamelog/2023-24.P.json", BODY, "not a known recording"),
        ("nba_stats/standings/2023-24.json.gz", BODY, "one of the folders leaguegamelog"),
        ("nba_stats/2023-24.P.json.gz", BODY, ""),
        ("nba_stats/scheduleleaguev2/2023-24.json.gz", b"<html>Access Denied", "<html>Access"),
        ("nba_stats/scheduleleaguev2/2023-24.json.gz", b"", "not a JSON response"),
        ("nba_stats/scheduleleaguev2/2023-24.json.gz", b'{"a": [1, 2', "not a JSON response"),
        (
            "nba_stats/boxscoresummaryv2/2023-24.jsonl.gz",
            b'{"resultSets": ["InactivePlayers"]}',
            "line 1: names no game",
        ),
        (
            "nba_stats/boxscoresummaryv2/2023-24.jsonl.gz",
            b'{"boxScoreTraditional": {"gameId": "0022300001"}}',
            "line 1: no answer of boxscore",
        ),
        (
            "nba_stats/boxscoresummaryv2/2023-24.jsonl.gz",
            b'{"GameID": "0022300001", "name": "InactivePlayers"}\n<html>',
            "line 2",
        ),
        ("lines/props.csv", b"day,name\n", "is neither of player props"),
    ],
)
def test_a_file_that_does_not_fit_is_named_with_the_cause(
    tmp_path: Path, name: str, body: bytes, cause: str
) -> None:
    path = _write(tmp_path, name, body)
    with pytest.raises(UsageError) as error:
        _payloads(tmp_path)
    assert str(path) in str(error.value)
    assert cause in str(error.value)
    assert "\n" not in str(error.value)


def test_an_unknown_name_is_told_what_would_fit(tmp_path: Path) -> None:
    _write(tmp_path, "nba_stats/shotchartdetail/all.json.gz", BODY)
    with pytest.raises(UsageError) as error:
        _payloads(tmp_path)
    assert FORMS["shotchartdetail"] in str(error.value)


@pytest.mark.parametrize("left", [0, 5, 30])
def test_a_file_cut_short_is_named(tmp_path: Path, left: int) -> None:
    body = json.dumps({"rows": list(range(500))}).encode()
    path = _write(tmp_path, "nba_stats/scheduleleaguev2/2023-24.json.gz", body)
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(UsageError) as error:
        _payloads(tmp_path)
    assert str(path) in str(error.value)


def test_a_file_whose_content_is_garbled_is_named(tmp_path: Path) -> None:
    path = _write(tmp_path, "nba_stats/scheduleleaguev2/2023-24.json.gz", BODY * 50)
    stored = bytearray(path.read_bytes())
    stored[12:20] = b"\xff" * 8
    path.write_bytes(bytes(stored))
    with pytest.raises(UsageError, match="cannot be read"):
        _payloads(tmp_path)


@pytest.mark.parametrize("made", [True, False])
def test_a_directory_without_recordings_is_refused(tmp_path: Path, made: bool) -> None:
    directory = tmp_path / "recorded"
    if made:
        (directory / "nba_stats" / "leaguegamelog").mkdir(parents=True)
    with pytest.raises(UsageError, match="no recorded responses") as error:
        _payloads(directory)
    assert str(directory) in str(error.value)
