"""The payload store: every request's answers, when they were fetched, and their bodies."""

from __future__ import annotations

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import eastern_date
from tipoff.kernel import clock
from tipoff.kernel.catalog.values import as_text, as_timestamp
from tipoff.kernel.declare.payload import Landed, Payload, canonical
from tipoff.kernel.errors import UsageError
from tipoff.kernel.memory import MAX_BATCH_BYTES
from tipoff.landing.bodies import digest_of
from tipoff.landing.index import PAYLOAD, RESTORE, WITHDRAW
from tipoff.landing.index_follower import MADE_HERE, IndexFollower

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.declare.payload import Answers
    from tipoff.landing.bodies import Bodies
    from tipoff.landing.index import Index

logger = logging.getLogger(__name__)
SIMULATED = "demo"
NOT_FETCHED = ("person", MADE_HERE)
"""Sources of payloads in both simulated and real homes: people, and Tipoff itself."""
MAX_BATCH = 256
"""The largest number of payloads whose bodies are written in parallel and indexed together."""
WRITERS = 8
Request = tuple[str, str, str]
"""Source, resource, and parameters as canonical JSON."""


@dataclass(frozen=True, slots=True)
class LandingReport:
    """The result of an ingest: payloads that were new, payloads already known, bytes landed."""

    landed: int
    known: int
    bytes: int


class PayloadStore:
    """Payloads in a self-describing directory, indexed in the catalog.

    A body is flushed before the directory's index refers to it, and the index is flushed before the
    catalog refers to it. So an interruption leaves at most a file that nothing refers to.
    """

    def __init__(self, bodies: Bodies, index: Index, catalog: Catalog) -> None:
        """Open a landing."""
        self.bodies = bodies
        self.index = index
        self.follower = IndexFollower(self.index, catalog, bodies)
        self._catalog = catalog
        self._tidied = False

    def land(
        self, payloads: Iterable[Payload], progress: Callable[[int], None] = lambda done: None
    ) -> LandingReport:
        """Store the payloads that are new: known are those equal to their request's last answer.

        The body of a known payload is written again if it was lost or damaged.

        Raises:
            UsageError: simulated and real payloads would share one home.
        """
        self.catch_up()
        if not self._tidied:  # no other process writes bodies until this store is closed
            self.bodies.remove_partial()
            self._tidied = True
        known = self._known
        landed, total, size = 0, 0, 0
        source = iter(payloads)
        while batch := _next_batch(source):
            total += len(batch)
            new = self._new(batch, known)
            _refuse_mixture({source for source, _, _ in known})
            self._write_bodies(batch)
            self._index_payloads(new)
            landed += len(new)
            size += sum(len(payload.body) for _, payload in new)
            progress(total)
        logger.info("%d payloads landed, %d known already", landed, total - landed)
        return LandingReport(landed, total - landed, size)

    def _write_bodies(self, batch: Sequence[tuple[str, Payload]]) -> None:
        """Write bodies in parallel; a single one needs no thread."""
        if len(batch) == 1:
            ((digest, payload),) = batch
            self.bodies.keep(payload.body, digest)
            return
        with ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(lambda each: self.bodies.keep(each[1].body, each[0]), batch))

    def add(self, payload: Payload) -> None:
        """Store a payload that the pipeline made itself."""
        self.land([payload])

    def answers(self, resource: str, parameters: Mapping[str, str]) -> list[Answers]:
        """Return the answers to each request that has these parameters, without withdrawn ones."""
        return [
            answers
            for requested, answers in self._current.get(resource, ())
            if not parameters or parameters.items() <= json.loads(requested).items()
        ]

    def newest(self, resource: str, parameters: Mapping[str, str]) -> list[Landed]:
        """Return the newest answer to each request that has these parameters, in order.

        A request whose newest answer has lost its body is left out: it must be made again.
        """
        newest = (answers[0] for answers in self.answers(resource, parameters))
        return sorted(
            (each for each in newest if each.number not in self._lost), key=lambda each: each.number
        )

    @property
    def lost_requests(self) -> set[tuple[str, str]]:
        """The requests (resource, parameters as JSON) whose newest answer has lost its body."""
        return {
            (resource, parameters)
            for resource, requests in self._current.items()
            for parameters, answers in requests
            if answers[0].number in self._lost
        }

    def read(self, number: int) -> Payload:
        """Return a payload with its body.

        Raises:
            PayloadError: the stored body is missing or damaged.
        """
        source, resource, parameters, digest, fetched_at, origin = self._row(number)
        body = self.bodies.read(digest, origin)
        return Payload(
            source, resource, json.loads(parameters), body, as_timestamp(fetched_at), origin
        )

    def withdraw(self, number: int, *, restore: bool = False) -> str:
        """Withdraw a payload, so that tables no longer read it, or restore it; return its origin.

        Raises:
            UsageError: there is no such payload, or Tipoff itself made it.
        """
        source, resource, *_, origin = self._row(number)
        if source == MADE_HERE:
            raise UsageError(
                f"payload {number} ({resource}) is a prediction made before a game: it cannot be"
                " withdrawn"
            )
        self._append([{RESTORE if restore else WITHDRAW: number, "at": as_text(clock.utc_now())}])
        return str(origin)

    @property
    def simulated_until(self) -> datetime | None:
        """The time on a simulated league's clock; None for real games."""
        newest = self._catalog.query(
            "SELECT max(fetched_at) FROM payload WHERE source = ?", [SIMULATED]
        )[0][0]
        return None if newest is None else as_timestamp(newest)

    @property
    def simulated_for(self) -> date | None:
        """The date on a simulated league's clock, US Eastern; None for real games."""
        return None if self.simulated_until is None else eastern_date(self.simulated_until)

    @property
    def newest_fetch(self) -> datetime | None:
        """The time at which the newest payload that is not withdrawn was fetched."""
        newest = self._catalog.query("SELECT max(fetched_at) FROM payload WHERE withdrawn = 0")
        return None if newest[0][0] is None else as_timestamp(newest[0][0])

    def _row(self, number: int) -> tuple[Any, ...]:
        rows = self._catalog.query(
            "SELECT source, resource, parameters, body_hash, fetched_at, origin FROM payload"
            " WHERE payload = ?",
            [number],
        )
        if not rows:
            raise UsageError(f"there is no payload {number}: `tipoff landing list` shows them")
        return rows[0]

    @cached_property
    def _current(self) -> dict[str, list[tuple[str, Answers]]]:
        """By resource: each request's parameters and its answers not withdrawn, newest first."""
        requests: dict[Request, list[Landed]] = {}
        for number, source, resource, parameters, fetched_at in self._catalog.query(
            "SELECT payload, source, resource, parameters, fetched_at FROM payload"
            " WHERE withdrawn = 0 ORDER BY fetched_at DESC, payload DESC"
        ):
            landed = Landed(number, f"{source} {resource} {parameters}", as_timestamp(fetched_at))
            requests.setdefault((source, resource, parameters), []).append(landed)
        by_resource: dict[str, list[tuple[str, Answers]]] = {}
        for (_, resource, parameters), answers in requests.items():
            by_resource.setdefault(resource, []).append((parameters, tuple(answers)))
        return by_resource

    @cached_property
    def _lost(self) -> set[int]:
        """The numbers of the payloads whose body is missing."""
        rows = self._catalog.query("SELECT payload, body_hash FROM payload")
        return {number for number, digest in rows if not self.bodies.has(digest)}

    @cached_property
    def _known(self) -> dict[Request, list[tuple[str, str]]]:
        """(Fetched at, hash) of all answers to each request, newest last."""
        known: dict[Request, list[tuple[str, str]]] = {}
        for source, resource, parameters, fetched_at, digest in self._catalog.query(
            "SELECT source, resource, parameters, fetched_at, body_hash FROM payload"
            " ORDER BY fetched_at, payload"
        ):
            known.setdefault((source, resource, parameters), []).append((fetched_at, digest))
        return known

    def _new(
        self,
        batch: Sequence[tuple[str, Payload]],
        known: dict[Request, list[tuple[str, str]]],
    ) -> list[tuple[str, Payload]]:
        """Return the new payloads, each with the hash of its body, and add them to ``known``."""
        new = []
        for digest, payload in batch:
            request = (payload.source, payload.resource, canonical(payload.parameters))
            answers = known.setdefault(request, [])
            answer = (as_text(payload.fetched_at), digest)
            if answer in answers or (answers and answers[-1][1] == digest):
                continue
            answers.append(answer)
            answers.sort(key=lambda each: each[0])
            new.append((digest, payload))
        return new

    def _index_payloads(self, new: Sequence[tuple[str, Payload]]) -> None:
        """Append payloads to the index, and then to the catalog."""
        with self._catalog.transaction():
            self.catch_up()
            ((last,),) = self._catalog.query("SELECT coalesce(max(payload), 0) FROM payload")
            self._append([_line(number, *each) for number, each in enumerate(new, last + 1)])

    def _append(self, lines: Sequence[Mapping[str, Any]]) -> None:
        """Append lines to the index and enter them into the catalog.

        This happens within a transaction, so that no other process appends at the same time; a
        process that has lost the home's lease cannot begin one, and so appends nothing.
        """
        if lines:
            with self._catalog.transaction():
                self.index.append(lines)
                self.catch_up()

    def catch_up(self) -> None:
        """Enter the lines of the index that have not been read yet into the catalog.

        Raises:
            TipoffError: a line is damaged, or the index has lost lines that were read before.
        """
        if self.follower.catch_up():
            self.__dict__.pop("_current", None)
            self.__dict__.pop("_lost", None)


def _next_batch(source: Iterator[Payload]) -> list[tuple[str, Payload]]:
    """Return the next payloads, each with its hash: few enough to fit into memory together."""
    batch, size = [], 0
    for payload in source:
        batch.append((digest_of(payload.body), payload))
        size += len(payload.body)
        if len(batch) == MAX_BATCH or size >= MAX_BATCH_BYTES:
            break
    return batch


def _line(number: int, digest: str, payload: Payload) -> dict[str, Any]:
    """Return the index line of a payload that is landed now."""
    values = (
        number,
        payload.source,
        payload.resource,
        canonical(payload.parameters),
        digest,
        len(payload.body),
        as_text(payload.fetched_at),
        as_text(clock.utc_now()),
        payload.origin,
    )
    return dict(zip(PAYLOAD, values, strict=True))


def _refuse_mixture(sources: set[str]) -> None:
    if SIMULATED in sources and sources - {SIMULATED, *NOT_FETCHED}:
        raise UsageError(
            "simulated and real games cannot share one home: set TIPOFF_HOME to another directory"
        )
