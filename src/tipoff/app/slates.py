"""Views of a slate and of a player, for the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from tipoff.domain.names import spelling_key
from tipoff.health.behind import rollback_warnings
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipoff.app.home import Home
    from tipoff.app.session import HomeSession

PREDICTED = "player_prediction"
MAX_GAMES = 10
GAME_FIELDS = ("date", "opponent", "min", "pts", "reb", "ast", "3pm", "stl", "blk", "to")
"""Names of the values of a game, in the order of ``LAST_GAMES``."""
LAST_GAMES = """
SELECT s.game_date, if(s.home, 'vs ' || g.away_team_code, '@ ' || g.home_team_code),
    s.seconds // 60, points, rebounds, assists, threes_made, steals, blocks, turnovers
FROM player_game_summary s JOIN schedule g USING (game_id)
WHERE s.player_id = ? AND s.game_date < ? ORDER BY s.game_date DESC LIMIT ?
"""


@dataclass(frozen=True)
class PlayerView:
    """A player's predictions on a slate, and the last games played."""

    player_id: int
    player_name: str
    day: date | None
    """The date of the slate; None if the player is in no slate."""
    over: str | None
    """A notice that the slate is over; None if it is still to come."""
    predictions: list[dict[str, Any]]
    games: list[dict[str, Any]]
    """The last games, newest first."""
    cases: list[dict[str, Any]]
    """Expected counts for each way in which doubtful teammates may play or sit."""
    simulated: bool
    """Whether the home holds a simulated league."""


def slate_as_shown(
    session: HomeSession, day: date, failed: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return a slate as it would be published, with a notice ``over`` if it is over.

    Args:
        session: the tables.
        day: the date of the games.
        failed: tables that could not be brought up to date, each with the reason.
    """
    from tipoff.publishing.slates import slate

    document = slate(session, day, session.until, failed)
    return {**document, "over": _over(session, document["date"], document["predictions"])}


def read_slate(home: Home, day: date | None) -> tuple[dict[str, Any], bool]:
    """Return a slate as it would be published, and whether the league is simulated.

    Args:
        home: the home to read.
        day: the date of the games; if None, the next date with predictions, or else the last.

    Raises:
        UsageError: nothing has been ingested, or there are no predictions for that date.
    """
    with home.reading() as session:
        document = slate_as_shown(session, _slate_day(session, day))
        notices = [*document["notices"], *rollback_warnings(session, session.state, session.now)]
        return {**document, "notices": notices}, session.simulated


def read_player(home: Home, name: str, day: date | None = None) -> PlayerView:
    """Return a player's predictions on a slate and last games, those before the date if given.

    Args:
        home: the home to read.
        name: the name, or a part of it; case and accents do not matter.
        day: the date of the slate; the player's last with predictions if None.

    Raises:
        UsageError: no player or more than one matches the name, or the player has no predictions
            on that date.
    """
    from tipoff.publishing.branches import player_cases
    from tipoff.publishing.slate_advice import SlateAdvice
    from tipoff.publishing.slates import readable

    with home.reading() as session:
        player_id, player_name = _player(session, name)
        slate_day = _last_slate(session, player_id) if day is None else day
        own, cases = [], []
        if slate_day is not None:
            advice = SlateAdvice.read(session, slate_day, session.until, ())
            rows = readable(session, advice)["predictions"]
            own = [row for row in rows if row["player_id"] == player_id]
            cases = player_cases(session, advice, player_id)
        if day is not None and not own:
            raise UsageError(f"no predictions of {player_name} on {day}")
        over = _over(session, slate_day, own) if slate_day else None
        played = session.query(LAST_GAMES, [player_id, day or date.max, MAX_GAMES])
        games = [dict(zip(GAME_FIELDS, row, strict=True)) for row in played]
        return PlayerView(
            player_id, player_name, slate_day, over, own, games, cases, session.simulated
        )


def _over(session: HomeSession, day: date, predictions: Sequence[Mapping[str, Any]]) -> str | None:
    """Return a notice that a slate is over; None if it is still to come."""
    from tipoff.predictions.system_prediction import LIVE

    if day >= session.today:
        return None
    days = session.contents(PREDICTED).days
    later = "" if days[-1] >= session.today else "; no later slate has predictions"
    later = later if day == days[-1] else ""
    live = any(row["record"] == LIVE for row in predictions)
    origin = "were written before tip-off" if live else "were replayed after the games"
    return f"The slate of {day} is over{later}. These predictions {origin}; no bets can be placed."


def _slate_day(session: HomeSession, day: date | None) -> date:
    from tipoff.publishing.documents import slate_date

    days = session.contents(PREDICTED).days
    if not days:
        raise UsageError("no predictions are made yet: `tipoff run` makes them")
    if day is None:
        upcoming = slate_date(days, session.today)
        return upcoming if upcoming in days else days[-1]
    if day not in days:
        raise UsageError(f"no predictions of {day}: there are some from {days[0]} to {days[-1]}")
    return day


def _player(session: HomeSession, name: str) -> tuple[int, str]:
    """Return the id and name of the only player that a text matches."""
    known: dict[int, str] = dict(
        session.query(
            "SELECT player_id, max_by(player_name, game_date) FROM player_pool GROUP BY 1"
        )
    )
    keys = {number: spelling_key(full) for number, full in known.items()}
    wanted = spelling_key(name)
    matches = [n for n, key in keys.items() if key == wanted]
    matches = matches or [n for n, key in keys.items() if wanted and wanted in key]
    if len(matches) == 1:
        return matches[0], known[matches[0]]
    if matches:
        listed = ", ".join(sorted(known[n] for n in matches)[:MAX_GAMES])
        raise UsageError(f"{name!r} names {len(matches)} players: {listed}")
    near = get_close_matches(wanted, list(keys.values()), 3)
    listed = ", ".join(known[n] for n, key in keys.items() if key in near)
    hint = f"; did you mean {listed}?" if listed else ""
    raise UsageError(f"no player is named {name!r}{hint}")


def _last_slate(session: HomeSession, player_id: int) -> date | None:
    ((last,),) = session.query(
        f"SELECT max(game_date) FROM {PREDICTED} WHERE player_id = ?", [player_id]
    )
    day: date | None = last
    return day
