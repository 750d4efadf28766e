"""The published documents, and what each is made from."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from tipoff import __version__
from tipoff.predictions.evaluation import evaluate
from tipoff.publishing.page import page
from tipoff.publishing.release import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tipoff.status import Status

LEAGUE_TIME = ZoneInfo("America/New_York")
FORM = 4
"""Rises when a document's form changes, so that every document is made again."""
DIGITS = 4
"""Of a fraction, behind the point: the tables keep all of them."""


def documents(
    engine: Any,
    today: date,
    simulated: bool,
    status: Callable[[], Status],
    failed: Any = None,
) -> dict[str, Document]:
    """Every document to publish, by path, as of a date; the status is made once one is."""
    predicted = engine.contents("player_prediction")
    graded = engine.contents("prediction_grade")
    status = cache(status)
    document = partial(_document, simulated, status)
    made = [
        document(
            f"predictions/{day}.json", str(predicted.within(day, day)), partial(slate, engine, day)
        )
        for day in predicted.days
    ]
    made += [
        document(f"results/{day}.json", str(graded.within(day, day)), partial(results, engine, day))
        for day in graded.days
    ]
    whole = _digest(*(engine.contents(t).digest for t in engine.graph.tables), str(today))
    shown = slate_date(predicted.days, today)
    made += [
        document("today.json", whole, partial(slate, engine, shown)),
        Document(
            "today.html",
            _digest(str(FORM), whole),
            lambda: page(slate(engine, shown), simulated=simulated),
        ),
        document("performance.json", whole, partial(performance, engine)),
        document("status.json", whole, lambda: status().to_dict()),
        document("index.json", whole, partial(_index, predicted.days, graded.days)),
    ]
    return {each.path: each for each in made}


def league_date() -> date:
    """Today, in the league's own time zone."""
    return datetime.now(LEAGUE_TIME).date()


def slate_date(days: Iterable[date], today: date) -> date:
    """The first of the dates from today on; today, if there is none."""
    return min((day for day in days if day >= today), default=today)


def slate(engine: Any, day: date) -> dict[str, Any]:
    """All games of a date with the champions' predictions, by market, the highest first.

    Of a player in a market, the prediction that knows the most: before tip-off, or the morning's.
    """
    rows = _rows(
        engine,
        "SELECT * EXCLUDE (created_at), g.home_team_code, g.away_team_code,"
        " p.created_at FROM player_prediction p"
        " JOIN (SELECT game_id, home_team_code, away_team_code, tip_at FROM schedule) g"
        " USING (game_id)"
        f" WHERE p.game_date = DATE '{day}'"
        " QUALIFY row_number() OVER (PARTITION BY game_id, player_id, market"
        " ORDER BY record, moment) = 1"
        " ORDER BY market, mean DESC, player_id",
    )
    breakouts = _rows(
        engine,
        "SELECT game_id, player_id, probability, base_rate, season_mean, as_of, record"
        " FROM breakout_prediction"
        f" WHERE is_shown AND game_date = DATE '{day}' ORDER BY probability DESC, player_id",
    )
    return {"date": day, "predictions": rows, "breakouts": breakouts, "halt": _halt(day, rows)}


def results(engine: Any, day: date) -> dict[str, Any]:
    """What became of the champions' predictions of a date."""
    rows = _rows(
        engine,
        "SELECT g.*, p.player_name FROM prediction_grade g"
        " JOIN player_prediction p USING (game_id, player_id, market, system, moment, record)"
        f" WHERE g.game_date = DATE '{day}' ORDER BY market, game_id, player_id, moment, record",
    )
    return {"date": day, "results": rows}


def performance(engine: Any) -> dict[str, Any]:
    """The whole record, every number beside its baselines."""
    return {"scores": [asdict(score) for score in evaluate(engine)]}


def _halt(day: date, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Why there are no picks, if there are none."""
    reasons = []
    if not rows:
        reasons.append(f"no games with predictions on {day}")
    elif not any(row["line"] is not None for row in rows):
        reasons.append("no lines: the market is missing")
    return {"halted": bool(reasons), "reasons": reasons}


def _index(predicted: list[date], graded: list[date]) -> dict[str, Any]:
    return {"predictions": predicted, "results": graded, "latest": max(predicted, default=None)}


def _document(
    simulated: bool,
    status: Callable[[], Status],
    path: str,
    digest: str,
    make: Callable[[], dict[str, Any]],
) -> Document:
    """A document under the head that every one carries."""

    def made() -> dict[str, Any]:
        head = {
            "generated_at": datetime.now(UTC),
            "version": __version__,
            "simulated": simulated,
            "freshness": status().freshness,
        }
        return {**head, **make()}

    return Document(path, _digest(str(FORM), __version__, digest, str(simulated)), made)


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


def _rows(engine: Any, sql: str) -> list[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    found = engine.arrow(sql)
    shown = [
        pc.round(column, DIGITS) if pa.types.is_floating(column.type) else column
        for column in found.columns
    ]
    return list(pa.table(shown, found.column_names).to_pylist())
