"""Remember that nothing was left to do, so that the next run can skip planning.

A plan is a pure function of the code, the libraries, the settings, the catalog, the landing and the
clock. A run that leaves nothing to do stores a note in the catalog: a digest of these inputs, and
its own outcome. While no input has changed, the next run would have the same outcome, so it returns
the stored one. It compares:

- the source of this package and the names of the installed distributions, as a digest;
- the settings that affect tables, and the dates of the run;
- the landing's index, which only grows, by its size;
- the published release: its manifest, and the size and modification time of each of its files;
- the clock: the date is the same in US Eastern time, and the next time at which a prediction falls
  due (``valid_until``) is still to come.

The catalog itself is not compared: a trigger deletes the note when a row that a plan reads changes.

For example, a run ends at 18:00 UTC, and predictions of the games at 23:30 UTC are due from 22:50.
A run at 18:15 finds the note and ends at once; a run at 22:51 makes a plan.
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
"""Version of the note's form; increased whenever the form changes."""
PACKAGE = Path(__file__).parents[1]
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Circumstances:
    """The inputs of a plan, except the catalog and the time of day."""

    code: str
    settings: str
    index_bytes: int
    release: str
    today: str

    @classmethod
    def of(cls, home: Home, landing: PayloadStore, code: str) -> Circumstances | None:
        """Return the current circumstances; None if the release is missing or was modified."""
        release = Publication(home.published).untouched_release()
        if release is None:
            return None
        settings = repr((home.pipeline_options, home.retention, home.archive))
        return cls(code, settings, landing.index.size, release, str(today_of(landing)))

    def digest(self) -> str:
        """Return a digest of all of them."""
        return blake2b(repr((FORM, self)).encode(), digest_size=16).hexdigest()


def remember(
    home: Home,
    workspace: OpenHome,
    outcome: Outcome,
    dates: DateRange | None,
    *,
    code: str,
    status: Status,
    valid_until: datetime | None,
) -> None:
    """Store a note that a run left nothing to do; the caller holds the home's lock.

    Args:
        home: the home of the run.
        workspace: the same home, opened.
        outcome: the outcome of the run.
        dates: the dates of the run.
        code: ``code_digest()`` from before the run. If a source file was edited since, no note is
            stored.
        status: the status of the tables after the run.
        valid_until: when the passing of time makes something due; None if it never does.
    """
    circumstances = Circumstances.of(home, workspace.landing, code)
    if circumstances is None or code_digest() != code:
        return
    note = {
        "circumstances": circumstances.digest(),
        "asked": _range_text(dates),
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


def remembered_outcome(home: Home, dates: DateRange | None) -> Outcome | None:
    """Return the outcome of a run that would have nothing to do; None if that is not known.

    Raises:
        UsageError: nothing has been ingested yet.
        RunInProgress: another process writes to the home.
    """
    home.require_catalog()
    with home.locked():
        note = _valid_note(home)
    if note is None or note["asked"] != _range_text(dates):
        return None
    tables = tuple(TableReport(name) for name in note["tables"])
    return Outcome(RunReport(note["run"], tables), 0, note["slate"], note["simulated"])


def remembered_status(home: Home) -> Status | None:
    """Return the status that the last run stored; None if something may have changed since."""
    from tipoff.health.report import Status

    note = _valid_note(home)
    return None if note is None else Status.from_dict(note["status"])


def code_digest() -> str:
    """Return a digest of this package's files and of the names of all installed distributions.

    The name of a distribution's directory contains its version, so an upgrade changes the digest.
    """
    digest = blake2b(sys.version.encode(), digest_size=16)
    for path in sorted(_package_files(PACKAGE)):
        digest.update(f"\n{path}\n".encode())
        digest.update(path.read_bytes())
    for name in sorted(_distributions()):
        digest.update(f"\n{name}".encode())
    return digest.hexdigest()


def _valid_note(home: Home) -> dict[str, Any] | None:
    """Return the note of the last run if it is still valid."""
    home.require_catalog()
    with closing(home.open_catalog()) as catalog:
        packed = catalog.note(STANDSTILL)
        if packed is None:
            return None
        note: dict[str, Any] = orjson.loads(zlib.decompress(b85decode(packed)))
        landing = home.storage.payloads(catalog)
        now, until = now_of(landing), note["valid_until"]
        if now < as_timestamp(note["made_at"]) or (until and now >= as_timestamp(until)):
            logger.debug("the note of %s was valid until %s", note["made_at"], until)
            return None
        circumstances = Circumstances.of(home, landing, code_digest())
    if circumstances is None or circumstances.digest() != note["circumstances"]:
        logger.debug("something changed since %s: %s", note["made_at"], circumstances)
        return None
    return note


def _range_text(dates: DateRange | None) -> str:
    return "" if dates is None else f"{dates.first}..{dates.last}"


def _package_files(directory: Path) -> Iterable[Path]:
    """Yield the files of a package, except the bytecode that Python caches there."""
    for path in directory.iterdir():
        if path.is_dir():
            if path.name != "__pycache__":
                yield from _package_files(path)
        elif path.suffix != ".pyc":
            yield path


def _distributions() -> Iterable[str]:
    """Yield the names of the metadata directories of installed distributions."""
    for directory in {Path(entry or ".") for entry in sys.path}:
        if directory.is_dir():
            yield from (path.name for path in directory.glob("*-info"))
