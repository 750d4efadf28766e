"""What a slate's predictions knew of absences and lineups when they were made.

A live prediction is written once. What is reported after it may stand beside a ticket only if it is
told to be unknown to the prediction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.domain.information import InformationSet
from tipoff.domain.prediction_time import PredictionTime
from tipoff.predictions.prediction_grade import UNRECORDED
from tipoff.publishing.availability import OUT, statuses

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    import pyarrow as pa

    from tipoff.kernel.reading import Rows

Key = tuple[str, int]
"""A game and a player."""
OF_GAME = ("game_id", "tip_at", "as_of", "prediction_time", "information")


@dataclass(frozen=True, order=True)
class Seen:
    """How far the predictions of one game could see; what sees less comes first."""

    until: datetime
    """Reports and lineups count if they were published by then, UTC without a zone."""
    absences: int
    """0 if nobody was known to be out, 1 by the injury report, 2 by the inactive list."""
    starters: int
    """0 without a lineup, 1 with an expected one, 2 with a confirmed one."""

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Seen:
        """Return how far a prediction could see.

        The morning's predictions read what was published eight hours before tip-off, however late
        they are written. Where it is not recorded what was known, nothing is taken to be.
        """
        until = min(row["as_of"], row["tip_at"] - PredictionTime(row["prediction_time"]).before)
        named = row["information"]
        information = InformationSet.MORNING if named == UNRECORDED else InformationSet(named)
        return cls(until, information.absences_known, information.starters_known)


@dataclass(frozen=True)
class Knowledge:
    """Who was known to be out, and who was known to start, by the predictions of each game."""

    games: Mapping[str, Seen]
    statuses: Mapping[Key, Mapping[str, Any]]
    """Rows of ``availability.statuses`` as they were when each game was predicted."""

    @classmethod
    def read(cls, rows: Rows, day: date, predictions: pa.Table) -> Knowledge:
        """Read what the predictions of a date knew; of a game's, those that could see least."""
        games: dict[str, Seen] = {}
        for row in predictions.select(OF_GAME).group_by(OF_GAME).aggregate([]).to_pylist():
            seen = Seen.of(row)
            games[row["game_id"]] = min(games.get(row["game_id"], seen), seen)
        known = {}
        for seen in {*games.values()}:
            then = statuses(rows, day, seen.until, reads_inactives=seen.absences == 2)
            for row in then.to_pylist():
                if games.get(row["game_id"]) == seen:
                    known[row["game_id"], row["player_id"]] = row
        return cls(games, known)

    def knew_out(self, game: str, player: int) -> bool:
        """Return whether a game's predictions knew that a player is out."""
        seen, row = self.games.get(game), self.statuses.get((game, player), {})
        return seen is None or (seen.absences > 0 and row.get("status") == OUT)

    def knew_starting(self, game: str, player: int, starting: bool | None) -> bool:
        """Return whether a game's predictions knew whether a player starts, as it stands now."""
        seen, row = self.games.get(game), self.statuses.get((game, player), {})
        return seen is None or (seen.starters > 0 and row.get("starting") == starting)
