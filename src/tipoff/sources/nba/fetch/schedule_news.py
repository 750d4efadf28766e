"""Tell what changed between two schedules of a season, one line for each kind of change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tipoff.sources.nba.fetch.season import Game, Season

MAX_SHOWN = 3


def schedule_news(now: Season, before: Season | None) -> str:
    """Return what a person should be told of a schedule; empty if there is nothing.

    Args:
        now: the schedule that has just come.
        before: the one landed before it; None if there is none, and nothing has changed then.
    """
    lines = [_count("left out, teams not decided", _new_ids(now.undecided, before))]
    held = before.postponed if before else {}
    fresh = [f"{what} ({id_})" for id_, what in now.postponed.items() if id_ not in held]
    lines.append(_list("postponed", fresh))
    if before is not None:
        lines += [
            _count("no longer over", sorted(set(before.finals) - set(now.finals))),
            _list("on another date", list(_moved(now, before))),
            _count("teams decided", sorted(set(before.undecided) & set(now.by_id))),
            _count("no longer listed", _gone(now, before)),
        ]
    return "; ".join(line for line in lines if line)


def listed(games: Collection[str]) -> str:
    """Return how many games there are, with the first ids: "4 games (1, 2, 3, ...)"."""
    shown = ", ".join(sorted(games)[:MAX_SHOWN])
    more = ", ..." if len(games) > MAX_SHOWN else ""
    return f"{len(games)} game{'s' * (len(games) != 1)} ({shown}{more})"


def _new_ids(undecided: Collection[str], before: Season | None) -> list[str]:
    return [id_ for id_ in undecided if before is None or id_ not in before.undecided]


def _moved(now: Season, before: Season) -> Iterator[str]:
    """Yield each game that has another date than before, or has one after it was postponed."""
    for game in now.games:
        known = before.by_id.get(game.id)
        if known is not None and known.day != game.day:
            yield f"{_named(game)} from {known.day} to {game.day}"
        elif known is None and game.id in before.postponed:
            yield f"{before.postponed[game.id]} ({game.id}) to {game.day}"


def _gone(now: Season, before: Season) -> list[str]:
    listed_now = {*now.by_id, *now.postponed, *now.undecided}
    return sorted(set(before.by_id) - listed_now)


def _named(game: Game) -> str:
    return f"{game.matchup} ({game.id})"


def _count(what: str, games: Collection[str]) -> str:
    return f"{what}: {listed(games)}" if games else ""


def _list(what: str, games: Collection[str]) -> str:
    return f"{what}: {', '.join(games)}" if games else ""
