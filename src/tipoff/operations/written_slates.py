"""Find the games of a wave without a live prediction before tip-off, and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.app.clock import distrusted_clock
from tipoff.domain.prediction_time import SAME_WAVE, PredictionTime
from tipoff.predictions.live_slate_writer import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tipoff.app.home import Home
    from tipoff.app.session import HomeSession
    from tipoff.operations.calendar import ScheduledGame
    from tipoff.operations.jobs import Job

BEFORE_TIP = PredictionTime.BEFORE_TIP.value
GAMES_IN_TABLE = (
    "SELECT DISTINCT game_id FROM {table}"
    f" WHERE game_date = DATE '{{day}}' AND prediction_time = '{BEFORE_TIP}'"
)
SCHEDULED = "SELECT game_id, game_date, tip_at, status FROM schedule WHERE game_date = DATE '{day}'"


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A game without a live prediction before tip-off."""

    game_id: str
    why: str
    is_expected: bool
    """Whether it should have one; not if its time is unknown or nothing is predicted for it."""

    def __str__(self) -> str:
        return f"no slate before tip-off is written for game {self.game_id}: {self.why}"


def unwritten(home: Home, job: Job, games: Iterable[ScheduledGame]) -> list[Unwritten]:
    """Return the games of a pre-tip job that have no live prediction before tip-off.

    Args:
        home: the home, after the run.
        job: a pre-tip job.
        games: the games of its date.
    """
    own_games = [game.game_id for game in games if _is_for(job, game)]
    with home.reading() as session:
        written = _games_in_table(session, "live_prediction", job.day)
        missing = [game for game in own_games if game not in written]
        return list(_explained(session, job, missing)) if missing else []


def _is_for(job: Job, game: ScheduledGame) -> bool:
    """Return whether a game belongs to a job: both in one wave, or both without a time."""
    if job.tip_at is None or game.tip_at is None:
        return game.tip_at is job.tip_at
    return job.tip_at <= game.tip_at <= job.tip_at + SAME_WAVE


def _explained(session: HomeSession, job: Job, missing: Iterable[str]) -> Iterator[Unwritten]:
    rows = session.arrow(SCHEDULED.format(day=job.day)).to_pylist()
    scheduled = {row["game_id"]: row for row in rows}
    predicted = _games_in_table(session, "player_outlook", job.day)
    distrusted = distrusted_clock(session.landing, session.workspace.catalog, session.now)
    for game in missing:
        if game not in scheduled:
            why = "no time of tip-off is known" if job.tip_at is None else "the schedule lacks it"
            yield Unwritten(game, why, job.tip_at is not None)
        elif game not in predicted:
            yield Unwritten(game, "nothing is predicted for it", False)
        else:
            why = refusal(scheduled[game], session.now) or distrusted
            yield Unwritten(game, why or "it was not due when the run was made", True)


def _games_in_table(session: HomeSession, table: str, day: date) -> set[str]:
    return {game for (game,) in session.query(GAMES_IN_TABLE.format(table=table, day=day))}
