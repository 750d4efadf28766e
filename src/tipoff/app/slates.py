"""A slate, and one player, as a person asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from tipoff.domain.names import spelling_key
from tipoff.health.behind import put_back
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipoff.app.home import Home
    from tipoff.app.session import HomeSession

PREDICTED = "player_prediction"
MAX_GAMES = 10
GAME = ("date", "opponent", "min", "pts", "reb", "ast", "3pm", "stl", "blk", "to")
"""What is told of a game, in the order of the query."""
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
    """Date of the slate; None if no slate has the player."""
    over: str | None
    """What to know of a slate that is over; None of one to come."""
    predictions: list[dict[str, Any]]
    games: list[dict[str, Any]]
    """The newest first."""
    cases: list[dict[str, Any]]
    """What is expected if a teammate sits or plays who may do either."""
    simulated: bool


def slate_as_shown(
    session: HomeSession, day: date, failed: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return a slate as it would be published, with ``over``: what to know if it is over.

    Args:
        session: the tables.
        day: date of the games.
        failed: tables that could not be brought up to date, and why.
    """
    from tipoff.publishing.slates import slate

    found = slate(session, day, session.until, failed)
    return {**found, "over": _over(session, found["date"], found["predictions"])}


def read_slate(home: Home, day: date | None) -> tuple[dict[str, Any], bool]:
    """Return a slate as it would be published, and whether it is of a simulated league.

    Args:
        home: where it is read.
        day: date of the games; the next with predictions, if None, or else the last.

    Raises:
        UsageError: nothing has been ingested, or no predictions are made for that date.
    """
    with home.reading() as session:
        found = slate_as_shown(session, _slate_day(session, day))
        notices = [*found["notices"], *put_back(session, session.state, session.now)]
        return {**found, "notices": notices}, session.simulated


def read_player(home: Home, name: str, day: date | None = None) -> PlayerView:
    """Return a player's predictions and last games: before the date, if one is named.

    Args:
        home: where they are read.
        name: the name, or a part of it; case and accents do not matter.
        day: date of the slate; the player's last with predictions, if None.

    Raises:
        UsageError: no player, or more than one, is named so, or has no predictions on that date.
    """
    from tipoff.publishing.branches import player_cases
    from tipoff.publishing.slate_advice import SlateAdvice
    from tipoff.publishing.slates import readable

    with home.reading() as session:
        player_id, player_name = _player(session, name)
        shown = _last_slate(session, player_id) if day is None else day
        own, cases = [], []
        if shown is not None:
            advised = SlateAdvice.read(session, shown, session.until, ())
            rows = readable(session, advised)["predictions"]
            own = [row for row in rows if row["player_id"] == player_id]
            cases = player_cases(session, advised, player_id)
        if day is not None and not own:
            raise UsageError(f"no predictions of {player_name} on {day}")
        over = _over(session, shown, own) if shown else None
        played = session.query(LAST_GAMES, [player_id, day or date.max, MAX_GAMES])
        games = [dict(zip(GAME, row, strict=True)) for row in played]
        return PlayerView(player_id, player_name, shown, over, own, games, cases, session.simulated)


def _over(session: HomeSession, day: date, predictions: Sequence[Mapping[str, Any]]) -> str | None:
    """Return a sentence that says of a slate that it is over; None of one to come."""
    from tipoff.predictions.system_prediction import LIVE

    if day >= session.today:
        return None
    days = session.contents(PREDICTED).days
    later = "" if days[-1] >= session.today else "; no later slate has predictions"
    later = later if day == days[-1] else ""
    live = any(row["record"] == LIVE for row in predictions)
    how = "was written before tip-off" if live else "was replayed after the games"
    return f"The slate of {day} is over{later}. What follows {how}: nothing to bet on any more."


def _slate_day(session: HomeSession, day: date | None) -> date:
    from tipoff.publishing.documents import slate_date

    days = session.contents(PREDICTED).days
    if not days:
        raise UsageError("no predictions are made yet: `tipoff run` makes them")
    if day is None:
        coming = slate_date(days, session.today)
        return coming if coming in days else days[-1]
    if day not in days:
        raise UsageError(f"no predictions of {day}: there are some from {days[0]} to {days[-1]}")
    return day


def _player(session: HomeSession, name: str) -> tuple[int, str]:
    """Return the id and name of the one player whom a text names."""
    known: dict[int, str] = dict(
        session.query(
            "SELECT player_id, max_by(player_name, game_date) FROM player_pool GROUP BY 1"
        )
    )
    keys = {number: spelling_key(full) for number, full in known.items()}
    asked = spelling_key(name)
    matches = [n for n, key in keys.items() if key == asked]
    matches = matches or [n for n, key in keys.items() if asked and asked in key]
    if len(matches) == 1:
        return matches[0], known[matches[0]]
    if matches:
        listed = ", ".join(sorted(known[n] for n in matches)[:MAX_GAMES])
        raise UsageError(f"{name!r} names {len(matches)} players: {listed}")
    near = get_close_matches(asked, list(keys.values()), 3)
    listed = ", ".join(known[n] for n, key in keys.items() if key in near)
    hint = f"; did you mean {listed}?" if listed else ""
    raise UsageError(f"no player is named {name!r}{hint}")


def _last_slate(session: HomeSession, player_id: int) -> date | None:
    ((last,),) = session.query(
        f"SELECT max(game_date) FROM {PREDICTED} WHERE player_id = ?", [player_id]
    )
    day: date | None = last
    return day
