"""Python code on a cluster's workers has the same results as in this process."""

from __future__ import annotations

import importlib
import os
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from support.crashing import booster_job, crash_always, head_job
from support.side_by_side import side_by_side_graph
from support.toy_shop import answer, many
from tipoff.engines import spark_workers
from tipoff.engines.spark import Spark
from tipoff.kernel.errors import Blocked, TipoffError
from tipoff.kernel.workers import SERIAL_WORKERS
from tipoff.predictions.distributions.mixture_head import fit_head
from tipoff.predictions.training.booster_jobs import train_booster

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    import pyarrow as pa

    from conftest import World
    from support.toy_shop import Shop
    from tipoff.kernel.declare.inputs import Input
    from tipoff.kernel.workers import Workers

MONTHLY = ("minutes_model", "trained_model", "blend_model")
"""The demo league has too few predictions for heads."""


@pytest.fixture(scope="module")
def spilled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory that a cluster's workers share with this process."""
    return tmp_path_factory.mktemp("spilled")


@pytest.fixture(scope="module")
def workers(spilled: Path, master: str) -> Iterator[Workers]:
    """The workers of a cluster of two."""
    engine = Spark(master, spilled)
    yield engine.workers
    engine.close()


def test_boosters_are_the_same_to_the_byte_in_the_jobs_order(
    workers: Workers, spilled: Path
) -> None:
    jobs = [booster_job(f"job {leaves}", num_leaves=leaves) for leaves in (31, 4, 8, 16)]
    assert workers.run(jobs, train_booster) == [train_booster(job) for job in jobs]
    assert workers.run([], train_booster) == []
    assert list(spilled.iterdir()) == [], "nothing is left on its way"


def test_heads_are_the_same_to_the_byte(workers: Workers) -> None:
    jobs = [head_job(300), head_job(100)]
    assert workers.run(jobs, fit_head) == [fit_head(job) for job in jobs]


@pytest.mark.parametrize("name", MONTHLY)
def test_models_of_a_month_are_the_same_to_the_byte(
    demo_world: World, workers: Workers, name: str
) -> None:
    (last,) = demo_world.query(f"SELECT max(trained_for) FROM {name}")
    computed = _computed_with(demo_world, name, last, workers)
    assert computed.equals(_computed_with(demo_world, name, last, SERIAL_WORKERS))
    assert computed.num_rows > 0


def test_predictions_of_several_months_are_the_same(demo_world: World, workers: Workers) -> None:
    months = demo_world.query("SELECT DISTINCT trained_for FROM mean_prediction")
    assert len(months) > 1
    days = [day for (day,) in demo_world.query("SELECT DISTINCT game_date FROM mean_prediction")]
    computed = _computed_with(demo_world, "mean_prediction", days, workers)
    assert computed.equals(_computed_with(demo_world, "mean_prediction", days, SERIAL_WORKERS))
    assert computed.num_rows > 0


def _computed_with(world: World, name: str, days: Sequence[date], workers: Workers) -> pa.Table:
    """Return what a table's function makes of what a home holds."""
    definition = world.home.graph.tables[name]
    assert definition.workers == "workers"
    given = {each.name: _shown(world, each, days) for each in definition.inputs}
    return definition.function(**given, workers=workers, **definition.options)


def _shown(world: World, read: Input, days: Sequence[date]) -> Any:
    """Return what the kernel shows a function of an input."""
    if read.kind == "Dates":
        return tuple(days)
    schema = world.home.graph.tables[read.name].schema
    first, last = (min(days) + timedelta(read.days.first), max(days) + timedelta(read.days.last))
    kept = [f"{schema.partition()} BETWEEN '{first}' AND '{last}'"]
    kept += [f"{name} IN ({', '.join(map(repr, among))})" for name, among in read.values]
    with world.home.reading() as session:
        return session.arrow(
            f"SELECT {', '.join(read.columns or schema.columns)} FROM {read.name}"
            f" WHERE {' AND '.join(kept)} ORDER BY {', '.join(schema.key())}"
        )


def test_an_error_of_python_is_raised_as_it_was(workers: Workers) -> None:
    with pytest.raises(Exception, match="objective") as error:
        workers.run([booster_job("wrong", objective="no such objective")], train_booster)
    assert type(error.value).__name__ == "LightGBMError"


def test_a_native_crash_is_reported_in_one_sentence_that_names_the_job(workers: Workers) -> None:
    with pytest.raises(Blocked, match="the work on bad crashed each time") as error:
        workers.run([booster_job("good"), booster_job("bad")], crash_always)
    assert "good" not in str(error.value)
    assert workers.run([booster_job("good")], crash_always) == ["model of good"]


def test_a_worker_with_other_code_refuses(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spark_workers, "_code", lambda _: "of another version")
    with pytest.raises(TipoffError, match="another version of tipoff"):
        workers.run([booster_job("good")], train_booster)


def test_a_worker_without_a_module_says_which_and_what_to_do(
    workers: Workers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "only_here.py").write_text("def work(job):\n    return job.name\n")
    monkeypatch.syspath_prepend(tmp_path)
    work = importlib.import_module("only_here").work
    with pytest.raises(TipoffError, match=r"a worker has no only_here: .*PYSPARK_PYTHON"):
        workers.run([booster_job("good")], work)


def test_pieces_of_a_tables_work_are_done_in_the_cluster(cluster_shop: Shop) -> None:
    # Comes last: a process has one connection to Spark, which the shop closes.
    cluster_shop.graph = side_by_side_graph()
    cluster_shop.land(answer(many(6)))
    assert cluster_shop.run().exit_code == 0
    forecasts = cluster_shop.query("SELECT forecast FROM forecast")
    assert os.getpid() not in {int(number) for (number,) in forecasts}
    assert len(forecasts) == 15
