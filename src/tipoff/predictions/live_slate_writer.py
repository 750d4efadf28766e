"""Write the live slate: what falls due of the predictions of coming games, each of it once."""

from __future__ import annotations

import logging
from datetime import UTC
from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import eastern_date, naive_utc
from tipoff.domain.prediction_time import MORNING_ENDS, PredictionTime
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.declare.stream import writer
from tipoff.predictions.chain import BREAKOUTS, PREDICTIONS, sealed
from tipoff.predictions.live_breakout import LiveBreakout
from tipoff.predictions.live_prediction import (
    OF_SHOWN,
    OF_SLOT,
    SLOT,
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
    """Return when a prediction falls due by time alone: when the next game's morning ends.

    The morning's are due from the beginning of a date on, by which every run plans anyway.
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
    """Return the payload of all that is due and not written yet; None if there is nothing.

    The morning's predictions of a game are due on its own date, US Eastern, until forty minutes
    before tip-off; those before tip-off from then until tip-off. Each is written the first time it
    is due, and once more if it had no line and has one now. A game that has begun is refused: what
    was not written before tip-off is never written.

    Args:
        system_prediction: of the dates from today on.
        combined_prediction: of the same dates.
        player_outlook: what would be published of them.
        breakout_outlook: the same of breakouts.
        schedule: the games of those dates.
        written: rows of ``live_prediction`` of those dates.
        previous: the newest live slate.
        now: UTC, with its zone.

    Raises:
        PayloadError: the previous payload is not a live slate.
    """
    import pyarrow as pa

    kept = shown_editions(written)
    _warn_of_missed(schedule, player_outlook, kept, now)
    slots = _new_editions(player_outlook.join(_due(schedule, now), DUE, join_type="inner"), kept)
    if not slots.num_rows:
        return None
    predictions = pa.concat_tables([system_prediction, combined_prediction])
    predictions = predictions.drop_columns(["as_of"])
    new = _first_seen(slots, kept)
    breakouts = breakout_outlook.join(new, [*GAME, "player_id"], join_type="inner")
    rows = {
        PREDICTIONS: _listed(_predictions(slots, predictions), LivePrediction, now),
        BREAKOUTS: _listed(breakouts, LiveBreakout, now),
    }
    number, body = sealed(rows, previous, now.astimezone(UTC))
    asked = {"Number": str(number), "At": now.astimezone(UTC).isoformat()}
    return Payload(SOURCE, RESOURCE, asked, body, now, "tipoff run")


def due_time(game: Mapping[str, Any], now: datetime) -> PredictionTime | None:
    """Return the prediction time that is due for a row of the schedule; None if none is."""
    if refusal(game, now) is not None or game["game_date"] > eastern_date(now):
        return None
    until_tip = game["tip_at"] - naive_utc(now)
    return PredictionTime.MORNING if until_tip > MORNING_ENDS else PredictionTime.BEFORE_TIP


def refusal(game: Mapping[str, Any], now: datetime) -> str | None:
    """Return why nothing may be written for a row of the schedule; None if it may."""
    if game["game_date"] < eastern_date(now):
        return "its date is past"
    if game["status"] != SCHEDULED:
        return "the schedule has it as live or final"
    if game["tip_at"] <= naive_utc(now):
        return f"it has begun: tip-off was at {game['tip_at']:%H:%M} UTC"
    return None


def _due(schedule: Frame, now: datetime) -> Frame:
    """Return the games that something is due of, with the prediction time."""
    import pyarrow as pa

    games = [(g, due_time(g, now)) for g in schedule.to_pylist()]
    due = [[g["game_id"], g["game_date"], m.value] for g, m in games if m is not None]
    columns = zip(*due, strict=True) if due else ([], [], [])
    types = (pa.string(), pa.date32(), pa.string())
    arrays = [pa.array(values, dtype) for values, dtype in zip(columns, types, strict=True)]
    return pa.table(arrays, DUE)


def _new_editions(slots: Frame, kept: Frame) -> Frame:
    """Return the slots that are to be written now, with the ``edition`` that each becomes."""
    import pyarrow as pa
    import pyarrow.compute as pc

    names = (*SLOT, "edition", "line")
    held = {tuple(slot): (edition, line) for *slot, edition, line in _rows(kept, names)}
    editions = [
        _edition(held.get(tuple(slot)), line) for *slot, line in _rows(slots, (*SLOT, "line"))
    ]
    slots = slots.append_column("edition", pa.array(editions, pa.int64()))
    return slots.filter(pc.greater(slots["edition"], 0))


def _edition(held: tuple[int, float | None] | None, line: float | None) -> int:
    """Return the edition to write of a slot, from what is held of it; 0 for none."""
    if held is None:
        return 1
    return 2 if held == (1, None) and line is not None else 0


def _first_seen(slots: Frame, kept: Frame) -> Frame:
    """Return the players of whom nothing was written yet at the prediction time that is due."""
    player = [*GAME, "player_id", "prediction_time"]
    new = slots.select(player).group_by(player).aggregate([])
    return new.join(kept.select(player), player, join_type="left anti")


def _predictions(slots: Frame, predictions: Frame) -> Frame:
    """Return every system's row of the slots; what was published stands on the champion's only."""
    import pyarrow as pa
    import pyarrow.compute as pc

    facts = slots.select([*SLOT, "edition", *OF_SLOT, *OF_SHOWN, "system"])
    facts = facts.rename_columns([*facts.column_names[:-1], "champion"])
    rows = predictions.join(facts, [*SLOT, "information"], join_type="inner")
    shown = pc.equal(rows["system"], rows["champion"])
    for name in OF_SHOWN:
        place = rows.column_names.index(name)
        nothing = pa.scalar(None, rows[name].type)
        rows = rows.set_column(place, name, pc.if_else(shown, rows[name], nothing))
    return rows.append_column("is_shown", shown)


def _listed(rows: Frame, schema: type[Schema], now: datetime) -> dict[str, list[Any]]:
    """Return the schema's columns as sorted lists; ``now`` is when all was made and known."""
    rows = rows.sort_by([(name, "ascending") for name in schema.key()])
    names = [name for name in schema.columns if name not in ("payload", "as_of", "created_at")]
    stamps = dict.fromkeys(("as_of", "created_at"), [naive_utc(now)] * rows.num_rows)
    return {name: rows[name].to_pylist() for name in names} | stamps


def _warn_of_missed(schedule: Frame, outlook: Frame, kept: Frame, now: datetime) -> None:
    """Say of each game that is refused, and has no live prediction before tip-off, why."""
    predicted = {*_rows(outlook, GAME)}
    before_tip = PredictionTime.BEFORE_TIP.value
    done = {
        tuple(game)
        for *game, prediction_time in _rows(kept, (*GAME, "prediction_time"))
        if prediction_time == before_tip
    }
    for game in schedule.to_pylist():
        why, named = refusal(game, now), (game["game_id"], game["game_date"])
        if why is not None and named in predicted - done:
            log.warning(
                "no live prediction before tip-off is written of game %s on %s: %s", *named, why
            )


def _rows(rows: Frame, names: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    return zip(*(rows[name].to_pylist() for name in names), strict=True)
