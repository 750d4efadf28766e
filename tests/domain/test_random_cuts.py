"""All features of a date, with everything on it and after it removed or corrupted."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from conftest import FEATURES, THROUGH, World, build, features_only
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline
from tipoff.engines.duckdb_sql import is_bad, relation_query
from tipoff.kernel.catalog import SQLiteCatalog
from tipoff.kernel.run.compute import Computation
from tipoff.kernel.run.state import load_state
from tipoff.sources.bulk.recorded import RecordedDirectory

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from tipoff.kernel.declare.inputs import Days
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.session import Session

TABLES = pipeline().tables
READ = sorted({n for f in FEATURES for n in TABLES[f].tables} - {*FEATURES})
HAPPENED = {
    "player_game_summary",
    "player_absence",
    "team_offense_game_summary",
    "team_defense_game_summary",
    "player_play_summary",
}
"""The tables known only after tip-off; all other inputs of features are published before."""
EDITS = ("deleted", "raised", "shuffled")


class OverViews(Computation):
    """Computes over the views and tables of a database instead of files."""

    def open(self, state: State, tables: Mapping[str, Days], days: Sequence[date] | None) -> None:
        for name, window in tables.items():
            assert days is not None
            first, last = (min(days) + timedelta(window.first), max(days) + timedelta(window.last))
            partition = TABLES[name].schema.partition()
            self._engine.query(
                f'CREATE OR REPLACE TEMP VIEW "input_{name}" AS SELECT * FROM main.{name}'
                f" WHERE {partition} BETWEEN DATE '{first}' AND DATE '{last}'"
            )


class Cuts:
    """A built world as it would look had everything from a date on gone otherwise."""

    def __init__(self, session: Session, directory: Path) -> None:
        workspace = session.workspace
        self.engine = workspace.engine
        self.engine.query("CREATE SCHEMA built")
        for name, definition in TABLES.items():
            held = session.contents(name).entries
            rows = relation_query(workspace.store.relation(definition, held), None)
            self.engine.query(f"CREATE VIEW built.{name} AS {rows}")
        self.state = replace(
            load_state(pipeline(), workspace), fingerprints=dict.fromkeys(TABLES, "of the test")
        )
        catalog = SQLiteCatalog(directory / "cuts.sqlite")
        self.compute = OverViews(pipeline(), self.engine, workspace.store, catalog)

    def changed(self, day: date, edit: str, **instead: str) -> list[str]:
        """The tables of features whose rows of the date are not what they were.

        Args:
            day: from it on, what happened is edited.
            edit: how.
            instead: a condition that rows of a table are left out by, to see that it is noticed.
        """
        for name in READ:
            self._open(TABLES[name], day, edit if name in HAPPENED else "as it was")
        self.engine.query(
            "CREATE OR REPLACE VIEW main.schedule AS SELECT * REPLACE (CASE WHEN game_date >="
            f" DATE '{day}' THEN NOT is_final ELSE is_final END AS is_final)"
            " FROM built.schedule"
        )
        for name, condition in instead.items():
            self.engine.query(
                f"CREATE OR REPLACE VIEW main.{name} AS"
                f" SELECT * FROM built.{name} WHERE {condition}"
            )
        return [n for n in TABLES if n in FEATURES and self._differs(TABLES[n], day)]

    def _open(self, definition: TableDefinition, day: date, edit: str) -> None:
        partition = definition.schema.partition()
        late = f"{partition} >= DATE '{day}'"
        fixed = {*definition.schema.key(), partition, "team_id", "opponent_id"}
        numbers = [
            n
            for n, c in definition.schema.columns.items()
            if c.dtype in ("int64", "float64") and n not in fixed
        ]
        order = ", ".join(definition.schema.key())
        values = {
            "raised": ", ".join(f"{n} + 7 AS {n}" for n in numbers),
            "shuffled": ", ".join(f"lag({n}, 5) OVER (ORDER BY {order}) AS {n}" for n in numbers),
        }.get(edit)
        chosen = f"* REPLACE ({values})" if values else "*"
        kept = "false" if edit == "deleted" else late
        source = f"built.{definition.name}"
        self.engine.query(
            f"CREATE OR REPLACE VIEW main.{definition.name} AS"
            f" SELECT * FROM {source} WHERE NOT ({late})"
            f" UNION ALL SELECT {chosen} FROM {source} WHERE {kept}"
        )

    def _differs(self, definition: TableDefinition, day: date) -> bool:
        """Compute a table's rows of the date, compare them, and let what follows read them."""
        name, partition = definition.name, definition.schema.partition()
        columns = ", ".join(definition.schema.columns)
        query = self.compute.query(self.state, definition, [day])
        good = " AND ".join(
            f"({is_bad(condition)}) IS NOT TRUE"
            for condition in definition.schema.conditions()
            if condition.kind != "rule"
        )
        of_day = f"WHERE {partition} = DATE '{day}' AND {good or 'TRUE'}"
        self.engine.query(
            f"CREATE OR REPLACE TABLE main.{name} AS SELECT {columns} FROM built.{name}"
            f" WHERE {partition} BETWEEN DATE '{day}' - 366 AND DATE '{day}' - 1"
            f" UNION ALL SELECT {columns} FROM ({query}) {of_day}"
        )
        now, then = (
            f"SELECT {columns} FROM {place}.{name} {of_day}" for place in ("main", "built")
        )
        ((differs,),) = self.engine.query(
            f"SELECT count(*) FROM (({now} EXCEPT {then}) UNION ALL ({then} EXCEPT {now}))"
        )
        return bool(differs)


def _days(world: World) -> list[date]:
    days = world.query("SELECT DISTINCT game_date FROM player_pool ORDER BY 1")
    return [day for (day,) in days]


def test_nothing_at_or_after_tip_changes_a_feature(small_world: World, tmp_path: Path) -> None:
    days = random.Random(6).sample(_days(small_world), len(EDITS))
    with small_world.home.reading() as session:
        cuts = Cuts(session, tmp_path)
        for place, day in enumerate(days):
            edit = EDITS[place % len(EDITS)]
            assert cuts.changed(day, edit) == [], f"{day} {edit}"
        seen = cuts.changed(THROUGH, "deleted", inactive_player="false", injury_report="false")
        assert {"player_pool", "upcoming_player_game_context"} <= set(seen)


@pytest.mark.chaos
@pytest.mark.recorded
def test_nothing_at_or_after_tip_changes_a_feature_of_four_real_seasons(
    recorded: Path, tmp_path: Path
) -> None:
    world = World(Home(tmp_path / "home", threads=2))
    build(world.home, RecordedDirectory(recorded).payloads(), features_only())
    days = random.Random(200).sample(_days(world), 200)
    with world.home.reading() as session:
        cuts = Cuts(session, tmp_path)
        for place, day in enumerate(days):
            edit = EDITS[place % len(EDITS)]
            assert cuts.changed(day, edit) == [], f"{day} {edit}"
