"""The landing: bodies as compressed files named by their content, and an index of requests."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from tipoff.kernel.errors import TipoffError, UsageError
from tipoff.kernel.payload import Landed, Payload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from tipoff.kernel.engine import Engine

SIMULATED = "demo"
PERSON = "person"
"""Whose words on names go with simulated and real games alike."""
COMPRESSION_LEVEL = 1  # of gzip: five times as fast as the default for a tenth more bytes
CREATE = """
CREATE SCHEMA IF NOT EXISTS landing;
CREATE TABLE IF NOT EXISTS landing.payload (
    number BIGINT, source VARCHAR, resource VARCHAR, parameters VARCHAR, body_hash VARCHAR,
    bytes BIGINT, fetched_at TIMESTAMP, landed_at TIMESTAMP, origin VARCHAR);
"""


@dataclass(frozen=True, slots=True)
class LandingReport:
    """What an ingest did: payloads new to the landing, and those it had already."""

    landed: int
    known: int
    bytes: int


class PayloadStore:
    """Payloads in a directory, indexed in the database.

    A body is written under a temporary name and renamed, before the index names it: whatever
    is interrupted leaves at most a file that nothing refers to.
    """

    def __init__(self, directory: Path, engine: Engine) -> None:
        self._directory = directory
        self._engine = engine

    def land(
        self, payloads: Iterable[Payload], progress: Callable[[int], None] = lambda done: None
    ) -> LandingReport:
        """Keep the payloads whose request has not had this same answer before.

        Raises:
            UsageError: simulated and real payloads would share one home.
        """
        with self._engine.transaction():
            for statement in CREATE.strip().split(";")[:-1]:
                self._engine.query(statement)
            known = self._newest_answers()
            rows, total, size = [], 0, 0
            for payload in payloads:
                total += 1
                request = (payload.source, payload.resource, _canonical(payload.parameters))
                digest = hashlib.sha256(payload.body).hexdigest()
                self._keep(payload.body, digest)
                if known.get(request) != digest:
                    known[request] = digest
                    rows.append((request, digest, payload))
                    size += len(payload.body)
                progress(total)
            _refuse_mixture({source for source, _, _ in known})
            self._index(rows)
        return LandingReport(len(rows), total - len(rows), size)

    def newest(self, resource: str, parameters: Mapping[str, str]) -> list[Landed]:
        """The newest payload of each request that asked with these parameters, in order."""
        return [
            Landed(number, f"{source} {resource} {asked}", fetched_at)
            for number, source, asked, fetched_at in self._current.get(resource, [])
            if not parameters or parameters.items() <= json.loads(asked).items()
        ]

    def superseded(self, numbers: Sequence[int]) -> list[int]:
        """The earlier payloads of the same requests."""
        listed = ", ".join(map(str, numbers)) or "NULL"
        found = self._engine.query(
            "SELECT o.number FROM landing.payload o JOIN landing.payload n"
            " USING (source, resource, parameters)"
            f" WHERE n.number IN ({listed}) AND o.number < n.number"
        )
        return sorted({number for (number,) in found})

    def successor(self, number: int) -> int:
        """The newest payload of the same request; itself, if there is none newer."""
        source, resource, asked, *_ = self._requests[number]
        return next(
            newest
            for newest, by, parameters, _ in self._current[resource]
            if (by, parameters) == (source, asked)
        )

    def read(self, number: int) -> Payload:
        """The payload itself.

        Raises:
            TipoffError: its stored body is missing or no longer what was landed.
        """
        source, resource, parameters, digest, fetched_at, origin = self._requests[number]
        path = self._path(digest)
        try:
            body = gzip.decompress(path.read_bytes())
        except FileNotFoundError:
            raise TipoffError(f"{path}: is missing; ingest {origin} again") from None
        except (OSError, EOFError, zlib.error) as error:
            raise _damaged(path, str(error), origin) from None
        if hashlib.sha256(body).hexdigest() != digest:
            raise _damaged(path, "it is not what was landed", origin)
        moment = fetched_at.replace(tzinfo=UTC)
        return Payload(source, resource, json.loads(parameters), body, moment, origin)

    @property
    def simulated_for(self) -> date | None:
        """The date a simulated league was made for; None of real games."""
        moments = (fetched for source, *_, fetched, _ in self._requests.values()
                   if source == SIMULATED)  # fmt: skip
        return max((moment.date() for moment in moments), default=None)

    @cached_property
    def _requests(self) -> dict[int, tuple[str, str, str, str, datetime, str]]:
        if not self._engine.columns("landing", "payload"):
            return {}
        found = self._engine.query(
            "SELECT number, source, resource, parameters, body_hash, fetched_at, origin"
            " FROM landing.payload ORDER BY number"
        )
        return {number: tuple(values) for number, *values in found}

    @cached_property
    def _current(self) -> dict[str, list[tuple[int, str, str, datetime]]]:
        """By resource: the newest (number, source, parameters, fetched at) of each request."""
        newest = {
            (source, resource, parameters): (number, fetched_at)
            for number, (source, resource, parameters, _, fetched_at, _) in self._requests.items()
        }
        found: dict[str, list[tuple[int, str, str, datetime]]] = {}
        for (source, resource, parameters), (number, fetched_at) in newest.items():
            found.setdefault(resource, []).append((number, source, parameters, fetched_at))
        return {resource: sorted(rows) for resource, rows in found.items()}

    def _newest_answers(self) -> dict[tuple[str, str, str], str]:
        found = self._engine.query(
            "SELECT source, resource, parameters, body_hash FROM landing.payload ORDER BY number"
        )
        return {
            (source, resource, parameters): digest for source, resource, parameters, digest in found
        }

    def _path(self, digest: str) -> Path:
        return self._directory / digest[:2] / f"{digest}.gz"

    def _keep(self, body: bytes, digest: str) -> None:
        path = self._path(digest)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        partial.write_bytes(gzip.compress(body, COMPRESSION_LEVEL, mtime=0))
        partial.rename(path)

    def _index(self, rows: Sequence[tuple[tuple[str, str, str], str, Payload]]) -> None:
        if not rows:
            return
        import pyarrow as pa

        ((last,),) = self._engine.query("SELECT coalesce(max(number), 0) FROM landing.payload")
        now = datetime.now(UTC).replace(tzinfo=None)
        entries = [
            (last + place, *request, digest, len(payload.body), _naive(payload.fetched_at), now,
             payload.origin)
            for place, (request, digest, payload) in enumerate(rows, 1)
        ]  # fmt: skip
        names = list(self._engine.columns("landing", "payload"))
        arrays = [pa.array(values) for values in zip(*entries, strict=True)]
        self._engine.load("landed_rows", pa.table(arrays, names))
        self._engine.query("INSERT INTO landing.payload SELECT * FROM landed_rows")


def _damaged(path: Path, why: str, origin: str) -> TipoffError:
    return TipoffError(f"{path}: is damaged ({why}); delete it and ingest {origin} again")


def _canonical(parameters: Mapping[str, str]) -> str:
    return json.dumps(dict(parameters), sort_keys=True)


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


def _refuse_mixture(sources: set[str]) -> None:
    if SIMULATED in sources and sources - {SIMULATED, PERSON}:
        raise UsageError(
            "simulated and real games cannot share one home: set TIPOFF_HOME to another directory"
        )
