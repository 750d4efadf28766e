"""Describe what changed between two schedules of a season, one part for each kind of change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tipoff.sources.nba.fetch.season import Game, Season

MAX_SHOWN = 3


def schedule_news(after: Season, before: Season | None) -> str:
    """Return the changes in a schedule as a notice for the user; empty if there are none.

    Args:
        after: the schedule fetched now.
        before: the one landed before it; None if there is none, so that there are no changes.
    """
    parts = [_count("left out, teams not decided", _new_ids(after.undecided, before))]
    known = before.postponed if before else {}
    new = [f"{matchup} ({id_})" for id_, matchup in after.postponed.items() if id_ not in known]
    parts.append(_list("postponed", new))
    if before is not None:
        parts += [
            _count("no longer over", sorted(set(before.finals) - set(after.finals))),
            _list("on another date", list(_moved(after, before))),
            _count("teams decided", sorted(set(before.undecided) & set(after.by_id))),
            _count("no longer listed", _unlisted(after, before)),
        ]
    return "; ".join(part for part in parts if part)


def game_list(games: Collection[str]) -> str:
    """Return the number of games with the first ids: "4 games (1, 2, 3, ...)"."""
    shown = ", ".join(sorted(games)[:MAX_SHOWN])
    more = ", ..." if len(games) > MAX_SHOWN else ""
    return f"{len(games)} game{'s' * (len(games) != 1)} ({shown}{more})"


def _new_ids(undecided: Collection[str], before: Season | None) -> list[str]:
    return [id_ for id_ in undecided if before is None or id_ not in before.undecided]


def _moved(after: Season, before: Season) -> Iterator[str]:
    """Yield each game with a different date than before, or with a date after a postponement."""
    for game in after.games:
        old = before.by_id.get(game.id)
        if old is not None and old.day != game.day:
            yield f"{_label(game)} from {old.day} to {game.day}"
        elif old is None and game.id in before.postponed:
            yield f"{before.postponed[game.id]} ({game.id}) to {game.day}"


def _unlisted(after: Season, before: Season) -> list[str]:
    still_listed = {*after.by_id, *after.postponed, *after.undecided}
    return sorted(set(before.by_id) - still_listed)


def _label(game: Game) -> str:
    return f"{game.matchup} ({game.id})"


def _count(label: str, games: Collection[str]) -> str:
    return f"{label}: {game_list(games)}" if games else ""


def _list(label: str, games: Collection[str]) -> str:
    return f"{label}: {', '.join(games)}" if games else ""
