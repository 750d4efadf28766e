"""The league's lists of players, of a season and of all time."""

from __future__ import annotations

import json
from typing import Any

import pytest

from support.wire_reader import rows_of, wire
from tipoff.kernel.errors import PayloadError
from tipoff.sources.nba.player_index import EVERYONE, player_index

INDEX = ("PERSON_ID", "PLAYER_LAST_NAME", "PLAYER_FIRST_NAME", "TEAM_ID")
SEASON = {"Season": "2025-26"}
ALL = ("PERSON_ID", "DISPLAY_FIRST_LAST", "TEAM_ID")


def _answer(name: str, headers: tuple[str, ...], *rows: list[Any]) -> bytes:
    result = {"name": name, "headers": headers, "rowSet": rows}
    return json.dumps({"resultSets": [result]}).encode()


def test_the_real_lists_agree_on_who_is_whose() -> None:
    indexed = rows_of(player_index, wire("nba_stats_playerindex.json.gz"), **SEASON)
    everyone = rows_of(
        player_index, wire("nba_stats_commonallplayers.json.gz"), resource=EVERYONE, **SEASON
    )
    assert (len(indexed), len(everyone)) == (557, 5111)
    assert {r["SEASON"] for r in (*indexed, *everyone)} == {"2025-26"}
    known = {r["PERSON_ID"]: r for r in everyone}
    both = [(r, known[r["PERSON_ID"]]) for r in indexed if r["PERSON_ID"] in known]
    assert len(both) > 500
    assert sum(a["NAME_KEY"] == b["NAME_KEY"] for a, b in both) / len(both) > 0.98
    assert {r["TEAM_ID"] is None for r in everyone} == {True, False}


def test_both_forms_give_the_same_row() -> None:
    one = _answer("PlayerIndex", INDEX, [7, "Doe Jr.", "Al", 0])
    other = _answer("CommonAllPlayers", ALL, [7, "Al Doe Jr.", 0])
    (row,) = rows_of(player_index, one, **SEASON)
    assert rows_of(player_index, other, resource=EVERYONE, **SEASON) == [row]
    assert (row["NAME"], row["NAME_KEY"], row["TEAM_ID"]) == ("Al Doe Jr.", "al doe", None)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (_answer("PlayerIndex", INDEX[1:]), "columns missing: PERSON_ID; there are"),
        (_answer("Players", INDEX), "result set 'PlayerIndex' is missing"),
        (b'{"resultSets": [{"name": "PlayerIndex", "headers": [], "rowSet": []}]}', "missing"),
    ],
)
def test_what_is_no_such_list_is_refused_with_its_cause(body: bytes, why: str) -> None:
    with pytest.raises(PayloadError, match=why):
        rows_of(player_index, body)


def test_the_real_index_of_february_2026_is_read() -> None:
    body = wire("2026/nba_stats_playerindex_2026-02.json.gz")
    rows = rows_of(player_index, body, Season="2025-26")
    assert len(rows) == 557
    first, last = rows[0], rows[-1]
    assert (first["NAME"], first["TEAM_ID"]) == ("Precious Achiuwa", 1610612758)
    assert (last["NAME"], last["PERSON_ID"]) == ("Tristan da Silva", 1641783)
