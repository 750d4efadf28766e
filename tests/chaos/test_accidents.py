"""Accidents of earlier versions, by name: each is impossible now, or does no harm.

What each is guarded by is tested at length beside the guard; here every accident happens once.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import random
import signal
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest
from pydantic import SecretStr
from typer.testing import CliRunner

from support.crashing import crash_always
from support.day_outcomes import outcome, stale
from support.homes import damage, rebuilt
from support.publishing_league import NO_STATUS
from support.receiver import receiver
from support.toy_shop import (
    FIRST,
    Shop,
    answer,
    daily_total,
    forecast,
    many,
    recent_mean,
    sale,
    sales,
    shop_graph,
    sold,
)
from tipoff.alerts import Alerts, channels_of, dispatch
from tipoff.app import runs
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline
from tipoff.cli import app
from tipoff.engines.duckdb import DuckDB
from tipoff.engines.processes import Processes
from tipoff.features.player_composite_factors import PlayerCompositeFactors
from tipoff.health.freshness import LIMITS, LastSeen, freshness
from tipoff.kernel.declare.graph import DateRange, Graph
from tipoff.kernel.errors import Blocked, TipoffError
from tipoff.kernel.fingerprints import refuse_stale_bytecode
from tipoff.kernel.lock import exclusive
from tipoff.kernel.plan.plan import gaps, plan
from tipoff.kernel.run import work as work_module
from tipoff.predictions.models.systems import MissingFeature, columns_of
from tipoff.predictions.training.booster_jobs import BoosterJob
from tipoff.publishing.release import Documents, Publication

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tipoff.kernel.declare.stream import Stream
    from tipoff.kernel.declare.table import TableDefinition

DAYS = 8


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """An empty shop."""
    return Shop(tmp_path / "shop", shop_graph())


def test_player_table_before_team_table() -> None:
    members: list[TableDefinition | Stream] = [
        *pipeline().tables.values(),
        *pipeline().streams.values(),
    ]
    random.Random(7).shuffle(members)
    order_of = list(Graph.of(members).tables)
    assert order_of.index("team_offense_game_summary") < order_of.index("player_game_summary")


def test_running_left_by_a_crash(shop: Shop) -> None:
    def crash() -> None:
        with exclusive(shop.home.directory / "run.lock"):
            os.kill(os.getpid(), signal.SIGKILL)

    shop.land(answer(many(DAYS)))
    child = multiprocessing.get_context("fork").Process(target=crash)
    child.start()
    child.join()
    assert shop.run().problems == [], "nothing has to be cleared by hand"


def test_completed_over_a_failed_save(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.land(answer(many(DAYS)))
    with monkeypatch.context() as patch:
        patch.setattr("tipoff.kernel.run.store.digest_of", _failing_save)
        report = shop.run()
    assert report.exit_code == 1
    assert shop.days("sale") == []
    assert "sale" in {step.table for step in plan(shop.state(), DateRange(FIRST, FIRST))}
    assert shop.run().problems == []


def _failing_save(path: Path) -> str:
    raise OSError(5, "Input/output error", str(path))


def test_one_bad_row_of_199(shop: Shop) -> None:
    rows = many(67)[:199]
    rows[100] = {**rows[100], "sold": 2_000}
    shop.land(answer(rows))
    assert shop.run().problems == []
    assert shop.query("SELECT count(*) FROM sale") == [(198,)]
    assert [row[:3] for row in shop.quarantine()] == [("sale", "<= 1000", "sold")]


def test_missing_module_exit_0(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        importlib.import_module("a_module_that_nobody_installed")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(runs, "make_plan", missing)
    result = CliRunner().invoke(app, ["plan"], env={"TIPOFF_HOME": str(tmp_path)})
    assert result.exit_code == 1
    assert "ModuleNotFoundError: No module named 'a_module_that_nobody" in result.stderr


def test_stale_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    path = tmp_path / "loaded_before_the_edit.py"
    path.write_text("def vig():\n    return 1.1\n")
    module = importlib.import_module(path.stem)
    path.write_text("def vig():\n    return 1.2\n")
    with pytest.raises(TipoffError, match="differs from the code this process loaded"):
        refuse_stale_bytecode([module])
    sys.modules.pop(path.stem)


def test_parallel_is_not_serial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashes = []
    for threads, dates in ((1, 1), (2, 3), (2, 640)):
        monkeypatch.setattr(work_module, "CHUNK_DATES", dates)
        monkeypatch.setattr(Shop, "home", property(partial(_home_with, threads)))
        shop = Shop(tmp_path / f"{threads} {dates}", shop_graph())
        shop.land(answer(many(DAYS)))
        shop.run()
        hashes.append(shop.hashes())
    assert hashes[0] == hashes[1] == hashes[2]


def _home_with(threads: int, shop: Shop) -> Home:
    return Home(shop.directory, threads=threads)


def test_score_stored_as_adjustment() -> None:
    columns = PlayerCompositeFactors.columns
    score, adjustment = columns["fatigue_score"], columns["fatigue_adjustment"]
    assert (score.minimum, score.maximum) == (0, 100)
    assert (adjustment.minimum, adjustment.maximum) == (-5, 0)
    assert not any(-5 <= fresh <= 0 for fresh in range(1, 101)), "a score breaks the rule"


def test_feature_version_cache_never_refreshed(shop: Shop) -> None:
    shop.land(answer(many(DAYS)))
    shop.run()
    doubled = replace(forecast, function=_doubled)
    changed = Shop(shop.directory, Graph.of([sales, sale, daily_total, recent_mean, doubled]))
    changed.run()
    ((new,),) = changed.query("SELECT sum(forecast) FROM forecast")
    shop.run()
    ((old,),) = shop.query("SELECT sum(forecast) FROM forecast")
    assert new == pytest.approx(2 * old)


def _doubled(recent_mean: pa.Table) -> pa.Table:
    doubled = pa.array(2 * np.asarray(recent_mean["mean"]))
    return pa.table([recent_mean["item"], recent_mean["sold_on"], doubled], _FORECAST)


_FORECAST = ["item", "sold_on", "forecast"]


def test_model_refusing_a_widened_row() -> None:
    narrow = pa.table({"a": [1.0], "b": [2.0]})
    widened = narrow.append_column("added later", pa.array([3.0]))
    expected = {name: list(values) for name, values in columns_of(narrow, ["a", "b"]).items()}
    served = columns_of(widened, ["a", "b"])
    assert {name: list(values) for name, values in served.items()} == expected
    with pytest.raises(MissingFeature, match="features missing: b"):
        columns_of(narrow.drop_columns(["b"]), ["a", "b"])


def test_per_player_sequential_loading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    query_counts: list[int] = []
    whole = DuckDB.query
    for items in (1, 4):
        count = 0

        def counted(engine: DuckDB, sql: str, parameters: Sequence[Any] = ()) -> Any:
            nonlocal count
            count += 1
            return whole(engine, sql, parameters)

        shop = Shop(tmp_path / str(items), shop_graph())
        names = ("apple", "bread", "cheese", "dates")[:items]
        shop.land(answer([sold(name, day, 1) for name in names for day in range(3)]))
        with monkeypatch.context() as patch:
            patch.setattr(DuckDB, "query", counted)
            shop.run()
        query_counts.append(count)
    assert query_counts[0] == query_counts[1], "as many queries for one as for many"


def test_worker_killed_by_memory() -> None:
    jobs = [BoosterJob(name, None, (), np.zeros(0), {}, 0) for name in ("good", "bad")]
    with pytest.raises(Blocked, match="the work on bad crashed") as error:
        Processes().run(jobs, crash_always)
    assert "what was done before is kept, and the next run tries again" in str(error.value)


def test_odds_silent() -> None:
    games = [date(2024, 1, day) for day in range(1, 8)]
    now = datetime(2024, 1, 7, 17, tzinfo=UTC)
    last_seen = {"prop_price": LastSeen(date(2024, 1, 3), now - timedelta(hours=1))}
    (odds,) = freshness(LIMITS, last_seen, games, now, games[-1])
    assert odds.stale.startswith("player props: no rows since 2024-01-03, 3 dates with games")


def test_webhook_404(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path / "home")
    with closing(home.open_catalog()), receiver(404) as broken, receiver() as works:
        addresses = [SecretStr(each.address()) for each in (broken, works)]
        alerts = Alerts(channels_of(addresses), digest_hour=23)
        monkeypatch.setattr(dispatch, "_status", lambda _: stale(3) or NO_STATUS)
        assert alerts.notify(home, outcome()) == ["json 1: answered 404"]
        assert any("json 1: answered 404" in each["message"] for each in works.messages)


def test_batch_type_mismatch(shop: Shop) -> None:
    shop.land(answer(many(DAYS)), answer([sold("dates", 3, "seven")], "other"))
    shop.run()
    assert [row[:3] for row in shop.quarantine()] == [("sale", "readable as int64", "sold")]
    assert shop.query("SELECT count(*) FROM sale") == [(3 * DAYS,)]
    assert shop.unaccounted() == 0


def test_exports_stale_for_373_hours(tmp_path: Path) -> None:
    def make(content: str, paths: Sequence[str]) -> list[tuple[str, Any]]:
        if content == "broken":
            raise TipoffError("the exporter is broken")
        return [(path, {"is": content}) for path in paths]

    publication = Publication(tmp_path)
    publication.publish([Documents({"today.json": "inputs of monday"}, partial(make, "monday"))])
    with pytest.raises(TipoffError, match="the exporter is broken"):
        publication.publish([Documents({"today.json": "tuesday"}, partial(make, "broken"))])
    assert publication.read("today.json") == {"is": "monday"}, "readers keep what was whole"
    publication.publish([Documents({"today.json": "tuesday"}, partial(make, "tuesday"))])
    assert publication.read("today.json") == {"is": "tuesday"}


def test_three_dates_deleted_18_months_ago(shop: Shop, tmp_path: Path) -> None:
    shop.land(answer(many(DAYS)))
    shop.run()
    whole = shop.hashes()
    with shop.home.writing() as workspace:
        gone = [(FIRST + timedelta(n)).toordinal() for n in (2, 3, 4)]
        for name in ("daily_total", "forecast"):
            for day in gone:
                workspace.catalog.query(
                    "DELETE FROM entry WHERE table_name = ? AND day = ?", [name, day]
                )
    wanted = DateRange(FIRST, FIRST + timedelta(DAYS - 1))
    assert [day.day for day in gaps(shop.state(), wanted)["daily_total"]] == [3, 4, 5]
    shop.run()
    assert shop.hashes() == whole == rebuilt(shop, tmp_path / "rebuilt").hashes()
    assert damage(shop.home) == []
