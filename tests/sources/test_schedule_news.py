"""News of a schedule: each kind of change in one line, and reported once."""

from __future__ import annotations

from datetime import date

import pytest

from tipoff.sources.nba.fetch.schedule_news import schedule_news
from tipoff.sources.nba.fetch.season import Game, Season

FIRST, SECOND = date(2026, 12, 4), date(2026, 12, 5)
GAME = Game("0022600001", FIRST, (1, 2), False, "BOS @ NYK")
MOVED = Game("0022600001", SECOND, (1, 2), False, "BOS @ NYK")
OTHER = Game("0022600002", FIRST, (3, 4), False, "LAL @ DEN")
PLAYED = Game("0022600001", FIRST, (1, 2), True, "BOS @ NYK")
PPD = {"0022600001": "BOS @ NYK of 2026-12-04"}


def _season(
    *games: Game, undecided: tuple[str, ...] = (), postponed: dict[str, str] | None = None
) -> Season:
    return Season("2026-27", games, {}, undecided, postponed or {})


@pytest.mark.parametrize(
    ("before", "now", "message"),
    [
        (_season(GAME), _season(GAME), ""),
        (None, _season(GAME), ""),
        (None, _season(GAME, undecided=("7", "8")), "left out, teams not decided: 2 games (7, 8)"),
        (_season(undecided=("7",)), _season(undecided=("7",)), ""),
        (_season(GAME), _season(postponed=PPD), "postponed: BOS @ NYK of 2026-12-04 (0022600001)"),
        (_season(postponed=PPD), _season(postponed=PPD), ""),
        (
            _season(postponed=PPD),
            _season(MOVED, postponed=PPD),
            "on another date: BOS @ NYK of 2026-12-04 (0022600001) to 2026-12-05",
        ),
        (
            _season(GAME),
            _season(MOVED),
            "on another date: BOS @ NYK (0022600001) from 2026-12-04 to 2026-12-05",
        ),
        (
            _season(undecided=("0022600002",)),
            _season(OTHER),
            "teams decided: 1 game (0022600002)",
        ),
        (_season(GAME, OTHER), _season(GAME), "no longer listed: 1 game (0022600002)"),
        (_season(PLAYED), _season(GAME), "no longer over: 1 game (0022600001)"),
        (
            _season(GAME, OTHER),
            _season(MOVED),
            "on another date: BOS @ NYK (0022600001) from 2026-12-04 to 2026-12-05;"
            " no longer listed: 1 game (0022600002)",
        ),
    ],
)
def test_changes_of_a_schedule_are_reported_once(
    before: Season | None, now: Season, message: str
) -> None:
    assert schedule_news(now, before) == message
