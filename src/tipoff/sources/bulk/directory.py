"""A season from files that a user has downloaded, instead of thousands of requests."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from tipoff.kernel.errors import UsageError
from tipoff.sources.bulk.nba_data import SeasonFiles
from tipoff.sources.bulk.recorded import RecordedDirectory
from tipoff.sources.nba.league_schedule import season_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tipoff.kernel.declare.payload import Payload


@dataclass(frozen=True)
class BulkSeason:
    """The answers of one season in a directory: recordings under ``nba_stats/``, or nba_data files.

    Files of other seasons are ignored. If ``refused`` is given, a file that cannot be read is
    skipped and the reason is appended there; otherwise it is an error.
    """

    directory: Path
    season: str
    refused: list[str] | None = None

    def payloads(self) -> Iterator[Payload]:
        """Yield every answer of the season.

        Raises:
            UsageError: there is none, or a file cannot be read; the message names the file.
        """
        count = 0
        for payload in chain(
            self._recorded(), SeasonFiles(self.directory, self.refused).payloads()
        ):
            if self._is_of_season(payload):
                count += 1
                yield payload
        if not count and not self.refused:
            raise UsageError(
                f"{self.directory}: nothing of {self.season} here: expected nba_stats/RESOURCE/"
                " with recordings, or CSV or Parquet files of nba_data"
            )

    def _recorded(self) -> Iterable[Payload]:
        if not (self.directory / "nba_stats").is_dir():
            return ()
        return RecordedDirectory(self.directory, ("nba_stats",), self.refused).payloads()

    def _is_of_season(self, payload: Payload) -> bool:
        parameters = payload.parameters
        return self.season in (parameters.get("Season"), season_of(parameters.get("GameID")))
