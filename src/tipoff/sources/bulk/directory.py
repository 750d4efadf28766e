"""A season out of files that a user has downloaded, in place of thousands of requests."""

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
    """The answers of one season in a directory: recordings under ``nba_stats/``, or nba_data.

    What the directory has of other seasons is left alone. A file that cannot be read costs itself
    alone where ``refused`` is given: it is named there.
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
            if self._belongs(payload):
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

    def _belongs(self, payload: Payload) -> bool:
        asked = payload.parameters
        return self.season in (asked.get("Season"), season_of(asked.get("GameID")))
