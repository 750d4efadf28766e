"""Write live slates: predictions of upcoming games, each once, when they are due."""

from __future__ import annotations

import logging
from datetime import UTC
from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import eastern_date, naive_utc
from tipoff.domain.prediction_time import MORNING_ENDS, PredictionTime
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.declare.stream import writer
from tipoff.predictions.chain import BREAKOUTS, PREDICTIONS, continue_chain
from tipoff.predictions.live_breakout import LiveBreakout
from tipoff.predictions.live_prediction import (
    PUBLISHED_COLUMNS,
    SLOT,
    SLOT_VALUE_COLUMNS,
    LivePrediction,
    shown_editions,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    import pyarrow as pa

    from tipoff.kernel.declare.annotations import Frame
    from tipoff.kernel.declare.schema import Schema

log = logging.getLogger(__name__)
SOURCE, RESOURCE = "tipoff", "live_slate"
SCHEDULED = 1
GAME = ("game_id", "game_date")
DUE = [*GAME, "prediction_time"]


def next_due(inputs: Mapping[str, Frame], now: datetime) -> datetime | None:
    """Return the next time that makes a prediction due: the end of the next game's morning.

    Morning predictions are due from the start of their date, which every run considers anyway.
    """
    tips = (tip for tip in inputs["schedule"]["tip_at"].to_pylist() if tip is not None)
    due = [tip - MORNING_ENDS for tip in tips if tip - MORNING_ENDS > naive_utc(now)]
    return min(due).replace(tzinfo=UTC) if due else None


@writer(
    written="live_prediction",
    columns={"schedule": [*GAME, "tip_at", "status"]},
    next_due=next_due,
)
def live_slate_writer(
    system_prediction: Frame,
    combined_prediction: Frame,
    player_outlook: Frame,
    breakout_outlook: Frame,
    schedule: Frame,
    written: pa.Table,
    previous: Payload | None,
    now: datetime,
) -> Payload | None:
    """Return a payload of all predictions that are due and not yet written; None without any.

    A game's morning predictions are due on its date (US Eastern) until forty minutes before
    tip-off, those before tip-off from then until tip-off. Each is written the first time it is due,
    and once more if it had no line and has one now. A game that has begun is refused: predictions
    that were not written before tip-off are never written.

    Args:
        system_prediction: rows of today and later dates.
        combined_prediction: rows of the same dates.
        player_outlook: what would be published for these dates.
        breakout_outlook: the breakout predictions of these dates.
        schedule: the games of these dates.
        written: the rows of ``live_prediction`` of these dates.
        previous: the newest live slate.
        now: UTC, timezone-aware.

    Raises:
        PayloadError: the previous payload is not a live slate.
    """
    import pyarrow as pa

    published = shown_editions(written)
    _warn_of_missed(schedule, player_outlook, published, now)
    slots = _new_editions(
        player_outlook.join(_due_games(schedule, now), DUE, join_type="inner"), published
    )
    if not slots.num_rows:
        return None
    predictions = pa.concat_tables([system_prediction, combined_prediction])
    predictions = predictions.drop_columns(["as_of"])
    new_players = _new_players(slots, published)
    breakouts = breakout_outlook.join(new_players, [*GAME, "player_id"], join_type="inner")
    rows = {
        PREDICTIONS: _sorted_columns(_all_systems(slots, predictions), LivePrediction, now),
        BREAKOUTS: _sorted_columns(breakouts, LiveBreakout, now),
    }
    number, body = continue_chain(rows, previous, now.astimezone(UTC))
    parameters = {"Number": str(number), "At": now.astimezone(UTC).isoformat()}
    return Payload(SOURCE, RESOURCE, parameters, body, now, "tipoff run")


def due_time(game: Mapping[str, Any], now: datetime) -> PredictionTime | None:
    """Return the prediction time that is due for a schedule row; None if none is."""
    if refusal(game, now) is not None or game["game_date"] > eastern_date(now):
        return None
    until_tip = game["tip_at"] - naive_utc(now)
    return PredictionTime.MORNING if until_tip > MORNING_ENDS else PredictionTime.BEFORE_TIP


def refusal(game: Mapping[str, Any], now: datetime) -> str | None:
    """Return why no prediction may be written for a schedule row; None if one may."""
    if game["game_date"] < eastern_date(now):
        return "its date is past"
    if game["status"] != SCHEDULED:
        return "the schedule has it as live or final"
    if game["tip_at"] <= naive_utc(now):
        return f"it has begun: tip-off was at {game['tip_at']:%H:%M} UTC"
    return None


def _due_games(schedule: Frame, now: datetime) -> Frame:
    """Return the games with due predictions, and their prediction time."""
    import pyarrow as pa

    games = [(g, due_time(g, now)) for g in schedule.to_pylist()]
    due_games = [[g["game_id"], g["game_date"], m.value] for g, m in games if m is not None]
    columns = zip(*due_games, strict=True) if due_games else ([], [], [])
    types = (pa.string(), pa.date32(), pa.string())
    arrays = [pa.array(values, dtype) for values, dtype in zip(columns, types, strict=True)]
    return pa.table(arrays, DUE)


def _new_editions(slots: Frame, published: Frame) -> Frame:
    """Return the slots to write now, with the ``edition`` of each."""
    import pyarrow as pa
    import pyarrow.compute as pc

    names = (*SLOT, "edition", "line")
    written = {tuple(slot): (edition, line) for *slot, edition, line in _tuples(published, names)}
    editions = [
        _edition_to_write(written.get(tuple(slot)), line)
        for *slot, line in _tuples(slots, (*SLOT, "line"))
    ]
    slots = slots.append_column("edition", pa.array(editions, pa.int64()))
    return slots.filter(pc.greater(slots["edition"], 0))


def _edition_to_write(written: tuple[int, float | None] | None, line: float | None) -> int:
    """Return the edition of a slot to write, given its written edition and line; 0 for none."""
    if written is None:
        return 1
    return 2 if written == (1, None) and line is not None else 0


def _new_players(slots: Frame, published: Frame) -> Frame:
    """Return the players without a written prediction at the prediction time that is due."""
    player = [*GAME, "player_id", "prediction_time"]
    new = slots.select(player).group_by(player).aggregate([])
    return new.join(published.select(player), player, join_type="left anti")


def _all_systems(slots: Frame, predictions: Frame) -> Frame:
    """Return every system's rows of the slots; only the champion's have the published columns."""
    import pyarrow as pa
    import pyarrow.compute as pc

    slot_values = slots.select(
        [*SLOT, "edition", *SLOT_VALUE_COLUMNS, *PUBLISHED_COLUMNS, "system"]
    )
    slot_values = slot_values.rename_columns([*slot_values.column_names[:-1], "champion"])
    rows = predictions.join(slot_values, [*SLOT, "information"], join_type="inner")
    is_shown = pc.equal(rows["system"], rows["champion"])
    for name in PUBLISHED_COLUMNS:
        place = rows.column_names.index(name)
        null = pa.scalar(None, rows[name].type)
        rows = rows.set_column(place, name, pc.if_else(is_shown, rows[name], null))
    return rows.append_column("is_shown", is_shown)


def _sorted_columns(rows: Frame, schema: type[Schema], now: datetime) -> dict[str, list[Any]]:
    """Return the schema's columns as lists in key order; both timestamps are ``now``."""
    rows = rows.sort_by([(name, "ascending") for name in schema.key()])
    names = [name for name in schema.columns if name not in ("payload", "as_of", "created_at")]
    timestamps = dict.fromkeys(("as_of", "created_at"), [naive_utc(now)] * rows.num_rows)
    return {name: rows[name].to_pylist() for name in names} | timestamps


def _warn_of_missed(schedule: Frame, outlook: Frame, published: Frame, now: datetime) -> None:
    """Log the reason for each refused game without a live prediction before tip-off."""
    predicted = {*_tuples(outlook, GAME)}
    before_tip = PredictionTime.BEFORE_TIP.value
    already_predicted = {
        tuple(game)
        for *game, prediction_time in _tuples(published, (*GAME, "prediction_time"))
        if prediction_time == before_tip
    }
    for game in schedule.to_pylist():
        reason, game_key = refusal(game, now), (game["game_id"], game["game_date"])
        if reason is not None and game_key in predicted - already_predicted:
            log.warning(
                "no live prediction before tip-off is written for game %s on %s: %s",
                *game_key,
                reason,
            )


def _tuples(rows: Frame, names: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    return zip(*(rows[name].to_pylist() for name in names), strict=True)
