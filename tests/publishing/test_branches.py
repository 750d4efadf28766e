"""Open questions as published: both cases, for players who are in doubt and not ruled out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from support import browser as chromium
from support.publishing_league import AL, BET, BO, TO_COME, game, member, offer, prediction
from support.site_server import serving
from support.table_session import TableSession
from tipoff.publishing.branches import player_cases
from tipoff.publishing.columns import decoded
from tipoff.publishing.documents import documents
from tipoff.publishing.release import CURRENT, Publication
from tipoff.publishing.slate_advice import SlateAdvice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tipoff.publishing.inputs import Inputs

    Made = Callable[..., Inputs]

DI = (14, "Di Zoe")
NOW = datetime(2025, 1, 15, 23, tzinfo=UTC)
GAME = game(TO_COME, "002")
NORMAL = {"dispersion": 1.5, "zero_share": 0.01}


def case(
    branch: str, player: tuple[int, str], market: str, mean: float, minutes: float
) -> dict[str, Any]:
    """Return what is expected of a player if Al Doe sits or plays."""
    return {
        "game_id": "002",
        "game_date": TO_COME,
        "player_id": player[0],
        "market": market,
        "open_player_id": AL[0],
        "branch": branch,
        "information": "lineups-expected",
        "system": "ensemble",
        "p_plays": 0.93,
        "minutes": minutes,
        "current_minutes": 24.5,
        "mean": mean,
        "current_mean": 10.2,
        **NORMAL,
    }


@pytest.fixture
def doubt() -> TableSession:
    """A game to come whose star is questionable by the newest report."""
    session = TableSession()
    session.load("schedule", [GAME])
    session.load("player_pool", [member(GAME, each) for each in (AL, BO, DI)])
    session.load(
        "player_prediction",
        [
            prediction(GAME, AL, "player_points", 22.0, **BET),
            prediction(GAME, BO, "player_points", 10.2, line=9.5, p_over=0.52),
            prediction(GAME, BO, "player_steals", 1.2),
            prediction(GAME, DI, "player_points", 5.0),
        ],
    )
    session.load("player_prop_offer", [offer(GAME, BO, "fanduel", 9.5, -110.0, -110.0)])
    session.load(
        "branch_outlook",
        [
            case("plays", AL, "player_points", 23.0, 34.0),
            case("plays", BO, "player_points", 9.8, 24.0),
            case("sits", BO, "player_points", 14.6, 31.0),
            case("sits", BO, "player_steals", 1.5, 31.0),
            case("sits", DI, "player_points", 7.0, 12.0),
            case("plays", DI, "player_points", 5.0, 8.0),
        ],
    )
    report(session, "questionable", 60, AL)
    return session


def report(session: TableSession, status: str, minutes: int, player: tuple[int, str]) -> None:
    """Publish an injury report that lists one player, some minutes ago."""
    at = NOW.replace(tzinfo=None) - timedelta(minutes=minutes)
    team = {"game_date": TO_COME, "team_name": "Home Heroes"}
    session.load("injury_submission", [{**team, "report_at": at, "submitted": True}])
    listed = {**team, "report_at": at, "player_name": player[1], "status": status}
    session.load("injury_report", [{**listed, "reason": "Knee"}])
    named = {"source": "injuries", "setting": "Home Heroes", "player_name": player[1]}
    session.load("resolved_name", [{"game_date": TO_COME, **named, "player_id": player[0]}])


def _cases(place: Path, made: Inputs) -> list[tuple[Any, ...]]:
    publication = Publication(place)
    publication.publish(documents(made, publication))
    current = place / CURRENT
    today, cases = (
        orjson.loads((current / path).read_bytes()) for path in ("today.json", "branches.json")
    )
    names = decoded(today["players"])["player_name"]
    columns = decoded(cases["branches"])
    return [
        (names[open_player], branch, names[player], market, mean)
        for open_player, branch, player, market, mean in zip(
            *(columns[n] for n in ("open_player", "branch", "player", "market", "mean")),
            strict=True,
        )
    ]


def test_both_cases_are_published_by_question_case_and_player(
    doubt: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """Steals have no line and are none of the three markets that are always there."""
    assert _cases(tmp_path, inputs(doubt, clock=NOW)) == [
        ("Al Doe", "plays", "Al Doe", "player_points", 23.0),
        ("Al Doe", "plays", "Bo Roe", "player_points", 9.8),
        ("Al Doe", "plays", "Di Zoe", "player_points", 5.0),
        ("Al Doe", "sits", "Bo Roe", "player_points", 14.6),
        ("Al Doe", "sits", "Di Zoe", "player_points", 7.0),
    ]


@pytest.mark.parametrize("status", ["out", "available", "probable"])
def test_a_question_that_a_newer_report_answers_is_gone(
    doubt: TableSession, inputs: Made, tmp_path: Path, status: str
) -> None:
    report(doubt, status, 10, AL)
    assert _cases(tmp_path, inputs(doubt, clock=NOW)) == []


def test_a_teammate_who_is_out_has_no_case(
    doubt: TableSession, inputs: Made, tmp_path: Path
) -> None:
    at = NOW.replace(tzinfo=None) - timedelta(minutes=60)
    doubt.load(
        "injury_report",
        [
            {
                "game_date": TO_COME,
                "team_name": "Home Heroes",
                "report_at": at,
                "player_name": BO[1],
                "status": "out",
            }
        ],
    )
    named = {"source": "injuries", "setting": "Home Heroes", "player_name": BO[1]}
    doubt.load("resolved_name", [{"game_date": TO_COME, **named, "player_id": BO[0]}])
    assert {name for _, _, name, _, _ in _cases(tmp_path, inputs(doubt, clock=NOW))} == {
        "Al Doe",
        "Di Zoe",
    }


def test_the_cases_of_one_player_state_the_chance_at_the_line(doubt: TableSession) -> None:
    advised = SlateAdvice.read(doubt, TO_COME, NOW.replace(tzinfo=None), ())
    cases = player_cases(doubt, advised, BO[0])
    points = {row["branch"]: row for row in cases if row["market"] == "player_points"}
    assert {row["open_player"] for row in cases} == {"Al Doe"}
    assert (points["sits"]["minutes"], points["sits"]["line"]) == (31.0, 9.5)
    assert points["sits"]["p_over"] > 0.8
    assert points["plays"]["p_over"] < 0.6
    (steals,) = (row for row in cases if row["market"] == "player_steals")
    assert (steals["mean"], steals["line"], steals["p_over"]) == (1.5, None, None)


def test_both_cases_are_shown_on_today_the_player_and_the_game(
    doubt: TableSession, inputs: Made, tmp_path: Path
) -> None:
    _cases(tmp_path, inputs(doubt, clock=NOW))
    with chromium.browser() as page, serving(tmp_path) as url:
        page.open(f"{url}/#/today")
        page.wait("document.querySelector('#questions') !== null")
        today = page.text()
        assert "Bo Roe +7 min, +4.8 points" in today
        assert "34 min" in today
        page.open(f"{url}/#/player/{BO[0]}/player_points")
        page.wait("document.querySelector('#dist') !== null")
        text = page.text()
        for expected in ("If Al Doe sits", "If Al Doe plays", "14.6", "9.8", "93"):
            assert expected in text
        assert "does not use the injury report" in text
        low = _over(page, "If Al Doe sits")
        page.choose("Exactly", "20.5")
        page.wait("document.querySelector('main').innerText.includes('Over 20.5')")
        page.wait("location.hash.includes('line=20.5')")
        assert _over(page, "If Al Doe sits") < low, "the line is the reader's own"
        page.open(f"{url}/#/game/002")
        assert "If Al Doe sits / if Al Doe plays" in page.text()
        page.open(f"{url}/#/player/{AL[0]}")
        own = page.text()
        assert "are void, and these gain most" in own
        assert "what was known half an hour before tip-off: the model expected 22.0 then" in own
        assert page.complaints == []


def _over(page: Any, case: str) -> float:
    """Return the chance to go over that a case's row states."""
    cells = page.evaluate(
        "[...[...document.querySelectorAll('tr')].find((row) =>"
        f" row.cells[0].innerText === '{case}').cells].map((cell) => cell.innerText)"
    )
    return float(cells[4].split("\u202f")[0])
