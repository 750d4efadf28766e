"""What is published, and that it says what the tables say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tipoff.predictions.systems import PREDICTED
from tipoff.publishing.documents import slate
from tipoff.publishing.release import CURRENT, MANIFEST, Publication

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import World


def _published(world: World) -> Iterator[tuple[str, Any]]:
    current: Path = world.home.published / CURRENT
    for path in sorted(current.rglob("*.json")):
        if path.name != MANIFEST:
            yield (
                str(path.relative_to(current)),
                json.loads(path.read_text(), parse_constant=_refuse),
            )


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def test_every_document_says_when_of_what_and_that_it_is_simulated(demo_world: World) -> None:
    documents = dict(_published(demo_world))
    assert {"today.json", "performance.json", "status.json", "index.json"} < set(documents)
    for document in documents.values():
        assert {"generated_at", "version", "freshness"} <= document.keys()
        assert document["simulated"] is True
        assert document["freshness"]["player_box_score"] is not None


def test_the_index_lists_every_slate_there_is(demo_world: World) -> None:
    documents = dict(_published(demo_world))
    for kind in ("predictions", "results"):
        there = {p.split("/")[1][:-5] for p in documents if p.startswith(kind)}
        assert there == set(documents["index.json"][kind])
        assert len(there) > 20


def test_predictions_are_the_champions_and_complete(demo_world: World) -> None:
    for path, document in _published(demo_world):
        if path.startswith("predictions/"):
            ((expected,),) = demo_world.query(
                "SELECT count(DISTINCT (game_id, player_id, market)) FROM player_prediction"
                f" WHERE game_date = DATE '{document['date']}'"
            )
            rows = document["predictions"]
            assert len(rows) == expected > 0
            assert {row["market"] for row in rows} == {m.key for m in PREDICTED}
            assert all(row["moment"] == "before-tip" for row in rows if row["line"] is not None)


def test_results_agree_with_the_grades(demo_world: World) -> None:
    key = ("game_id", "player_id", "market", "moment", "record", "system")
    graded = {tuple(r[n] for n in key): r["grade"] for r in demo_world.rows("prediction_grade")}
    seen = 0
    for path, document in _published(demo_world):
        if path.startswith("results/"):
            for row in document["results"]:
                assert row["grade"] == graded[tuple(row[n] for n in key)]
                seen += 1
    ((published,),) = demo_world.query(
        "SELECT count(*) FROM player_prediction JOIN team_box_score USING (game_id)"
        " JOIN schedule USING (game_id) WHERE team_box_score.team_id = home_team_id"
    )
    assert seen == published > 500


def test_todays_slate_has_lines_and_so_no_halt(demo_world: World) -> None:
    today = Publication(demo_world.home.published).read("today.json")
    assert today["halt"] == {"halted": False, "reasons": []}
    with_line = [row for row in today["predictions"] if row["line"] is not None]
    assert with_line
    assert {row["recommendation"] for row in with_line} <= {"OVER", "UNDER", "PASS"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [("DELETE FROM player_prediction", "no games with predictions"),
     ("UPDATE player_prediction SET line = NULL", "the market is missing")],
)  # fmt: skip
def test_a_halt_means_no_picks_visibly(demo_copy: World, change: str, reason: str) -> None:
    with demo_copy.home.writing() as engine:
        ((day,),) = engine.query("SELECT max(game_date) FROM player_prediction")
        engine.query(change)
        halt = slate(engine, day)["halt"]
    assert halt["halted"]
    assert reason in halt["reasons"][0]


def test_performance_has_the_baselines_beside_every_number(demo_world: World) -> None:
    scores = Publication(demo_world.home.published).read("performance.json")["scores"]
    assert scores
    assert all({"n", "low", "high", "season", "record"} <= s.keys() for s in scores)
    by_metric: dict[tuple[str, ...], set[str]] = {}
    for score in scores:
        key = (score["moment"], score["market"], score["population"], score["metric"])
        by_metric.setdefault(key, set()).add(score["system"])
    compared = {k: v for k, v in by_metric.items() if k[0] == "before-tip" and "rate" not in k[3]}
    assert compared
    assert all(len(systems) > 1 for key, systems in compared.items() if "ece" not in key[3])
