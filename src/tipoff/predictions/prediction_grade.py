"""Grade each prediction once its game has a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.prop_result import RESULTS, result_against_line
from tipoff.domain.information import InformationSet
from tipoff.domain.markets import GRADED as MARKETS
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Schema, instant, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.checks import live_games_are_scheduled
from tipoff.predictions.graded_games import (
    GAME,
    SCHEDULE_DAYS,
    complete_games,
    moved_games,
    scheduled_dates,
)
from tipoff.predictions.live_prediction import counting_editions
from tipoff.predictions.lookup import lookup
from tipoff.predictions.player_projection import DATES_IN_MEMORY
from tipoff.predictions.system_prediction import (
    DISTRIBUTION,
    IDENTITY,
    LIVE,
    RECORD,
    REPLAYED,
    distribution_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.distributions.mixture import CountMixture

GRADES = ("HIT", "MISS", "PUSH", "VOID", "NO_LINE")
COVERAGE = 0.90
UNRECORDED = "unrecorded"
"""Stands for the information set of live predictions by versions that did not record it."""


PLAYER_DNP, GAME_MOVED, AFTER_TIP = VOID_REASONS = ("PLAYER_DNP", "GAME_MOVED", "MADE_AFTER_TIP")
KEYS = ["game_id", "player_id", "market"]
QUOTE_COLUMNS = ["line", "over_price", "under_price"]
LINE_COLUMNS = [*KEYS, *QUOTE_COLUMNS, "captured_at"]
GRADED_COLUMNS = [
    *IDENTITY,
    "information",
    "record",
    "system",
    "season",
    *DISTRIBUTION,
    *QUOTE_COLUMNS,
    "captured_at",
]


class PredictionGrade(Schema, columns={**IDENTITY, **RECORD}):
    """One graded prediction of one system."""

    system = text(key=True, meaning="the system that predicted it")
    information = text(
        key=True,
        choices=(*InformationSet, UNRECORDED),
        meaning="what was known of lineups and absences",
    )
    season = text(meaning="season, such as 2023-24")
    actual = integer(nullable=True, minimum=0, meaning="actual count; NULL: did not play")
    seconds = integer(nullable=True, minimum=0, unit="seconds", meaning="time played")
    result = text(choices=RESULTS, meaning="outcome against the line")
    grade = text(choices=GRADES, meaning="whether the more probable side of the line won")
    void_reason = text(
        nullable=True,
        choices=VOID_REASONS,
        meaning="why VOID: the player did not appear, the game moved to another date, or the"
        " prediction was made after tip-off, by the current schedule",
    )
    mean = number(meaning="mean of the distribution")
    median = number(nullable=True, meaning="median of the distribution; NULL: did not play")
    line = number(
        nullable=True,
        meaning="the published line or, for a replay, the reference line; NULL: NO_LINE",
    )
    over_price = number(nullable=True, unit="American odds", meaning="at that line")
    under_price = number(nullable=True, unit="American odds", meaning="at that line")
    captured_at = instant(
        nullable=True, unit="UTC", meaning="capture time of the line; NULL: unknown"
    )
    p_over = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="probability",
        meaning="probability of over the line, given no push",
    )
    pit_low = number(
        nullable=True, minimum=0, maximum=1, unit="probability", meaning="P(X < actual)"
    )
    pit_high = number(
        nullable=True, minimum=0, maximum=1, unit="probability", meaning="P(X <= actual)"
    )
    inside = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share",
        meaning="share of the actual's probability inside the central 90 %",
    )
    log_score = number(nullable=True, unit="nats", meaning="negative log probability of the actual")
    crps = number(nullable=True, minimum=0, meaning="continuous ranked probability score, counts")


@table(
    schema=PredictionGrade,
    reads={"schedule": through(SCHEDULE_DAYS)},
    columns={
        "schedule": [*GAME, "season", "tip_at", "is_final", "home_team_id", "away_team_id"],
        "player_box_score": [*GAME, "team_id"],
        "team_box_score": [*GAME, "team_id"],
    },
    may_be_empty=True,
    dates_at_once=DATES_IN_MEMORY,
    warnings=[live_games_are_scheduled],
)
def prediction_grade(
    system_prediction: Frame,
    combined_prediction: Frame,
    live_prediction: Frame,
    player_game_summary: Frame,
    reference_line: Frame,
    schedule: Frame,
    player_box_score: Frame,
    team_box_score: Frame,
) -> Frame:
    """Grade live predictions at the published line, and replays at the reference line.

    A game is graded once the schedule has its result and both teams are in the players' and the
    teams' log; the rotation may still correct minutes later. Live predictions are VOID if their
    game is no longer on its date or if they were made after tip-off; any prediction with a line is
    VOID if the player did not appear. Games without a schedule are not graded.
    """
    import pyarrow as pa

    complete = complete_games(schedule, player_box_score, team_box_score)
    complete = complete.select([*GAME, "season"])
    predictions = pa.concat_tables([system_prediction, combined_prediction])
    replayed = predictions.join(complete, GAME, join_type="inner")
    quoted = reference_line.select(LINE_COLUMNS)
    replayed = _with_record(replayed.join(quoted, KEYS, join_type="left outer"), REPLAYED)
    editions = counting_editions(live_prediction, schedule)
    timely, late = (_with_record(rows, LIVE) for rows in _split_by(editions, editions["is_late"]))
    played, too_late = (
        rows.join(complete.select(GAME), GAME, join_type="left semi") for rows in (timely, late)
    )
    moved = moved_games(scheduled_dates(timely, schedule), schedule)
    return pa.concat_tables(
        [
            frame(PredictionGrade, {n: [] for n in PredictionGrade.columns}),
            *_by_market(pa.concat_tables([replayed, played]), player_game_summary),
            *_void_grades(moved, GAME_MOVED, player_game_summary),
            *_void_grades(too_late, AFTER_TIP, player_game_summary),
        ]
    )


def _split_by(rows: Frame, mask: Any) -> tuple[Frame, Frame]:
    """Return the rows where a boolean column is false, and those where it is true."""
    import pyarrow.compute as pc

    return rows.filter(pc.invert(mask)), rows.filter(mask)


def _with_record(rows: Frame, record: str) -> Frame:
    import pyarrow as pa

    information = rows["information"].fill_null(UNRECORDED)
    rows = rows.set_column(rows.column_names.index("information"), "information", information)
    return rows.append_column("record", pa.repeat(record, rows.num_rows)).select(GRADED_COLUMNS)


def _by_market(rows: Frame, player_game_summary: Frame) -> Iterator[Frame]:
    """Yield the grades of each market."""
    import pyarrow.compute as pc

    for market in rows["market"].unique().to_pylist():
        yield _grades_of_market(
            rows.filter(pc.equal(rows["market"], market)), market, player_game_summary
        )


def _grades_of_market(rows: Frame, market: str, player_game_summary: Frame) -> Frame:
    counted = player_game_summary.select(["game_id", "player_id", "seconds"]).append_column(
        "actual", MARKETS[market].sum_of(player_game_summary)
    )
    actual, seconds = lookup(rows, counted, "actual"), lookup(rows, counted, "seconds")
    line = np.asarray(rows["line"].cast("float64").to_numpy())
    grades = graded(distribution_of(rows), actual, line)
    columns = {n: rows[n] for n in PredictionGrade.columns if n in rows.column_names}
    reason = [PLAYER_DNP if result == "VOID" else None for result in grades["result"]]
    columns |= {"actual": actual, "seconds": seconds, "void_reason": reason}
    return frame(PredictionGrade, {**columns, **grades})


def _void_grades(rows: Frame, void_reason: str, player_game_summary: Frame) -> Iterator[Frame]:
    """Yield each market's rows as VOID without scores, whether they had a line or not."""
    void = {"result": "VOID", "grade": "VOID", "void_reason": void_reason}
    for graded_rows in _by_market(rows, player_game_summary.slice(0, 0)):
        columns = {n: graded_rows[n] for n in PredictionGrade.columns}
        constants = {n: [v] * graded_rows.num_rows for n, v in void.items()}
        yield frame(PredictionGrade, {**columns, **constants})


def graded(outcome: CountMixture, actual: FloatArray, line: FloatArray) -> dict[str, Any]:
    """Return results, grades and scores, arrays of shape (n,); scores are NaN for a DNP.

    Args:
        outcome: the distributions, shape (n,).
        actual: actual counts, shape (n,), NaN for players who did not play.
        line: shape (n,), NaN where there is none.
    """
    result = result_against_line(actual, line)
    over, under = outcome.p_over(line), outcome.p_under(line)
    is_right = np.where(over >= under, result == "OVER", result == "UNDER")
    is_decided = np.isin(result, ("OVER", "UNDER"))
    grade = np.where(is_decided, np.where(is_right, "HIT", "MISS"), result)
    return {
        "result": result,
        "grade": grade,
        "p_over": over / (over + under),
        **_scores(outcome, actual),
    }


def _scores(outcome: CountMixture, actual: FloatArray) -> Mapping[str, FloatArray]:
    """Return the median and proper scores of each distribution; NaN for a DNP."""
    played = ~np.isnan(actual)
    predicted, actual_played = outcome[played], actual[played]
    low, high = predicted.pit_bounds(actual_played)
    values = {
        "median": predicted.median(),
        "pit_low": low,
        "pit_high": np.minimum(high, 1.0),
        "inside": np.minimum(predicted.covers(actual_played, COVERAGE), 1.0),
        "log_score": -predicted.log_pmf(actual_played),
        "crps": predicted.crps(actual_played),
    }
    scores = {name: np.full(len(actual), np.nan) for name in values}
    for name, score in values.items():
        scores[name][played] = score
    return scores
