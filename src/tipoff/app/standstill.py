"""Remember that nothing was left to do, so that the next run need not plan to find out.

A plan is a pure function of the code, the libraries, the settings, the catalog, the landing and the
clock. A run that leaves nothing to do notes in the catalog what all of these were, and what it came
to. While none of them has changed, the next run comes to the same, and says so after comparing:

- the source of this package and the names of the installed distributions, as digests of files;
- the settings that shape tables, and the dates asked for;
- the landing's index, which only grows, by its size;
- the published release: its manifest, and the size and time of each of its files;
- the clock: the same date in the league, and no later than the next time at which a prediction
  falls due (``valid_until``).

The catalog needs no comparing: a trigger deletes the note with any change of a row that a plan
reads. For example, a run ends at 18:00 with games at 23:30 UTC, whose predictions before tip-off
are due from 22:50. A run at 18:15 finds the note and ends at once; one at 22:51 plans.
"""

from __future__ import annotations

import logging
import sys
import zlib
from base64 import b85decode, b85encode
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.app.clock import now_of, today_of
from tipoff.app.outcome import Outcome
from tipoff.kernel.catalog.migrations import STANDSTILL
from tipoff.kernel.catalog.values import as_text, as_timestamp
from tipoff.kernel.run.report import RunReport, TableReport
from tipoff.publishing.release import Publication

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tipoff.app.home import Home
    from tipoff.app.open_home import OpenHome
    from tipoff.health.report import Status
    from tipoff.kernel.declare.graph import DateRange
    from tipoff.landing import PayloadStore

FORM = 2
"""Rises when the note's form changes."""
PACKAGE = Path(__file__).parents[1]
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Circumstances:
    """All that a plan follows from, besides the catalog and the time of day."""

    code: str
    settings: str
    index_bytes: int
    release: str
    today: str

    @classmethod
    def of(cls, home: Home, landing: PayloadStore, code: str) -> Circumstances | None:
        """Return the circumstances as they are now; None where some would have to be mended."""
        release = Publication(home.published).untouched()
        if release is None:
            return None
        settings = repr((home.pipeline_options, home.retention, home.archive))
        return cls(code, settings, landing.index.size, release, str(today_of(landing)))

    def digest(self) -> str:
        """Return a digest of them all."""
        return blake2b(repr((FORM, self)).encode(), digest_size=16).hexdigest()


def remember(
    home: Home,
    workspace: OpenHome,
    outcome: Outcome,
    asked: DateRange | None,
    *,
    code: str,
    status: Status,
    valid_until: datetime | None,
) -> None:
    """Note that after a run nothing is left to do; the caller holds the home's lock.

    Args:
        home: what the run was of.
        workspace: the open home.
        outcome: of the run.
        asked: the dates that were asked for.
        code: ``code_digest()`` from before the run: if a file was edited meanwhile, nothing is
            noted.
        status: where the tables stand now.
        valid_until: when something falls due by time alone; None if nothing will.
    """
    found = Circumstances.of(home, workspace.landing, code)
    if found is None or code_digest() != code:
        return
    note = {
        "circumstances": found.digest(),
        "asked": _asked(asked),
        "made_at": as_text(now_of(workspace.landing)),
        "valid_until": None if valid_until is None else as_text(valid_until),
        "run": outcome.report.run,
        "tables": [table.table for table in outcome.report.tables],
        "slate": outcome.slate,
        "simulated": outcome.simulated,
        "status": status.to_dict(),
    }
    packed = b85encode(zlib.compress(orjson.dumps(note), 1)).decode()
    workspace.catalog.keep_note(STANDSTILL, packed)


def remembered_outcome(home: Home, asked: DateRange | None) -> Outcome | None:
    """Return what a run would come to, if it is known that there is nothing to do; else None.

    Raises:
        UsageError: nothing has been ingested yet.
        RunInProgress: another process is at it.
    """
    home.refuse_nothing()
    with home.locked():
        note = _valid_note(home)
    if note is None or note["asked"] != _asked(asked):
        return None
    tables = tuple(TableReport(name) for name in note["tables"])
    return Outcome(RunReport(note["run"], tables), 0, note["slate"], note["simulated"])


def remembered_status(home: Home) -> Status | None:
    """Return where the tables stand, if nothing has changed since a run noted it; else None."""
    from tipoff.health.report import Status

    note = _valid_note(home)
    return None if note is None else Status.from_dict(note["status"])


def code_digest() -> str:
    """Return a digest of this package's files and of the names of all installed distributions.

    A distribution's directory is named by its version, so an upgrade changes the digest.
    """
    found = blake2b(sys.version.encode(), digest_size=16)
    for path in sorted(_own_files(PACKAGE)):
        found.update(f"\n{path}\n".encode())
        found.update(path.read_bytes())
    for name in sorted(_distributions()):
        found.update(f"\n{name}".encode())
    return found.hexdigest()


def _valid_note(home: Home) -> dict[str, Any] | None:
    """Return what the last run noted, if it still holds."""
    home.refuse_nothing()
    with closing(home.open_catalog()) as catalog:
        kept = catalog.note(STANDSTILL)
        if kept is None:
            return None
        note: dict[str, Any] = orjson.loads(zlib.decompress(b85decode(kept)))
        landing = home.storage.payloads(catalog)
        now, until = now_of(landing), note["valid_until"]
        if now < as_timestamp(note["made_at"]) or (until and now >= as_timestamp(until)):
            logger.debug("what was noted at %s held until %s", note["made_at"], until)
            return None
        found = Circumstances.of(home, landing, code_digest())
    if found is None or found.digest() != note["circumstances"]:
        logger.debug("something changed since %s: %s", note["made_at"], found)
        return None
    return note


def _asked(asked: DateRange | None) -> str:
    return "" if asked is None else f"{asked.first}..{asked.last}"


def _own_files(directory: Path) -> Iterable[Path]:
    """Yield the files of a package, without what Python itself writes there."""
    for path in directory.iterdir():
        if path.is_dir():
            if path.name != "__pycache__":
                yield from _own_files(path)
        elif path.suffix != ".pyc":
            yield path


def _distributions() -> Iterable[str]:
    """Yield the names of the directories that describe installed distributions."""
    for place in {Path(entry or ".") for entry in sys.path}:
        if place.is_dir():
            yield from (path.name for path in place.glob("*-info"))
