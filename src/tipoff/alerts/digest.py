"""The morning digest: today's games and predictions, yesterday's results, open problems."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tipoff.health.freshness import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tipoff.kernel.reading import Rows

GAMES = "SELECT count(*), min(tip_at) FROM schedule WHERE game_date = DATE '{day}'"
PREDICTED = """
SELECT count(*), count(line), count(*) FILTER (recommendation IN ('OVER', 'UNDER'))
FROM (FROM player_prediction WHERE game_date = DATE '{day}'
    QUALIFY row_number() OVER (PARTITION BY game_id, player_id, market
        ORDER BY record, prediction_time) = 1)
"""
"""Counts today's predictions; of each player and market, only the one made from the most
information."""
GRADED = """
SELECT CASE WHEN g.result IN ('OVER', 'UNDER')
    THEN if(g.result = p.recommendation, 'HIT', 'MISS') ELSE g.result END AS outcome, count(*)
FROM (FROM player_prediction
    WHERE game_date = DATE '{day}' AND record = 'live' AND recommendation IN ('OVER', 'UNDER')
    QUALIFY row_number() OVER (PARTITION BY game_id, player_id, market
        ORDER BY prediction_time) = 1) p
JOIN prediction_grade g USING (game_id, player_id, market, prediction_time, record, system)
WHERE g.game_date = DATE '{day}'
GROUP BY outcome ORDER BY outcome
"""
"""Counts the results of yesterday's live picks, each graded at the line that was shown."""


def digest(rows: Rows, today: date, problems: Sequence[str], *, simulated: bool) -> str:
    """Return the digest of a date, one fact per line."""
    lines = ["SIMULATED LEAGUE: no real players, no real prices"] if simulated else []
    lines += [
        *_games(rows, today),
        *_results(rows, today - timedelta(1)),
        counted(len(problems), "open problem") + (":" if problems else ""),
        *(f"- {problem}" for problem in problems),
    ]
    return "\n".join(lines)


def _games(rows: Rows, today: date) -> Iterator[str]:
    ((games, first),) = rows.query(GAMES.format(day=today))
    if not games:
        yield f"{today}: no games"
        return
    ((predicted, lines, picks),) = rows.query(PREDICTED.format(day=today))
    yield f"{today}: {counted(games, 'game')}, the first at {first:%H:%M} UTC"
    yield (
        f"{counted(predicted, 'prediction')}, {lines:,} with a line, {counted(picks, 'pick')}"
        if predicted
        else "no predictions yet"
    )


def _results(rows: Rows, yesterday: date) -> Iterator[str]:
    graded = dict(rows.query(GRADED.format(day=yesterday)))
    if graded:
        results = ", ".join(f"{count:,} {grade}" for grade, count in graded.items())
        yield f"{yesterday}: picks made before tip-off: {results}"
    else:
        yield f"{yesterday}: no picks made before tip-off were graded"
