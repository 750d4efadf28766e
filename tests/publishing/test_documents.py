"""The published documents: they agree with the tables, and are made again only on changes."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import pyarrow.parquet as pq
import pytest

from support.graded_download import agree_with_the_record, rows_of_csv
from support.publishing_league import (
    AL,
    BET,
    BO,
    PLAYED,
    TO_COME,
    game,
    grade,
    prediction,
    slate_score,
)
from support.table_session import TableSession
from tipoff.predictions.evaluation.evaluation import evaluate
from tipoff.publishing.columns import decoded
from tipoff.publishing.contracts import CONTRACTS, contract_of, schema_path
from tipoff.publishing.documents import documents
from tipoff.publishing.manifest import MANIFEST
from tipoff.publishing.release import CURRENT, Publication
from tipoff.publishing.slates import slate, slates
from tipoff.publishing.tickets import HALTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipoff.publishing.inputs import Inputs

    Made = Callable[..., Inputs]

GOLDEN = Path(__file__).parent / "golden"
PATHS = {
    "predictions": f"predictions/{PLAYED}.json",
    "results": f"results/{PLAYED}.json",
    "today": "today.json",
    "prices": "prices.json",
    "performance": "performance.json",
    "index": "index.json",
    "status": "status.json",
}


def _neutral(text: str) -> str:
    """Return a document without its time and digests."""
    text = re.sub(r'("generated_at":)"[^"]*Z"', r'\1"NOW"', text)
    return re.sub(r'("inputs":|"digest":|json":)"[0-9a-f]+"', r'\1"DIGEST"', text)


def _published(place: Path) -> dict[str, bytes]:
    current = place / CURRENT
    return {
        str(path.relative_to(current)): path.read_bytes()
        for path in sorted(current.rglob("*.*"))
        if path.name != MANIFEST and not _is_static(path.relative_to(current))
    }


def _is_static(path: Path) -> bool:
    """Return whether a file comes from the package and not from a home."""
    return path.parts[0] in ("app", "schemas", "index.html")


GRADED = f"graded/{PLAYED:%Y-%m}.parquet"
GRADED_FILES = {GRADED, GRADED.replace(".parquet", ".csv.gz")}


def _publish(place: Path, inputs: Inputs) -> int:
    publication = Publication(place)
    return publication.publish(documents(inputs, publication))


def _changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {path for path in before | after if before.get(path) != after.get(path)}


@pytest.mark.parametrize("kind", PATHS)
def test_a_document_is_written_as_it_was(
    league: TableSession, inputs: Made, tmp_path: Path, kind: str
) -> None:
    _publish(tmp_path, inputs(league))
    text = _published(tmp_path)[PATHS[kind]].decode()
    text = _neutral(text)
    indented = orjson.dumps(orjson.loads(text), option=orjson.OPT_INDENT_2).decode() + "\n"
    golden = GOLDEN / f"{kind}.json"
    assert indented == golden.read_text(), (
        f"the document changed: if that is meant, raise FORM and keep this as {golden.name}"
    )


def test_the_documentation_names_every_document_and_its_parts() -> None:
    text = (Path(__file__).parents[2] / "docs" / "documents.md").read_text()
    names = {name for contract in CONTRACTS.values() for name in contract.model_fields}
    wanted = {*names, *CONTRACTS, *map(schema_path, CONTRACTS)}
    assert [name for name in sorted(wanted) if f"`{name}`" not in text] == []


@pytest.mark.parametrize("kind", PATHS)
def test_a_document_is_of_its_form(
    league: TableSession, inputs: Made, tmp_path: Path, kind: str
) -> None:
    _publish(tmp_path, inputs(league))
    contract_of(PATHS[kind]).model_validate_json(_published(tmp_path)[PATHS[kind]])


def test_every_document_begins_with_its_form_its_time_and_whether_it_is_simulated(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    _publish(tmp_path, inputs(league))
    for path, content in _published(tmp_path).items():
        if path.endswith(".json"):
            document = orjson.loads(content)
            assert list(document)[:6] == [
                "form",
                "digest",
                "generated_at",
                "version",
                "simulated",
                "freshness",
            ]
            assert document["simulated"] is True


def test_nothing_changed_is_nothing_made(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    assert _publish(tmp_path, inputs(league)) > 8
    before = _published(tmp_path)
    assert _publish(tmp_path, inputs(league)) == 0
    assert _published(tmp_path) == before


def test_a_document_whose_inputs_did_not_change_keeps_its_time_and_bytes(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    _publish(tmp_path, inputs(league))
    before = _published(tmp_path)
    league.query("UPDATE prediction_grade SET actual = 26 WHERE actual = 25")
    _publish(tmp_path, inputs(league))
    assert _changed(before, _published(tmp_path)) == {
        PATHS["performance"],
        PATHS["status"],
        PATHS["index"],
        *GRADED_FILES,
    }


def test_a_later_day_without_news_leaves_predictions_under_their_own_time(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    _publish(tmp_path, inputs(league))
    before = _published(tmp_path)
    _publish(tmp_path, inputs(league, date(2025, 1, 20)))
    after = _published(tmp_path)
    assert _changed(before, after) == {
        "today.json",
        "prices.json",
        "branches.json",
        "movement.json",
        "today.html",
        "status.json",
        "index.json",
    }
    today = orjson.loads(after["today.json"])
    assert (today["date"], _rows(today["predictions"])) == ("2025-01-20", [])
    assert today["halt"] == {
        "halted": True,
        "reasons": [
            "no games with predictions on 2025-01-20",
            "the newest predictions are for 2025-01-15",
        ],
    }


def test_a_failed_input_halts_todays_picks_and_says_why(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    _publish(tmp_path, inputs(league))
    before = orjson.loads(_published(tmp_path)["today.json"])
    assert before["halt"] == {"halted": False, "reasons": []}
    predictions = _rows(before["predictions"])
    assert [row["recommendation"] for row in predictions] == ["OVER", "NO_LINE"]
    reason = "player_prediction: 3 % of its rows break a rule"
    failed = {"player_prediction": reason, "shot": "shot: a payload is refused"}
    _publish(tmp_path, inputs(league, failed=failed))
    after = orjson.loads(_published(tmp_path)["today.json"])
    assert after["halt"] == {"halted": True, "reasons": [reason]}
    withheld = _rows(after["predictions"])
    assert [row["recommendation"] for row in withheld] == [HALTED, "NO_LINE"]
    assert [row["stake_share"] for row in withheld] == [None, None]
    for row, was in zip(withheld, predictions, strict=True):
        assert [row["as_of"], row["created_at"]] == [was["as_of"], was["created_at"]]
    assert reason in _published(tmp_path)["today.html"].decode()


def _rows(table: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a table in columns."""
    columns = decoded(table)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("DELETE FROM player_prediction WHERE game_id = '002'", "no games with predictions on"),
        (
            "UPDATE player_prediction SET line = NULL, bet_line = NULL, recommendation = 'NO_LINE'",
            "no lines: no book has quoted a player of this slate",
        ),
    ],
)
def test_a_slate_that_lacks_what_picks_need_is_halted(
    league: TableSession, inputs: Made, tmp_path: Path, change: str, reason: str
) -> None:
    league.query(change)
    _publish(tmp_path, inputs(league))
    halt = orjson.loads(_published(tmp_path)["today.json"])["halt"]
    assert halt["halted"]
    assert halt["reasons"][0].startswith(reason)


def test_a_home_without_any_table_is_published(inputs: Made, tmp_path: Path) -> None:
    _publish(tmp_path, inputs(TableSession()))
    published = _published(tmp_path)
    assert orjson.loads(published["index.json"])["latest"] is None
    assert orjson.loads(published["performance.json"])["seasons"] == {}
    assert orjson.loads(published["today.json"])["halt"]["halted"]


def test_many_dates_read_together_are_the_same_as_read_alone(
    league: TableSession, inputs: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(tmp_path / "together", inputs(league))
    monkeypatch.setattr("tipoff.publishing.documents.DATES_AT_ONCE", 1)
    _publish(tmp_path / "alone", inputs(league))
    for kind in (PATHS["predictions"], PATHS["results"], f"predictions/{TO_COME}.json"):
        together, alone = (
            {**orjson.loads(_published(tmp_path / place)[kind]), "generated_at": None}
            for place in ("together", "alone")
        )
        assert together == alone


ELSEWHERE = {**BET, "blend_p_over": 0.6, "blend_p_under": 0.4, "p_plays": 0.177}


@pytest.mark.parametrize(
    ("line", "side", "price", "worth", "probability"),
    [
        (18.5, "under", 120.0, 0.1, 0.5),
        (21.5, "over", 100.0, 0.04, 0.52),
        (19.0, "over", -110.0, 0.03, None),
    ],
)
def test_what_is_said_of_a_past_pick_is_of_its_ticket(
    league: TableSession,
    line: float,
    side: str,
    price: float,
    worth: float,
    probability: float | None,
) -> None:
    """At +120 a bet worth 10 % wins 1.1 / 2.2 of the time: not as often as at the other line."""
    bet = {"bet_line": line, "bet_side": side, "bet_price": price, "expected_value": worth}
    said_so = {**ELSEWHERE, **bet, "recommendation": side.upper()}
    row = prediction(game(PLAYED, "001"), BO, "player_assists", 21.0, **said_so)
    league.load("player_prediction", [row])
    ((_, document),) = slates(league, [PLAYED])
    lines = decoded(document["lines"])
    place = lines["market"].index("player_assists")
    (shown,) = [r for r in slate(league, PLAYED)["predictions"] if r["market"] == "player_assists"]
    assert lines["blend_p_over"][place] == shown["lead_p_over"], "the terminal says the same"
    assert probability is None or shown["lead_p_over"] == pytest.approx(probability)
    assert lines["low_p_plays"][place] == 0.177
    assert set(lines["low_p_plays"]) == {None, 0.177}


def test_columns_say_what_the_tables_say_whatever_is_missing(inputs: Made, tmp_path: Path) -> None:
    """Players by the hundred, of whom some lack a market, some a line and some both times."""
    session = TableSession()
    of = game(PLAYED, "001")
    rows = [
        prediction(of, (number, f"P {number}"), market, mean=number + 0.5, **more)
        for number in range(1, 60)
        for place, market in enumerate(("player_points", "player_steals", "player_blocks"))
        if (number + place) % 4
        for more in ({**BET, "line": number + 0.5} if number % 3 else {},)
    ]
    rows += [{**row, "prediction_time": "morning", "mean": 1.0, "line": None} for row in rows[::2]]
    session.load("schedule", [of])
    session.load("player_prediction", rows)
    _publish(tmp_path, inputs(session, PLAYED))
    document = orjson.loads(_published(tmp_path)[f"predictions/{PLAYED}.json"])
    assert _read(document) == {
        (row["player_id"], row["market"]): (row["mean"], row["prediction_time"], row.get("line"))
        for row in rows
        if row["prediction_time"] == "before-tip"
    }


def test_dates_between_those_requested_have_no_part_in_them() -> None:
    days = [date(2025, 1, day) for day in (1, 3, 4, 30)]
    games = [game(day, f"0{day.day:02}") for day in days]
    session = TableSession()
    session.load("schedule", games)
    session.load(
        "player_prediction", [prediction(of, AL, "player_points", 20.0, **BET) for of in games]
    )
    dates = [days[0], days[2], days[3]]
    assert list(slates(session, dates)) == [each for d in dates for each in slates(session, [d])]


def test_a_morning_line_gives_way_to_the_prediction_before_tip_off(
    inputs: Made, tmp_path: Path
) -> None:
    """The player has two rows: before tip-off in one market, in the morning alone in another."""
    session = TableSession()
    of = game(PLAYED, "001")
    morning = {**BET, "prediction_time": "morning"}
    rows = [
        prediction(of, AL, name, 19.0, **morning) for name in ("player_points", "player_blocks")
    ]
    session.load("schedule", [of])
    session.load("player_prediction", [prediction(of, AL, "player_points", 20.0, **BET), *rows])
    _publish(tmp_path, inputs(session, PLAYED))
    document = orjson.loads(_published(tmp_path)[f"predictions/{PLAYED}.json"])
    players, lines = decoded(document["players"]), decoded(document["lines"])
    times = [players["prediction_time"][place] for place in lines["player"]]
    assert dict(zip(lines["market"], times, strict=True)) == {
        "player_points": "before-tip",
        "player_blocks": "morning",
    }
    assert len(times) == 2


def _read(document: dict[str, Any]) -> dict[tuple[int, str], tuple[Any, ...]]:
    """Return mean, time of prediction and line by player and market, as a reader finds them."""
    players, lines = decoded(document["players"]), decoded(document["lines"])
    line = {
        (player, market): value
        for player, market, value in zip(
            lines["player"], lines["market"], lines["line"], strict=True
        )
    }
    return {
        (players["player_id"][place], market): (
            mean,
            players["prediction_time"][place],
            line.get((place, market)),
        )
        for market, columns in document["predictions"].items()
        for place, mean in enumerate(decoded(columns)["mean"])
        if mean is not None
    }


def test_a_new_date_leaves_what_was_graded_in_other_months(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    last_month = date(2024, 12, 10)
    earlier = prediction(game(last_month, "003"), AL, "player_points", 20.0, **BET)
    league.load("player_prediction", [earlier])
    league.load("prediction_grade", [grade(earlier, 25, "OVER", "HIT")])
    _publish(tmp_path, inputs(league))
    before = _published(tmp_path)
    later = prediction(game(PLAYED, "004"), AL, "player_points", 20.0, **BET)
    league.load("player_prediction", [later])
    league.load("prediction_grade", [grade(later, 25, "OVER", "HIT")])
    _publish(tmp_path, inputs(league))
    after = _published(tmp_path)
    assert {p for p in _changed(before, after) if p.startswith("graded/")} == GRADED_FILES
    assert "graded/2024-12.parquet" in before
    _publish(tmp_path / "new", inputs(league))
    anew = _published(tmp_path / "new")
    for path in ("graded/2024-12.parquet", GRADED):
        downloaded = pq.read_table(BytesIO(after[path]))
        assert {day.month for day in downloaded["game_date"].to_pylist()} == {int(path[12:14])}
        assert downloaded.equals(pq.read_table(BytesIO(anew[path]))), "as both are made together"


def test_a_prop_that_was_picked_twice_is_two_tickets_and_one_prop(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """The morning's ticket at +150 comes first; the one before tip-off at +100 was won too."""
    early = {**BET, "bet_price": 150.0, "prediction_time": "morning"}
    again = prediction(game(PLAYED, "001"), AL, "player_points", 20.1, **early)
    league.query("DELETE FROM player_prediction WHERE prediction_time = 'morning' AND line > 0")
    league.load("player_prediction", [again])
    _publish(tmp_path, inputs(league))
    document = orjson.loads(_published(tmp_path)["performance.json"])["seasons"]["2024-25"][
        "groups"
    ]
    groups = decoded(document)
    (place,) = [n for n, by in enumerate(groups["by"]) if by == "all"]
    assert (groups["picks"][place], groups["units"][place]) == (2, 2.5)
    assert (groups["props"][place], groups["prop_units"][place]) == (1, 1.5)


def test_a_finished_season_is_not_evaluated_again(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    last_year = date(2024, 1, 10)
    before_last = game(last_year, "003", "2023-24")
    league.load("schedule", [before_last])
    row = prediction(before_last, AL, "player_points", 20.0)
    league.load("player_prediction", [row])
    league.load("prediction_grade", [grade(row, 20, "NO_LINE", "NO_LINE")])
    league.load("slate_score", [slate_score(last_year, "2023-24", 3.5)])
    _publish(tmp_path, inputs(league))
    before = orjson.loads(_published(tmp_path)["performance.json"])["seasons"]
    league.query("UPDATE slate_score SET absolute_error = 6.0 WHERE season = '2024-25'")
    _publish(tmp_path, inputs(league))
    after = orjson.loads(_published(tmp_path)["performance.json"])["seasons"]
    assert after["2023-24"] == before["2023-24"], "with the time at which it was made"
    assert after["2024-25"]["generated_at"] > before["2024-25"]["generated_at"]
    for season, document in after.items():
        scores = decoded(document["scores"])
        evaluated = {(s.metric, round(s.value, 4)) for s in evaluate(league) if s.season == season}
        assert set(zip(scores["metric"], scores["value"], strict=True)) == evaluated


def test_a_mean_has_the_same_digits_on_its_day_and_ever_after(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """22.34567 would be rounded otherwise from one decimal than from two."""
    _publish(tmp_path, inputs(league))
    published = _published(tmp_path)
    on_its_day = decoded(orjson.loads(published["today.json"])["predictions"])
    past = orjson.loads(published[f"predictions/{TO_COME}.json"])["predictions"]
    for market, mean in zip(on_its_day["market"], on_its_day["mean"], strict=True):
        assert mean in decoded(past[market])["mean"]
    files = pq.read_table(BytesIO(published[GRADED])).to_pylist()
    assert 21.23 in {row["mean"] for row in files}
    assert 22.35 in on_its_day["mean"]


def test_the_record_has_the_seasons_of_the_grades(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """A season without a graded prediction is in the schedule alone."""
    league.load("schedule", [game(date(2025, 10, 21), "003", "2025-26")])
    _publish(tmp_path, inputs(league))
    assert [*orjson.loads(_published(tmp_path)["performance.json"])["seasons"]] == ["2024-25"]


def test_a_pick_of_a_game_that_left_its_date_is_returned_in_the_record_and_in_the_files(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    of = prediction(game(PLAYED, "gone"), BO, "player_points", 21.0, **{**BET, "record": "live"})
    league.load("player_prediction", [of])
    league.load("prediction_grade", [grade(of, None, "VOID", "VOID")])
    _publish(tmp_path, inputs(league))
    published = _published(tmp_path)
    groups = decoded(orjson.loads(published["performance.json"])["seasons"]["2024-25"]["groups"])
    live = [
        n
        for n, row in enumerate(zip(groups["record"], groups["by"], strict=True))
        if row == ("live", "all")
    ]
    assert [(groups["picks"][n], groups["returned"][n]) for n in live] == [(1, 1)]
    rows = pq.read_table(BytesIO(published[GRADED])).to_pylist()
    assert [r["bet_result"] for r in rows if r["record"] == "live"] == ["void"]


def test_results_are_of_games_that_have_one_by_the_rule_of_the_grades(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """With a final score but without one team's box score, no player has a result."""
    league.query("DELETE FROM team_box_score WHERE team_id = 2")
    _publish(tmp_path, inputs(league))
    document = orjson.loads(_published(tmp_path)[PATHS["results"]])
    assert document["games"]["game_id"] == document["players"]["player_id"] == []


def test_the_schedule_tells_the_dates_that_it_covers_and_has_no_game_on(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """It covers ten days after the last result, which is of the 14th; the 15th has a game."""
    _publish(tmp_path, inputs(league))
    document = orjson.loads(_published(tmp_path)["schedule.json"])
    contract_of("schedule.json").model_validate(document)
    assert decoded(document["games"])["game_id"] == ["001", "002"]
    assert document["without_games"] == [f"2025-01-{n}" for n in range(16, 25)]


def test_a_correction_to_a_finished_season_is_evaluated(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    _publish(tmp_path, inputs(league))
    league.query("UPDATE slate_score SET absolute_error = 6.0")
    _publish(tmp_path, inputs(league))
    assert _mae(tmp_path) == 2


def test_a_record_that_was_damaged_is_not_taken_over(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    _publish(tmp_path, inputs(league))
    path = tmp_path / CURRENT / "performance.json"
    held = path.read_bytes()
    path.unlink()
    path.write_bytes(held.replace(b"4.5", b"0.5"))
    assert _mae(tmp_path) == 0.5
    _publish(tmp_path, inputs(league))
    assert _mae(tmp_path) == 4.5


def _mae(place: Path) -> float:
    """Return the mean absolute error of the one season that is published."""
    (season,) = orjson.loads(_published(place)["performance.json"])["seasons"].values()
    scores = decoded(season["scores"])
    value: float = scores["value"][scores["metric"].index("mae")]
    return value


def test_the_download_tells_the_models_grade_from_the_tickets_result(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """The player scored 25: the model held over 20.5 likelier; the ticket is under 24.5 at +150."""
    ticket = {"bet_line": 24.5, "bet_side": "under", "bet_price": 150.0, "recommendation": "UNDER"}
    of = prediction(game(PLAYED, "001"), BO, "player_assists", 21.0, **{**BET, **ticket})
    league.load("player_prediction", [of])
    league.load("prediction_grade", [grade(of, 25, "OVER", "HIT")])
    late = prediction(game(PLAYED, "001"), BO, "player_assists", 21.0, prediction_time="morning")
    league.load("player_prediction", [late])
    league.load("prediction_grade", [grade({**late, "line": 20.5}, 25, "OVER", "HIT")])
    _publish(tmp_path, inputs(league))
    rows = pq.read_table(BytesIO(_published(tmp_path)[GRADED])).to_pylist()
    graded = {(r["player_name"], r["prediction_time"]): r for r in rows}
    assert len(graded) == len(rows) == 3, "what had no line by its time is not there"
    own, under = graded[AL[1], "before-tip"], graded[BO[1], "before-tip"]
    names = ("line", "model_grade", "bet_line", "bet_price", "bet_result", "units")
    assert [own[name] for name in names] == [20.5, "HIT", 20.5, 100.0, "won", 1.0]
    assert [under[name] for name in names] == [20.5, "HIT", 24.5, 150.0, "lost", -1.0]
    assert own["market_p_over"] == pytest.approx(0.5111, abs=1e-3), "-115 and -105 without margin"
    passed = graded[AL[1], "morning"]
    assert {passed[name] for name in names[2:]} == {None}


def test_the_records_numbers_follow_from_the_download_alone(
    league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """Tickets are of another line than the reference, at prices of their own; some are void."""
    played, prices = game(PLAYED, "001"), (-150.0, -110.0, 104.0, 160.0)
    predictions = [
        prediction(
            played,
            (100 + n, f"Player {n}"),
            "player_points",
            20.0,
            line=19.5 + n % 3,
            over_price=-110.0 - n,
            under_price=None if n % 5 == 0 else -108.0 + n % 2,
            p_over=0.3 + n / 100,
            p_under=0.7 - n / 100,
            blend_p_over=0.4 + n / 200,
            blend_p_under=0.6 - n / 200,
            bet_bookmaker="draftkings",
            bet_line=20.0 + n % 4 / 2,
            bet_side=("over", "under", "over", "under")[n % 6 % 4],
            bet_price=prices[n % 4],
            expected_value=0.02 + n / 1000,
            recommendation=("OVER", "UNDER", "PASS", "UNDER", "OVER", "UNDER")[n % 6],
        )
        for n in range(40)
    ]
    predictions += [
        {**row, "prediction_time": "morning", "information": "morning"} for row in predictions[:10]
    ]
    did = [None if n % 7 == 0 else 17 + n % 8 for n in [*range(40), *range(10)]]
    league.load("player_prediction", predictions)
    league.load(
        "prediction_grade",
        [
            grade(row, count, _against(count, row["line"]), "MISS")
            for row, count in zip(predictions, did, strict=True)
        ],
    )
    _publish(tmp_path, inputs(league))
    published = _published(tmp_path)
    (packed,) = (each for path, each in published.items() if path.endswith(".csv.gz"))
    counts = agree_with_the_record(orjson.loads(published["performance.json"]), rows_of_csv(packed))
    assert counts["picks"] > 25
    assert min(counts["won"], counts["lost"], counts["returned"]) > 3
    assert counts["priced_lines"] < counts["lines"]
    assert counts["props"] < counts["picks"]


def _against(count: int | None, line: float) -> str:
    """Return what happened against a line."""
    if count is None:
        return "VOID"
    return "PUSH" if count == line else "OVER" if count > line else "UNDER"
