"""The documents of a whole simulated season: complete, and as the tables say."""

from __future__ import annotations

import json
import math
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest

from support.graded_download import agree_with_the_record, rows_of_csv
from tipoff.app.slates import read_slate
from tipoff.domain.markets import SINGLES
from tipoff.predictions.models.systems import PREDICTED
from tipoff.publishing.columns import decoded
from tipoff.publishing.contracts import contract_of
from tipoff.publishing.manifest import MANIFEST
from tipoff.publishing.page import cells
from tipoff.publishing.release import CURRENT, Publication
from tipoff.publishing.slate_advice import SlateAdvice

if TYPE_CHECKING:
    from conftest import World

GRADES = "prediction_grade"


@pytest.fixture(scope="module")
def documents(demo_world: World) -> dict[str, Any]:
    """Every published document by its path."""
    current: Path = demo_world.home.published / CURRENT
    return {
        str(path.relative_to(current)): json.loads(path.read_text(), parse_constant=_refuse)
        for path in sorted(current.rglob("*.json"))
        if path.name != MANIFEST and path.parent.name != "schemas"
    }


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def test_every_document_says_when_of_what_and_that_it_is_simulated(
    documents: dict[str, Any],
) -> None:
    assert {"today.json", "performance.json", "status.json", "index.json"} < set(documents)
    for document in documents.values():
        assert {"form", "generated_at", "version", "freshness"} <= document.keys()
        assert document["simulated"] is True
        assert document["freshness"]["player_box_score"] is not None


PAGE = (Path(__file__).parents[2] / "docs" / "documents.md").read_text()


def test_the_documented_formula_gives_the_published_probabilities(
    documents: dict[str, Any],
) -> None:
    (usual_mean,) = re.findall(r"`(mean / [^`]+)`", " ".join(PAGE.split()))
    predictions = decoded(documents["today.json"]["predictions"])
    rows = [
        dict(zip(predictions, values, strict=True))
        for values in zip(*predictions.values(), strict=True)
    ]
    lined = [row for row in rows if row["line"] is not None and row["low_share"] is not None]
    assert len(lined) > 10
    for row in lined:
        usual = eval(usual_mean, {}, row)
        masses = [_mass(row, usual, count) for count in range(120)]
        over = sum(mass for count, mass in enumerate(masses) if count > row["line"])
        under = sum(mass for count, mass in enumerate(masses) if count < row["line"])
        assert over / (over + under) == pytest.approx(row["model_p_over"], abs=0.003)
        counted = sum(count * mass for count, mass in enumerate(masses))
        assert counted == pytest.approx(row["mean"], rel=0.003), "the mean is the expected count"


def _mass(row: dict[str, Any], usual: float, count: int) -> float:
    """Return the probability of a count, as the page of documents has it."""
    nights = (
        (1 - row["low_share"], usual, row["dispersion"]),
        (row["low_share"], usual * row["low_ratio"], row["low_dispersion"]),
    )
    counted = sum(share * _negative_binomial(count, *night) for share, *night in nights)
    return float((1 - row["zero_share"]) * counted + row["zero_share"] * (count == 0))


def _negative_binomial(count: int, mean: float, dispersion: float) -> float:
    """Return the probability of a count whose variance is its mean times the dispersion."""
    size = mean / max(dispersion - 1, 1e-6)
    ways = math.lgamma(count + size) - math.lgamma(size) - math.lgamma(count + 1)
    return math.exp(ways - size * math.log(dispersion) + count * math.log1p(-1 / dispersion))


def test_the_documented_snippet_names_who_is_expected_to_score_most(
    demo_world: World,
    documents: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (snippet,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    monkeypatch.chdir(demo_world.home.directory)
    exec(snippet, {})
    predictions = decoded(documents["today.json"]["predictions"])
    means = zip(predictions["mean"], predictions["market"], strict=True)
    most = max(mean for mean, market in means if market == "player_points")
    assert capsys.readouterr().out.startswith(f"({most}, ")


def test_the_terminal_and_the_page_are_told_the_same_of_every_prediction(
    demo_world: World, documents: dict[str, Any]
) -> None:
    predictions = decoded(documents["today.json"]["predictions"])
    people = decoded(documents["today.json"]["players"])["player_id"]
    nothing = dict.fromkeys(("player_name", "away_team_code", "home_team_code"))
    of_page = {
        (people[row["player"]], row["market"]): cells({**nothing, **row})[2:]
        for values in zip(*predictions.values(), strict=True)
        for row in [dict(zip(predictions, values, strict=True))]
    }
    shown, _ = read_slate(demo_world.home, None)
    of_terminal = {(r["player_id"], r["market"]): cells(r)[2:] for r in shown["predictions"]}
    assert len(of_page) > 100
    assert of_terminal == of_page


def test_the_index_lists_every_slate_there_is(documents: dict[str, Any]) -> None:
    for kind in ("predictions", "results"):
        there = {p.split("/")[1][:-5] for p in documents if p.startswith(kind)}
        assert there == set(documents["index.json"][kind])
        assert len(there) > 20


def test_predictions_are_the_champions_and_complete(
    demo_world: World, documents: dict[str, Any]
) -> None:
    for path, document in documents.items():
        if path.startswith("predictions/"):
            ((expected, lined),) = demo_world.query(
                "SELECT count(DISTINCT (game_id, player_id, market)),"
                " count(DISTINCT (game_id, player_id, market)) FILTER ("
                "(prediction_time = 'before-tip' OR record = 'live')"
                f" AND line IS NOT NULL) FROM player_prediction"
                f" WHERE game_date = DATE '{document['date']}'"
            )
            markets = document["predictions"]
            means = [m for of in markets.values() for m in decoded(of)["mean"] if m is not None]
            assert len(means) == expected > 0
            assert set(markets) == {m.key for m in PREDICTED}
            assert len(document["lines"]["player"]) == lined


def test_results_say_what_everyone_did_and_the_grades_say_the_same(
    demo_world: World, documents: dict[str, Any]
) -> None:
    """Players who are graded without a count are left out."""
    grades = {
        (r["game_id"], r["player_id"]): (r["seconds"], r["actual"])
        for r in demo_world.rows(GRADES)
        if r["market"] == "player_points"
    }
    seen: dict[tuple[str, int], tuple[int, int]] = {}
    for path, document in documents.items():
        if path.startswith("results/"):
            players = decoded(document["players"])
            points = decoded(document["actual"])["player_points"]
            keys = zip(players["game_id"], players["player_id"], strict=True)
            seen |= zip(keys, zip(players["seconds"], points, strict=True), strict=True)
    assert len(seen) > 500
    assert grades == {key: seen.get(key, (None, None)) for key in grades}


def test_a_count_is_stated_once(documents: dict[str, Any]) -> None:
    stated = {m for path, of in documents.items() if "results/" in path for m in of["actual"]}
    assert stated == {market.key for market in SINGLES}


@pytest.fixture(scope="module")
def downloaded(demo_world: World) -> list[dict[str, str]]:
    """Every row of the CSV files to download, as text."""
    packed = sorted((demo_world.home.published / CURRENT / "graded").glob("*.csv.gz"))
    return [row for file in packed for row in rows_of_csv(file.read_bytes())]


def test_every_graded_prediction_at_a_line_can_be_downloaded(
    demo_world: World, documents: dict[str, Any], downloaded: list[dict[str, str]]
) -> None:
    files = sorted((demo_world.home.published / CURRENT / "graded").glob("*.parquet"))
    graded = demo_world.query("SELECT DISTINCT game_date FROM prediction_grade")
    months = {f"{day:%Y-%m}" for (day,) in graded}
    assert [file.stem for file in files] == sorted(months)
    key = ("game_id", "player_id", "market", "prediction_time", "information", "record", "system")
    predictions = {tuple(r[n] for n in key): r for r in demo_world.rows("player_prediction")}
    grades = {tuple(r[n] for n in key): r for r in demo_world.rows(GRADES)}
    rows = [row for file in files for row in pq.read_table(file).to_pylist()]
    assert {tuple(row[n] for n in key) for row in rows} == {
        each for each in grades.keys() & predictions.keys() if predictions[each]["line"] is not None
    }
    assert len(rows) == len(downloaded) > 500
    for row, text in zip(rows, downloaded, strict=True):
        of = tuple(row[n] for n in key)
        assert row["model_grade"] == grades[of]["grade"] != "NO_LINE"
        assert (row["line"], row["actual"]) == (predictions[of]["line"], grades[of]["actual"])
        is_pick = row["recommendation"] in ("OVER", "UNDER")
        for name in ("bet_price", "expected_value", "bet_result", "units"):
            assert (row[name] is not None) == is_pick
            assert text[name] == "" or text[name] == row[name] or float(text[name]) == row[name]


def test_the_records_numbers_follow_from_the_download_alone(
    documents: dict[str, Any], downloaded: list[dict[str, str]]
) -> None:
    assert agree_with_the_record(documents["performance.json"], downloaded)["lines"] > 500


QUOTE = ("game_id", "player_id", "market", "bookmaker", "line", "over_price", "under_price")


def test_every_row_is_of_one_quote_that_a_book_made(demo_world: World) -> None:
    """Line, book, both prices and the time of a row are those of one offer."""
    names, seen = (*QUOTE, "captured_at"), 0
    with demo_world.home.reading() as session:
        for day in session.contents("player_prediction").days[-5:]:
            advised = SlateAdvice.read(session, day, datetime.max, ())
            offers = {tuple(row[n] for n in names) for row in advised.offers.to_pylist()}
            for row in advised.predictions.to_pylist():
                if row["over_price"] is not None or row["under_price"] is not None:
                    assert tuple(row[n] for n in names) in offers
                    seen += 1
    assert seen > 100


def test_todays_slate_has_lines_and_so_no_halt(documents: dict[str, Any]) -> None:
    today = documents["today.json"]
    assert today["halt"] == {"halted": False, "reasons": []}
    predictions = decoded(today["predictions"])
    advice = [
        each
        for each, line in zip(predictions["recommendation"], predictions["line"], strict=True)
        if line is not None
    ]
    assert advice
    assert set(advice) <= {"OVER", "UNDER", "PASS"}


def test_every_document_is_of_its_form(demo_world: World, documents: dict[str, Any]) -> None:
    assert {path.split("/")[0] for path in documents} >= {"predictions", "results", "teams"}
    current = demo_world.home.published / CURRENT
    for path in documents:
        contract_of(path).model_validate_json((current / path).read_bytes())


def test_the_index_states_the_digest_that_every_document_states(documents: dict[str, Any]) -> None:
    stated = {path: made["digest"] for path, made in documents.items() if path != "index.json"}
    assert documents["index.json"]["documents"] == stated


def test_performance_has_the_baselines_beside_every_number(documents: dict[str, Any]) -> None:
    by_metric: dict[tuple[str, ...], set[str]] = {}
    for season in documents["performance.json"]["seasons"].values():
        scores = decoded(season["scores"])
        assert {"n", "low", "high", "record"} <= scores.keys()
        names = ("prediction_time", "information", "market", "population", "metric")
        for *key, system in zip(*(scores[n] for n in names), scores["system"], strict=True):
            by_metric.setdefault(tuple(key), set()).add(system)
    alone = ("ece", "rate", "roi", "disagreement")
    compared = {
        key: systems
        for key, systems in by_metric.items()
        if key[1] == "inactives-known" and not any(part in key[4] for part in alone)
    }
    assert compared
    assert all(len(systems) > 1 for systems in compared.values())


def test_a_publication_of_a_season_is_whole(demo_world: World) -> None:
    assert Publication(demo_world.home.published).damaged() == []


def test_a_session_reads_what_a_plan_is_made_from_once(demo_world: World) -> None:
    with demo_world.home.reading() as session:
        state = session.state()
        assert session.state() is state
        assert session.contents("schedule") is state.contents["schedule"]
