"""What became of each prediction, once its game has a result."""

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
from tipoff.predictions.live_prediction import standing_editions
from tipoff.predictions.lookup import lookup
from tipoff.predictions.player_projection import AT_ONCE
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
"""The information set of a live prediction of an earlier version, which did not keep it."""


PLAYER_DNP, GAME_MOVED, AFTER_TIP = VOID_REASONS = ("PLAYER_DNP", "GAME_MOVED", "MADE_AFTER_TIP")
KEYS = ["game_id", "player_id", "market"]
QUOTED = ["line", "over_price", "under_price"]
QUOTES = [*KEYS, *QUOTED, "captured_at"]
GRADED = [
    *IDENTITY,
    "information",
    "record",
    "system",
    "season",
    *DISTRIBUTION,
    *QUOTED,
    "captured_at",
]


class PredictionGrade(Schema, columns={**IDENTITY, **RECORD}):
    """One graded prediction."""

    system = text(key=True, meaning="what predicted it")
    information = text(
        key=True,
        choices=(*InformationSet, UNRECORDED),
        meaning="what was known of lineups and absences",
    )
    season = text(meaning="season, such as 2023-24")
    actual = integer(nullable=True, minimum=0, meaning="NULL: did not play")
    seconds = integer(nullable=True, minimum=0, unit="seconds", meaning="time played")
    result = text(choices=RESULTS, meaning="what happened against the reference line")
    grade = text(choices=GRADES, meaning="whether the more probable side of the line came in")
    void_reason = text(
        nullable=True,
        choices=VOID_REASONS,
        meaning="why VOID: the player did not appear, the game left its date, or the prediction was"
        " made when the game had begun, by the tip-off that the schedule has now",
    )
    mean = number(meaning="of the distribution")
    median = number(nullable=True, meaning="of the distribution; NULL: did not play")
    line = number(
        nullable=True,
        meaning="the one that was shown, or of a replay the reference line; NULL: NO_LINE",
    )
    over_price = number(nullable=True, unit="American odds", meaning="at that line")
    under_price = number(nullable=True, unit="American odds", meaning="at that line")
    captured_at = instant(nullable=True, unit="UTC", meaning="of the line; NULL: not known")
    p_over = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="probability",
        meaning="of over the line, pushes aside",
    )
    pit_low = number(
        nullable=True, minimum=0, maximum=1, unit="probability", meaning="of less than the actual"
    )
    pit_high = number(
        nullable=True, minimum=0, maximum=1, unit="probability", meaning="of the actual or less"
    )
    inside = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share",
        meaning="of the actual's own probability in the middle 90 %",
    )
    log_score = number(nullable=True, unit="nats", meaning="minus log probability of the actual")
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
    dates_at_once=AT_ONCE,
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
    """Grade live predictions at the line that was shown, and replays at the reference line.

    A game is graded once the schedule has its result and both teams stand in the players' and in
    the teams' log; minutes may still be mended by the rotation. A live prediction of a game that
    is no longer on its date is VOID, and so is one that was made after tip-off. So is a player who
    did not appear, where there is a line. Of a game whose schedule is not there nothing is said.
    """
    import pyarrow as pa

    complete = complete_games(schedule, player_box_score, team_box_score)
    complete = complete.select([*GAME, "season"])
    predictions = pa.concat_tables([system_prediction, combined_prediction])
    replayed = predictions.join(complete, GAME, join_type="inner")
    quoted = reference_line.select(QUOTES)
    replayed = _recorded(replayed.join(quoted, KEYS, join_type="left outer"), REPLAYED)
    editions = standing_editions(live_prediction, schedule)
    timely, late = (_recorded(rows, LIVE) for rows in _parted(editions, editions["is_late"]))
    played, too_late = (
        rows.join(complete.select(GAME), GAME, join_type="left semi") for rows in (timely, late)
    )
    moved = moved_games(scheduled_dates(timely, schedule), schedule)
    return pa.concat_tables(
        [
            frame(PredictionGrade, {n: [] for n in PredictionGrade.columns}),
            *_by_market(pa.concat_tables([replayed, played]), player_game_summary),
            *_voided(moved, GAME_MOVED, player_game_summary),
            *_voided(too_late, AFTER_TIP, player_game_summary),
        ]
    )


def _parted(rows: Frame, late: Any) -> tuple[Frame, Frame]:
    """Return the rows of which a column of booleans is false, and those of which it is true."""
    import pyarrow.compute as pc

    return rows.filter(pc.invert(late)), rows.filter(late)


def _recorded(rows: Frame, record: str) -> Frame:
    import pyarrow as pa

    known = rows["information"].fill_null(UNRECORDED)
    rows = rows.set_column(rows.column_names.index("information"), "information", known)
    return rows.append_column("record", pa.repeat(record, rows.num_rows)).select(GRADED)


def _by_market(rows: Frame, player_game_summary: Frame) -> Iterator[Frame]:
    """Yield the grades of each market."""
    import pyarrow.compute as pc

    for market in rows["market"].unique().to_pylist():
        yield _graded(rows.filter(pc.equal(rows["market"], market)), market, player_game_summary)


def _graded(rows: Frame, market: str, player_game_summary: Frame) -> Frame:
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


def _voided(rows: Frame, why: str, player_game_summary: Frame) -> Iterator[Frame]:
    """Yield the rows of each market as VOID, whether they had a line or not, without any score."""
    void = {"result": "VOID", "grade": "VOID", "void_reason": why}
    for graded_rows in _by_market(rows, player_game_summary.slice(0, 0)):
        columns = {n: graded_rows[n] for n in PredictionGrade.columns}
        same = {n: [v] * graded_rows.num_rows for n, v in void.items()}
        yield frame(PredictionGrade, {**columns, **same})


def graded(outcome: CountMixture, actual: FloatArray, line: FloatArray) -> dict[str, Any]:
    """Return results, grades and scores, arrays of shape (n,); a score is NaN of who did not play.

    Args:
        outcome: the distributions, shape (n,).
        actual: what each player did, shape (n,), NaN of who did not play.
        line: shape (n,), NaN where there is none.
    """
    result = result_against_line(actual, line)
    over, under = outcome.p_over(line), outcome.p_under(line)
    right = np.where(over >= under, result == "OVER", result == "UNDER")
    decided = np.isin(result, ("OVER", "UNDER"))
    grade = np.where(decided, np.where(right, "HIT", "MISS"), result)
    return {
        "result": result,
        "grade": grade,
        "p_over": over / (over + under),
        **_scores(outcome, actual),
    }


def _scores(outcome: CountMixture, actual: FloatArray) -> Mapping[str, FloatArray]:
    """Return the median, and proper scores of the distribution where the outcome is known."""
    played = ~np.isnan(actual)
    predicted, happened = outcome[played], actual[played]
    low, high = predicted.pit_bounds(happened)
    values = {
        "median": predicted.median(),
        "pit_low": low,
        "pit_high": np.minimum(high, 1.0),
        "inside": np.minimum(predicted.covers(happened, COVERAGE), 1.0),
        "log_score": -predicted.log_pmf(happened),
        "crps": predicted.crps(happened),
    }
    scores = {name: np.full(len(actual), np.nan) for name in values}
    for name, score in values.items():
        scores[name][played] = score
    return scores
