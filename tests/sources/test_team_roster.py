"""Rosters as the statistics service sends them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from support.wire_reader import rows_of, wire
from tipoff.kernel.errors import PayloadError
from tipoff.sources.nba.team_roster import team_roster

HEADERS = ["TeamID", "SEASON", "PLAYER", "POSITION", "BIRTH_DATE", "PLAYER_ID"]


def _roster(*row: Any) -> bytes:
    result = {"name": "CommonTeamRoster", "headers": HEADERS, "rowSet": [list(row)]}
    return json.dumps({"resultSets": [result]}).encode()


def test_the_real_roster_is_read() -> None:
    rows = rows_of(team_roster, wire("nba_stats_commonteamroster.json.gz"))
    assert len(rows) > 10
    assert {r["SEASON"] for r in rows} == {"2025-26"}
    (harden,) = (r for r in rows if r["NAME_KEY"] == "james harden")
    assert (harden["PLAYER_ID"], harden["BIRTH_DATE"]) == (201935, date(1989, 8, 26))


@pytest.mark.parametrize(("year", "season"), [("1999", "1999-00"), (2023, "2023-24")])
def test_a_season_is_written_as_everywhere(year: Any, season: str) -> None:
    (row,) = rows_of(team_roster, _roster(1, year, "Nenê", "C", "SEP 13, 1982", 2403))
    assert (row["SEASON"], row["NAME_KEY"]) == (season, "nene")


def test_no_birth_date_is_none() -> None:
    (row,) = rows_of(team_roster, _roster(1, "2023", "A B", None, "", 7))
    assert (row["BIRTH_DATE"], row["POSITION"]) == (None, None)


def test_a_season_that_is_no_year_is_refused() -> None:
    with pytest.raises(PayloadError, match="SEASON 'this' is not a year"):
        rows_of(team_roster, _roster(1, "this", "A B", "G", "SEP 13, 1982", 7))
