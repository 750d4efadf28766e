"""The absences and lineups that a slate's predictions knew when they were made.

A live prediction is written once. Later reports may be shown with its ticket, but must be marked
as unknown to the prediction.
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
GAME_COLUMNS = ("game_id", "tip_at", "as_of", "prediction_time", "information")


@dataclass(frozen=True, order=True)
class Information:
    """The information available to the predictions of one game; less information sorts first."""

    until: datetime
    """Reports and lineups count if they were published by then, UTC without a zone."""
    absences: int
    """Source of absences: 0 none, 1 the injury report, 2 the inactive list."""
    starters: int
    """Lineup: 0 none, 1 expected, 2 confirmed."""

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Information:
        """Return the information available to a prediction.

        Morning predictions use reports published up to eight hours before tip-off, however late
        they are written. If the information set of a prediction was not recorded, it counts as the
        morning's.
        """
        until = min(row["as_of"], row["tip_at"] - PredictionTime(row["prediction_time"]).before)
        name = row["information"]
        known = InformationSet.MORNING if name == UNRECORDED else InformationSet(name)
        return cls(until, known.absences_known, known.starters_known)


@dataclass(frozen=True)
class Knowledge:
    """The players known to be out, and known to start, to the predictions of each game."""

    games: Mapping[str, Information]
    statuses: Mapping[Key, Mapping[str, Any]]
    """Rows of ``availability.statuses`` as of the time when each game was predicted."""

    @classmethod
    def read(cls, rows: Rows, day: date, predictions: pa.Table) -> Knowledge:
        """Read the knowledge of a date's predictions; the least informed ones of a game count."""
        games: dict[str, Information] = {}
        for row in (
            predictions.select(GAME_COLUMNS).group_by(GAME_COLUMNS).aggregate([]).to_pylist()
        ):
            information = Information.of(row)
            games[row["game_id"]] = min(games.get(row["game_id"], information), information)
        known = {}
        for information in {*games.values()}:
            reported = statuses(
                rows, day, information.until, reads_inactives=information.absences == 2
            )
            for row in reported.to_pylist():
                if games.get(row["game_id"]) == information:
                    known[row["game_id"], row["player_id"]] = row
        return cls(games, known)

    def knew_out(self, game: str, player: int) -> bool:
        """Return whether a game's predictions knew that a player is out."""
        information, row = self.games.get(game), self.statuses.get((game, player), {})
        return information is None or (information.absences > 0 and row.get("status") == OUT)

    def knew_starting(self, game: str, player: int, starting: bool | None) -> bool:
        """Return whether a game's predictions knew that a player starts, or does not."""
        information, row = self.games.get(game), self.statuses.get((game, player), {})
        return information is None or (information.starters > 0 and row.get("starting") == starting)
