"""Prediction tables computed from frames, for any chunks of dates and any time of writing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from tipoff.app.pipeline import pipeline
from tipoff.kernel.declare.arrow import frame
from tipoff.predictions.live_breakout import LiveBreakout
from tipoff.predictions.live_prediction import LivePrediction
from tipoff.predictions.live_slate import live_breakout_slate, live_slate
from tipoff.predictions.live_slate_writer import live_slate_writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from conftest import World
    from tipoff.kernel.declare.inputs import Input
    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.schema import Schema

TABLES = pipeline().tables
COMPUTED = (
    "player_projection",
    "mean_prediction",
    "system_prediction",
    "combined_prediction",
    "offer_value",
    "breakout_outlook",
    "player_outlook",
    "branch_outlook",
    "player_prediction",
    "breakout_prediction",
    "prediction_grade",
)
"""The tables that are computed here, in order."""
INPUTS = sorted(
    {i.name for name in COMPUTED for i in TABLES[name].inputs}
    - {*COMPUTED, "live_prediction", "live_breakout"}
)

MADE: dict[tuple[Any, ...], tuple[Sequence[pa.Table], pa.Table]] = {}
"""A cache of computed tables by table, chunks and identity of the inputs, with the inputs.

The inputs are kept so that their identities stay unique. Tests that change code replace the cache.
"""


@dataclass(frozen=True)
class Frames:
    """Tables by name, and computations on them."""

    tables: Mapping[str, pa.Table]

    @classmethod
    def of(cls, world: World) -> Frames:
        """Read a world's tables, without live predictions."""
        with world.home.reading() as engine:
            tables = {
                name: engine.arrow(f"SELECT {', '.join(TABLES[name].schema.columns)} FROM {name}")
                for name in INPUTS
            }
        return cls(
            {**tables, "live_prediction": landed(), "live_breakout": landed_breakouts()}
        ).replacing()

    def __getitem__(self, name: str) -> pa.Table:
        return self.tables[name]

    def replacing(self, **tables: pa.Table) -> Frames:
        """Return the frames with some tables replaced."""
        return Frames({**self.tables, **tables})

    def where(self, name: str, column: str, values: Iterable[Any]) -> pa.Table:
        """Return a table's rows with one of the values in a column."""
        rows = self[name]
        return rows.filter(pc.is_in(rows[column], value_set=pa.array(values, rows[column].type)))

    def computed(self, chunks: Iterable[Sequence[date]], wanted: str = "") -> Frames:
        """Return all tables, with the derived ones computed chunk by chunk.

        If one table is wanted, only it and the tables it depends on are computed.
        """
        frames, every = self, list(chunks)
        for name in _followed(wanted) if wanted else COMPUTED:
            frames = frames.replacing(**{name: frames._made(name, every)})
        return frames

    def write(
        self, now: datetime, days: Sequence[date], previous: Payload | None = None
    ) -> Payload | None:
        """Call the writer as a run does, with computed rows and earlier live predictions."""
        given = {i.name: self._window(i, days) for i in live_slate_writer.inputs}
        written = self.where("live_prediction", "game_date", days)
        return live_slate_writer(**given, written=written, previous=previous, now=now)

    def coming(self, day: date) -> Frames:
        """Return the tables as of before a date's games: they are scheduled, and not played."""
        games = self["schedule"]
        late = pc.greater_equal(games["game_date"], pa.scalar(day))
        status = pc.if_else(late, pa.scalar(1, pa.int64()), games["status"])
        schedule = games.set_column(games.column_names.index("status"), "status", status)
        final = pc.and_(games["is_final"], pc.invert(late))
        place = games.column_names.index("is_final")
        played = {
            name: self[name].filter(pc.less(self[name]["game_date"], pa.scalar(day)))
            for name in ("player_game_summary", "player_box_score", "team_box_score")
        }
        return self.replacing(schedule=schedule.set_column(place, "is_final", final), **played)

    def tip(self, day: date) -> datetime:
        """Return a date's first tip-off, with time zone UTC."""
        first: datetime = pc.min(self.where("schedule", "game_date", [day])["tip_at"]).as_py()
        return first.replace(tzinfo=UTC)

    def _made(self, name: str, chunks: Sequence[Sequence[date]]) -> pa.Table:
        """Return a table computed chunk by chunk, cached by the identity of its inputs."""
        inputs = [self[i.name] for i in TABLES[name].inputs if i.kind != "Dates"]
        key = (name, *map(tuple, chunks), *map(id, inputs))
        if key not in MADE:
            rows = pa.concat_tables([self._call(name, days) for days in chunks])
            MADE[key] = inputs, _ordered(rows, name)
        return MADE[key][1]

    def _call(self, name: str, days: Sequence[date]) -> pa.Table:
        definition = TABLES[name]
        read = {i.name: self._window(i, days) for i in definition.inputs if i.kind != "Dates"}
        return definition.function(**read)

    def _window(self, read: Input, days: Sequence[date]) -> pa.Table:
        """Return the rows of an input in its window, as the kernel passes them, sorted by key."""
        rows, schema = self[read.name], TABLES[read.name].schema
        day = rows[schema.partition()]
        first, last = (
            pa.scalar(d)
            for d in (min(days) + timedelta(read.days.first), max(days) + timedelta(read.days.last))
        )
        rows = rows.filter(pc.and_(pc.greater_equal(day, first), pc.less_equal(day, last)))
        return _ordered(rows, read.name).select(list(read.columns or schema.columns))


def _followed(wanted: str) -> list[str]:
    """Return a table and the computed tables it depends on, in order of computation."""
    needed = {wanted}
    for name in reversed(COMPUTED):
        if name in needed:
            needed |= {each.name for each in TABLES[name].inputs}
    return [name for name in COMPUTED if name in needed]


def landed(*payloads: Payload | None) -> pa.Table:
    """Return the rows of ``live_prediction`` of the payloads."""
    return _parsed(live_slate.parse, LivePrediction, payloads)


def landed_breakouts(*payloads: Payload | None) -> pa.Table:
    """Return the rows of ``live_breakout`` of the payloads."""
    return _parsed(live_breakout_slate.parse, LiveBreakout, payloads)


def altered(rows: pa.Table, name: str, value: Any) -> pa.Table:
    """Return the rows with the same value in all rows of a column."""
    place = rows.column_names.index(name)
    return rows.set_column(place, name, pa.array([value] * rows.num_rows, rows[name].type))


def _parsed(parse: Any, schema: type[Schema], payloads: Iterable[Payload | None]) -> pa.Table:
    read = [parse(p) for p in payloads if p is not None]
    rows = [
        frame(schema, {**columns, "payload": [1] * len(columns["game_id"])}) for columns in read
    ]
    return pa.concat_tables([frame(schema, {n: [] for n in schema.columns}), *rows])


def _ordered(rows: pa.Table, name: str) -> pa.Table:
    order = [(key, "ascending") for key in TABLES[name].schema.key()]
    return rows.sort_by(order).combine_chunks()
