"""Which games of a wave were written before tip-off, and why others were not."""

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
GAMES_WITH = (
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
    """Whether it should have one: it is predicted, or its time is known."""

    def __str__(self) -> str:
        return f"no slate before tip-off is written of game {self.game_id}: {self.why}"


def unwritten(home: Home, job: Job, games: Iterable[ScheduledGame]) -> list[Unwritten]:
    """Return the games of a job before tip-off that nothing was written of.

    Args:
        home: after the run.
        job: a job before tip-off.
        games: those of its date.
    """
    mine = [game.game_id for game in games if _is_of(job, game)]
    with home.reading() as session:
        written = _games_with(session, "live_prediction", job.day)
        missing = [game for game in mine if game not in written]
        return list(_told(session, job, missing)) if missing else []


def _is_of(job: Job, game: ScheduledGame) -> bool:
    """Return whether a job is for a game: one of its wave, or one without a time."""
    if job.tip_at is None or game.tip_at is None:
        return game.tip_at is job.tip_at
    return job.tip_at <= game.tip_at <= job.tip_at + SAME_WAVE


def _told(session: HomeSession, job: Job, missing: Iterable[str]) -> Iterator[Unwritten]:
    rows = session.arrow(SCHEDULED.format(day=job.day)).to_pylist()
    scheduled = {row["game_id"]: row for row in rows}
    predicted = _games_with(session, "player_outlook", job.day)
    distrusted = distrusted_clock(session.landing, session.workspace.catalog, session.now)
    for game in missing:
        if game not in scheduled:
            why = "no time of tip-off is known" if job.tip_at is None else "the schedule lacks it"
            yield Unwritten(game, why, job.tip_at is not None)
        elif game not in predicted:
            yield Unwritten(game, "nothing is predicted of it", False)
        else:
            why = refusal(scheduled[game], session.now) or distrusted
            yield Unwritten(game, why or "it was not due when the run was made", True)


def _games_with(session: HomeSession, table: str, day: date) -> set[str]:
    return {game for (game,) in session.query(GAMES_WITH.format(table=table, day=day))}
