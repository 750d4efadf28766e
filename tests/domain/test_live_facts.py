"""Live predictions are facts: nothing that happens later changes or removes them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from conftest import SMALL, THROUGH, World, small_payloads
from tipoff.app import runs
from tipoff.app.clock import distrusted_clock
from tipoff.app.home import Home
from tipoff.app.ingest import ingest
from tipoff.app.publication import publish
from tipoff.app.runs import rollback
from tipoff.app.session import HomeSession
from tipoff.app.verification import repair_home
from tipoff.kernel.run.run import Run
from tipoff.predictions import recommendation
from tipoff.predictions.chain import verify_chain
from tipoff.predictions.live_slate_writer import RESOURCE
from tipoff.publishing.columns import decoded
from tipoff.publishing.release import Publication
from tipoff.simulation.league import DemoLeague
from tipoff.sources.manual.promotions import ModelPromotion

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.run.report import RunReport

LIVE = "SELECT * EXCLUDE (payload) FROM live_prediction ORDER BY ALL"
PUBLISHED = """
SELECT * FROM player_prediction WHERE record = 'live' AND game_date = DATE '{}' ORDER BY ALL
"""
LANDED = SMALL.now
LITTLE = DemoLeague(date(2024, 11, 28), seasons=1, teams=4)
"""Its first month is enough where nearly everything is computed more than once."""


@pytest.fixture(scope="module")
def little_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The little league with predictions of one market; tests only read it."""
    home = Home(tmp_path_factory.mktemp("little") / "home", threads=2, markets=("points",))
    ingest(home, LITTLE)
    assert runs.run(home, None).report.problems == []
    return World(home)


@pytest.fixture
def little_copy(little_world: World, tmp_path: Path) -> World:
    """A copy of the little league's home, to do things to."""
    shutil.copytree(little_world.home.directory, tmp_path / "home", symlinks=True)
    return World(replace(little_world.home, directory=tmp_path / "home"))


def _run_at(
    world: World, now: datetime, day: date | None = None, only: Collection[str] | None = None
) -> RunReport:
    """Run by another clock, of all tables or only some, and publish."""
    home = world.home
    with home.writing() as workspace:
        today = day or now.date()
        run = Run(home.graph, workspace, now=now, today=today)
        report = run.execute(horizon=lambda days: max(d for d in days if d <= today), only=only)
        publish(home, HomeSession(home.graph, workspace, run.state), report.failed)
    return report


def _first_tip(world: World) -> datetime:
    ((tip,),) = world.query(f"SELECT min(tip_at) FROM schedule WHERE game_date = DATE '{THROUGH}'")
    return tip.replace(tzinfo=UTC)  # type: ignore[no-any-return]


def _slate(world: World) -> list[dict[str, Any]]:
    """Return the published predictions of the slate, without the market's current quotes."""
    predictions = decoded(Publication(world.home.published).read("today.json")["predictions"])
    kept = {n: v for n, v in predictions.items() if not n.startswith(("market_", "price_"))}
    return [dict(zip(kept, row, strict=True)) for row in zip(*kept.values(), strict=True)]


def _lines_again(world: World) -> None:
    """Land the slate's prices again, every price another."""
    prices = [p for p in small_payloads() if p.resource == "event_odds"]
    later = [
        replace(
            p,
            body=p.body.replace(b'"price":-1', b'"price":-2'),
            fetched_at=p.fetched_at + timedelta(minutes=1),
        )
        for p in prices
    ]
    with world.home.writing() as workspace:
        workspace.landing.land(later)


def _dearer_bets(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recommendation, "MINIMUM_EXPECTED_VALUE", 0.5)
    _run_at(world, LANDED)


def _later_lines(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    _lines_again(world)
    _run_at(world, LANDED + timedelta(minutes=30))


def _another_champion(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest(world.home, ModelPromotion("player_points", "last_10_mean", THROUGH, LANDED, {}))
    _run_at(world, LANDED)


def _rolled_back(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    _another_champion(world, monkeypatch)
    rollback(world.home, 2)


def _models_deleted(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    with world.home.writing() as workspace:
        workspace.catalog.query("DELETE FROM entry WHERE table_name = 'trained_model'")
    _run_at(world, LANDED)


@pytest.mark.parametrize(
    "change",
    [
        _dearer_bets,
        _later_lines,
        _another_champion,
        _rolled_back,
        _models_deleted,
    ],
)
def test_a_live_prediction_stays_as_it_was_said(
    demo_copy: World,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[World, pytest.MonkeyPatch], None],
) -> None:
    stored, slate, shown = demo_copy.query(LIVE), _slate(demo_copy), PUBLISHED.format(THROUGH)
    published = demo_copy.query(shown)
    assert stored
    assert published
    assert slate
    change(demo_copy, monkeypatch)
    assert [row for row in demo_copy.query(LIVE) if row in stored] == stored
    assert demo_copy.query(shown) == published
    assert _slate(demo_copy) == slate


def test_what_was_said_outlives_a_rollback_to_before_it_and_all_else_is_made_again(
    little_copy: World,
) -> None:
    world = little_copy
    stored, slate, before = world.query(LIVE), _slate(world), world.hashes()
    published = (
        f"SELECT * FROM player_prediction WHERE game_date = DATE '{LITTLE.through}' ORDER BY ALL"
    )
    shown = world.query(published)
    assert stored
    assert slate
    rollback(world.home, 1)
    assert world.hashes()["player_outlook"] == "0"
    assert world.query("SELECT DISTINCT record FROM player_prediction") == [("live",)]
    _run_at(world, LITTLE.now)
    assert world.hashes() == before, "all that was undone is computed again, and is the same"
    assert (world.query(LIVE), world.query(published), _slate(world)) == (stored, shown, slate)


def test_a_prediction_before_tip_falls_due_by_time_alone(demo_copy: World) -> None:
    morning = demo_copy.query(LIVE)
    soon = _first_tip(demo_copy) - timedelta(minutes=30)
    report = _run_at(demo_copy, soon, THROUGH)
    assert not report.failed
    moments = "SELECT DISTINCT prediction_time FROM live_prediction ORDER BY 1"
    assert demo_copy.query(moments) == [("before-tip",), ("morning",)]
    assert [row for row in demo_copy.query(LIVE) if row in morning] == morning
    again = len(demo_copy.query(LIVE))
    _run_at(demo_copy, soon + timedelta(minutes=1), THROUGH)
    assert len(demo_copy.query(LIVE)) == again, "each is written once"


def test_nothing_is_said_of_a_game_that_has_begun(demo_copy: World) -> None:
    before = demo_copy.query(LIVE)
    _run_at(demo_copy, _first_tip(demo_copy) + timedelta(hours=8), THROUGH)
    assert demo_copy.query(LIVE) == before


def test_a_clock_that_is_behind_says_nothing_live(demo_copy: World) -> None:
    with demo_copy.home.writing() as workspace:
        assert distrusted_clock(workspace.landing, workspace.catalog, LANDED) == ""
        refusal = distrusted_clock(
            workspace.landing, workspace.catalog, LANDED - timedelta(minutes=1)
        )
        assert "set the clock" in refusal
        run = Run(
            demo_copy.home.graph,
            workspace,
            now=_first_tip(demo_copy) - timedelta(minutes=30),
            today=THROUGH,
            distrusted_clock=refusal,
        )
        report = run.execute(horizon=lambda days: max(d for d in days if d <= THROUGH))
    assert any("set the clock" in problem for problem in report.problems)
    assert report.exit_code == 3
    assert demo_copy.query("SELECT DISTINCT prediction_time FROM live_prediction") == [("morning",)]


def _moved(payload: Payload, last: date, by: timedelta) -> Payload:
    """The schedule with the last date's games on another date."""
    document = orjson.loads(payload.body)
    for day in document["leagueSchedule"]["gameDates"]:
        if day["gameDate"].startswith(f"{last:%m/%d/%Y}"):
            day["gameDate"] = day["gameDate"].replace(f"{last:%m/%d}", f"{last + by:%m/%d}")
            for game in day["games"]:
                for name in ("gameDateTimeUTC", "gameDateTimeEst"):
                    tip = datetime.fromisoformat(game[name]) + by
                    game[name] = f"{tip:%Y-%m-%dT%H:%M:%SZ}"
    fetched = payload.fetched_at + timedelta(hours=1)
    return replace(payload, body=orjson.dumps(document), fetched_at=fetched)


def _postponed(payload: Payload, last: date, by: timedelta) -> Payload:
    """The schedule with the last date's games postponed: they stay listed on their date."""
    document = orjson.loads(payload.body)
    for day in document["leagueSchedule"]["gameDates"]:
        if day["gameDate"].startswith(f"{last:%m/%d/%Y}"):
            for game in day["games"]:
                game["gameStatusText"] = "PPD"
    fetched = payload.fetched_at + timedelta(hours=1)
    return replace(payload, body=orjson.dumps(document), fetched_at=fetched)


GRADED = ("schedule", "live_prediction", "player_prediction", "prediction_grade")


@pytest.mark.parametrize(
    ("altered", "only"),
    [(_moved, None), (_postponed, GRADED)],  # a date without games is the same for all but these
)
def test_a_game_that_leaves_its_date_voids_what_was_said_of_it_there(
    little_copy: World,
    altered: Callable[[Payload, date, timedelta], Payload],
    only: Collection[str] | None,
) -> None:
    world, last = little_copy, LITTLE.through
    listed, shown = f"SELECT 1 FROM schedule WHERE game_date = '{last}'", PUBLISHED.format(last)
    published = world.query(shown)
    assert published
    assert world.query(listed)
    with world.home.writing() as workspace:
        (known,) = workspace.landing.newest("scheduleleaguev2", {})
        schedule = workspace.landing.read(known.number)
        workspace.landing.land([altered(schedule, last, timedelta(3))])
    later = LITTLE.now + timedelta(days=1)
    _run_at(world, later, only=only)
    assert world.query(listed) == []
    assert world.query(shown) == published, "still there, on the date it was said for"
    grades = "SELECT DISTINCT game_date, grade, void_reason FROM prediction_grade"
    assert world.query(f"{grades} WHERE record = 'live'") == [(last, "VOID", "GAME_MOVED")]
    with world.home.writing() as workspace:
        back = replace(schedule, fetched_at=schedule.fetched_at + timedelta(hours=2))
        workspace.landing.land([back])
    _run_at(world, later, only=only)
    assert world.query(f"{grades} WHERE record = 'live'") == [], "and back again"
    assert world.query(shown) == published


def test_the_chain_of_live_slates_is_whole_and_its_head_is_published(demo_copy: World) -> None:
    _run_at(demo_copy, _first_tip(demo_copy) - timedelta(minutes=30), THROUGH)
    with demo_copy.home.writing() as workspace:
        landing = workspace.landing
        slates = [landing.read(each.number) for each in landing.newest(RESOURCE, {})]
    assert len(slates) == 2
    assert verify_chain(slates) == []
    head = Publication(demo_copy.home.published).read("today.json")["chain_head"]
    assert head["number"] == 2
    assert verify_chain(slates[1:]) != []


def test_live_predictions_whose_files_are_lost_are_read_again_and_not_written_again(
    demo_copy: World,
) -> None:
    """The run after a repair finds the table empty, the game still to come and the slate landed."""
    stored = demo_copy.query(LIVE)
    for path in (demo_copy.home.directory / "tables" / "live_prediction").iterdir():
        path.unlink()
    repair_home(demo_copy.home)
    assert demo_copy.query(LIVE) == []
    assert not _run_at(demo_copy, LANDED).failed
    assert demo_copy.query(LIVE) == stored
    with demo_copy.home.writing() as workspace:
        assert len(list(workspace.landing.newest(RESOURCE, {}))) == 1


def test_a_morning_computed_alone_equals_the_same_date_in_a_chunk(demo_copy: World) -> None:
    tables = [
        name
        for name, d in demo_copy.home.graph.tables.items()
        if d.kind == "Frame" and d.every == "day" and not d.needs_result
    ]
    before = demo_copy.hashes()
    with demo_copy.home.writing() as workspace:
        for name in tables:
            workspace.catalog.query(
                "DELETE FROM entry WHERE table_name = ? AND day = ?", [name, THROUGH.toordinal()]
            )
    report = _run_at(demo_copy, LANDED)
    assert {t.table for t in report.tables if t.days} >= set(tables)
    assert demo_copy.hashes() == before
