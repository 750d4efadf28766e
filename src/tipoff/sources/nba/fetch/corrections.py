"""Find games that the league has corrected since they were landed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import PayloadError
from tipoff.sources.nba.fetch import response_checks
from tipoff.sources.parsing.json_rows import result_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipoff.sources.http import Request
    from tipoff.sources.nba.fetch.response_cache import ResponseCache

GAME = "GAME_ID"


def corrected_games(cache: ResponseCache, logs: Iterable[Request]) -> set[str]:
    """Return the games with lines in this run's logs that differ from the logs landed before."""
    corrected: set[str] = set()
    for request in logs:
        before = cache.landed_body(request) if cache.was_fetched(request) else None
        after = cache.body(request)
        if before is not None and after is not None:
            corrected |= changed_games(request, before, after)
    return corrected


def changed_games(request: Request, before: bytes, after: bytes) -> set[str]:
    """Return the games that are in both logs with different values in a column of both."""
    logs = [_log(request, body) for body in (before, after)]
    names = sorted(logs[0].keys() & logs[1].keys())
    old, new = (_lines(log, names) for log in logs)
    return {game for game in old.keys() & new.keys() if old[game] != new[game]}


def games_in_log(request: Request, body: bytes) -> set[str]:
    """Return the ids of the games in a log; none if it cannot be read."""
    return set(_log(request, body).get(GAME, ()))


def _log(request: Request, body: bytes) -> Mapping[str, Sequence[Any]]:
    try:
        return result_set(response_checks.payload_of(request, body), "LeagueGameLog")
    except PayloadError:
        return {}


def _lines(log: Mapping[str, Sequence[Any]], names: Sequence[str]) -> dict[str, set[str]]:
    """Return each game's lines in a log, restricted to the named columns."""
    lines = defaultdict(set)
    for game, *line in zip(log.get(GAME, ()), *(log[name] for name in names), strict=False):
        lines[game].add(str(line))
    return lines
