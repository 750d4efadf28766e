"""The landing: what was asked for, what was answered and when, and the bodies of the answers."""

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
from tipoff.landing.following import MADE_HERE, Following
from tipoff.landing.index import PAYLOAD, RESTORE, WITHDRAW

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
"""Sources whose payloads go with simulated and real games alike: people, and Tipoff itself."""
AT_ONCE = 256
"""Payloads, at most, whose bodies are written side by side and then named together."""
WRITERS = 8
Request = tuple[str, str, str]
"""Source, resource, and parameters as canonical JSON."""


@dataclass(frozen=True, slots=True)
class LandingReport:
    """What an ingest did: payloads new to the landing, and those it had already."""

    landed: int
    known: int
    bytes: int


class PayloadStore:
    """Payloads in a directory that describes itself, indexed in the catalog.

    A body is flushed before the directory's own index names it, and that is flushed before the
    catalog names it: whatever is interrupted leaves at most a file that nothing refers to.
    """

    def __init__(self, bodies: Bodies, index: Index, catalog: Catalog) -> None:
        """Open a landing."""
        self.bodies = bodies
        self.index = index
        self.following = Following(self.index, catalog, bodies)
        self._catalog = catalog
        self._tidied = False

    def land(
        self, payloads: Iterable[Payload], progress: Callable[[int], None] = lambda done: None
    ) -> LandingReport:
        """Keep the payloads whose request has not had this same answer before.

        The body of a payload that is known is written again if it was lost or damaged.

        Raises:
            UsageError: simulated and real payloads would share one home.
        """
        self.catch_up()
        if not self._tidied:  # nobody else writes bodies until this store is closed
            self.bodies.remove_partial()
            self._tidied = True
        known = self._known
        landed, total, size = 0, 0, 0
        source = iter(payloads)
        while batch := _next_batch(source):
            total += len(batch)
            new = self._new(batch, known)
            _refuse_mixture({source for source, _, _ in known})
            self._keep(batch)
            self._name(new)
            landed += len(new)
            size += sum(len(payload.body) for _, payload in new)
            progress(total)
        logger.info("%d payloads landed, %d known already", landed, total - landed)
        return LandingReport(landed, total - landed, size)

    def _keep(self, batch: Sequence[tuple[str, Payload]]) -> None:
        """Write bodies side by side; a single one needs no thread."""
        if len(batch) == 1:
            ((digest, payload),) = batch
            self.bodies.keep(payload.body, digest)
            return
        with ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(lambda each: self.bodies.keep(each[1].body, each[0]), batch))

    def add(self, payload: Payload) -> None:
        """Keep a payload that the pipeline made itself."""
        self.land([payload])

    def answers(self, resource: str, parameters: Mapping[str, str]) -> list[Answers]:
        """Return the answers to each request that asked with these parameters.

        An answer that a person withdrew is not among them.
        """
        return [
            answers
            for asked, answers in self._current.get(resource, ())
            if not parameters or parameters.items() <= json.loads(asked).items()
        ]

    def newest(self, resource: str, parameters: Mapping[str, str]) -> list[Landed]:
        """Return the newest answer to each request that asked with these parameters, in order.

        An answer whose body has been lost is none: its request is to be asked again.
        """
        found = (answers[0] for answers in self.answers(resource, parameters))
        return sorted(
            (each for each in found if each.number not in self._lost), key=lambda each: each.number
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
        """Return the payload itself.

        Raises:
            PayloadError: its stored body is missing or no longer what was landed.
        """
        source, resource, parameters, digest, fetched_at, origin = self._row(number)
        body = self.bodies.read(digest, origin)
        return Payload(
            source, resource, json.loads(parameters), body, as_timestamp(fetched_at), origin
        )

    def withdraw(self, number: int, *, restore: bool = False) -> str:
        """Let a payload count no longer, or count again; return where it came from.

        Raises:
            UsageError: there is no such payload, or Tipoff itself made it.
        """
        source, resource, *_, origin = self._row(number)
        if source == MADE_HERE:
            raise UsageError(
                f"payload {number} ({resource}) is what was said before a game: it always counts"
            )
        self._append([{RESTORE if restore else WITHDRAW: number, "at": as_text(clock.utc_now())}])
        return str(origin)

    @property
    def simulated_until(self) -> datetime | None:
        """The time at which a simulated league's clock stands; None of real games."""
        found = self._catalog.query(
            "SELECT max(fetched_at) FROM payload WHERE source = ?", [SIMULATED]
        )[0][0]
        return None if found is None else as_timestamp(found)

    @property
    def simulated_for(self) -> date | None:
        """The league's date by a simulated league's clock, US Eastern; None of real games."""
        return None if self.simulated_until is None else eastern_date(self.simulated_until)

    @property
    def newest_fetch(self) -> datetime | None:
        """The time at which the newest payload that counts was fetched."""
        found = self._catalog.query("SELECT max(fetched_at) FROM payload WHERE withdrawn = 0")[0][0]
        return None if found is None else as_timestamp(found)

    def _row(self, number: int) -> tuple[Any, ...]:
        found = self._catalog.query(
            "SELECT source, resource, parameters, body_hash, fetched_at, origin FROM payload"
            " WHERE payload = ?",
            [number],
        )
        if not found:
            raise UsageError(f"there is no payload {number}: `tipoff landing list` shows them")
        return found[0]

    @cached_property
    def _current(self) -> dict[str, list[tuple[str, Answers]]]:
        """By resource: each request's parameters, and its answers, the newest first."""
        requests: dict[Request, list[Landed]] = {}
        for number, source, resource, parameters, fetched_at in self._catalog.query(
            "SELECT payload, source, resource, parameters, fetched_at FROM payload"
            " WHERE withdrawn = 0 ORDER BY fetched_at DESC, payload DESC"
        ):
            landed = Landed(number, f"{source} {resource} {parameters}", as_timestamp(fetched_at))
            requests.setdefault((source, resource, parameters), []).append(landed)
        found: dict[str, list[tuple[str, Answers]]] = {}
        for (_, resource, parameters), answers in requests.items():
            found.setdefault(resource, []).append((parameters, tuple(answers)))
        return found

    @cached_property
    def _lost(self) -> set[int]:
        """The payloads whose body is not there."""
        found = self._catalog.query("SELECT payload, body_hash FROM payload")
        return {number for number, digest in found if not self.bodies.has(digest)}

    @cached_property
    def _known(self) -> dict[Request, list[tuple[str, str]]]:
        """(Fetched at, hash) of all answers to each request, the newest last."""
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
        """Return the payloads that say something new, each with the hash of its body."""
        found = []
        for digest, payload in batch:
            request = (payload.source, payload.resource, canonical(payload.parameters))
            answers = known.setdefault(request, [])
            answer = (as_text(payload.fetched_at), digest)
            if answer in answers or (answers and answers[-1][1] == digest):
                continue
            answers.append(answer)
            answers.sort(key=lambda each: each[0])
            found.append((digest, payload))
        return found

    def _name(self, new: Sequence[tuple[str, Payload]]) -> None:
        """Append payloads to the index, and then to the catalog."""
        with self._catalog.transaction():
            self.catch_up()
            ((last,),) = self._catalog.query("SELECT coalesce(max(payload), 0) FROM payload")
            self._append([_line(number, *each) for number, each in enumerate(new, last + 1)])

    def _append(self, lines: Sequence[Mapping[str, Any]]) -> None:
        """Append lines to the index, and enter them; no other process does so meanwhile.

        It is done within a transaction, which a process that has lost the home's lease cannot
        begin: it appends nothing.
        """
        if lines:
            with self._catalog.transaction():
                self.index.append(lines)
                self.catch_up()

    def catch_up(self) -> None:
        """Enter into the catalog what the index has beyond what was read of it.

        Raises:
            TipoffError: a line is damaged, or the index has lost lines that were read before.
        """
        if self.following.catch_up():
            self.__dict__.pop("_current", None)
            self.__dict__.pop("_lost", None)


def _next_batch(source: Iterator[Payload]) -> list[tuple[str, Payload]]:
    """Return the next payloads, each with its hash: few enough to lie in memory together."""
    batch, size = [], 0
    for payload in source:
        batch.append((digest_of(payload.body), payload))
        size += len(payload.body)
        if len(batch) == AT_ONCE or size >= MAX_BATCH_BYTES:
            break
    return batch


def _line(number: int, digest: str, payload: Payload) -> dict[str, Any]:
    """Return what the index says of a payload that is landed now."""
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
