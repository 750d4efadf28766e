"""The hash chain of live slates: each payload contains the hash of the one before it.

Nobody, including the operator, can change, drop or insert a prediction afterwards without breaking
every later hash. Published slates show the chain's head; anyone who keeps a head can verify all
slates before it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.kernel.errors import PayloadError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from tipoff.kernel.declare.payload import Payload

FORM = 3
"""Version of the body's format; the parser reads this one and all earlier ones. Form 2 added
mixtures of two components and the information set, which a reader of form 1 would ignore; form 3
renamed ``moment`` to ``prediction_time``."""
EARLIER_NAMES = {"moment": "prediction_time"}
"""Column name in forms 1 and 2 -> current name."""
PREDICTIONS, BREAKOUTS = "predictions", "breakouts"
Rows = dict[str, dict[str, list[Any]]]
"""Part (predictions or breakouts) -> column -> values."""
ROW_KEY = (
    "game_id",
    "game_date",
    "player_id",
    "market",
    "prediction_time",
    "system",
    "edition",
)


@dataclass(frozen=True, slots=True)
class Link:
    """One payload's place in the chain."""

    number: int
    """1 for the first."""
    previous: str
    """SHA-256 of the body before it, in hexadecimal; empty for the first."""
    slate_hash: str
    """SHA-256 of the rows in canonical JSON."""
    created_at: str
    """ISO 8601, UTC."""
    body_hash: str
    """SHA-256 of the payload's own body."""


def continue_chain(rows: Rows, previous: Payload | None, created_at: datetime) -> tuple[int, bytes]:
    """Return the number and the body of the next payload of a chain.

    Args:
        rows: the rows to land; floats keep their full precision.
        previous: the chain's newest payload, if any.
        created_at: UTC, timezone-aware.

    Raises:
        PayloadError: the previous payload is not a live slate.
    """
    last = None if previous is None else link(previous)
    number = 1 if last is None else last.number + 1
    body = {
        "form": FORM,
        "number": number,
        "previous": "" if last is None else last.body_hash,
        "created_at": created_at,
        "slate_hash": slate_hash(rows),
        **rows,
    }
    return number, orjson.dumps(body)


def slate_hash(rows: Mapping[str, Any]) -> str:
    """Return the SHA-256 of predictions and breakouts as JSON with sorted keys."""
    hashed = {name: rows[name] for name in (PREDICTIONS, BREAKOUTS)}
    return hashlib.sha256(orjson.dumps(hashed, option=orjson.OPT_SORT_KEYS)).hexdigest()


def body_of(payload: Payload) -> dict[str, Any]:
    """Return a live slate's body.

    Raises:
        PayloadError: it is not JSON, lacks a field, or has a form unknown to this version.
    """
    try:
        body = orjson.loads(payload.body)
    except orjson.JSONDecodeError as error:
        raise PayloadError(f"a live slate that is not JSON: {error}") from None
    needed = ("form", "number", "previous", "created_at", "slate_hash", PREDICTIONS, BREAKOUTS)
    missing = [n for n in needed if not isinstance(body, dict) or n not in body]
    if missing:
        raise PayloadError(f"a live slate without {', '.join(missing)}")
    if not (isinstance(body["form"], int) and 1 <= body["form"] <= FORM):
        raise PayloadError(
            f"a live slate of form {body['form']}; this version reads 1 to {FORM}: update tipoff"
        )
    return dict(body)


def rows_of(body: Mapping[str, Any], part: str) -> dict[str, list[Any]]:
    """Return the predictions or the breakouts of a body of any form, under current names."""
    return {EARLIER_NAMES.get(name, name): values for name, values in body[part].items()}


def link(payload: Payload) -> Link:
    """Return a live slate's place in the chain.

    Raises:
        PayloadError: the payload is not a live slate.
    """
    return _link(payload, body_of(payload))


def _link(payload: Payload, body: Mapping[str, Any]) -> Link:
    own_hash = hashlib.sha256(payload.body).hexdigest()
    return Link(
        body["number"], body["previous"], body["slate_hash"], str(body["created_at"]), own_hash
    )


def chain_head(payloads: Iterable[Payload]) -> Link | None:
    """Return the last link of the chain, which published slates show; None without payloads.

    Raises:
        PayloadError: a payload is not a live slate.
    """
    return max((link(p) for p in payloads), key=lambda each: each.number, default=None)


def verify_chain(
    payloads: Iterable[Payload], published_heads: Iterable[Mapping[str, Any] | None] = ()
) -> list[str]:
    """Return the problems of the chain, one sentence each; an empty list if it is intact.

    It detects changed bodies, broken links, missing or duplicate numbers, slates older than their
    predecessor, rows that were written twice, and published heads without a landed slate.

    Args:
        payloads: all live slates of a home, in any order.
        published_heads: the heads in published documents, each with ``number`` and ``hash``.
    """
    problems: list[str] = []
    links: list[Link] = []
    writers: dict[tuple[Any, ...], int] = {}
    for payload in sorted(payloads, key=lambda p: p.fetched_at):
        try:
            body = body_of(payload)
        except PayloadError as error:
            problems.append(f"live slate fetched at {payload.fetched_at.isoformat()}: {error}")
            continue
        links.append(_link(payload, body))
        if slate_hash(body) != body["slate_hash"]:
            problems.append(f"live slate {body['number']}: its rows do not match its hash")
        problems += _repeated_rows(body, writers)
    links.sort(key=lambda each: each.number)
    landed_hashes = {each.body_hash for each in links}
    heads = {(head["number"], head["hash"]) for head in published_heads if head}
    problems += [
        f"live slate {number} was published with the hash {digest[:16]},"
        " and no such slate is landed"
        for number, digest in sorted(heads)
        if digest not in landed_hashes
    ]
    return [*problems, *_broken_links(links)]


def _broken_links(links: Sequence[Link]) -> Iterator[str]:
    """Yield the problems between links, which are sorted by number."""
    previous: list[Link] = []
    for each in links:
        if previous and previous[-1].number == each.number:
            yield f"live slate {each.number}: two slates have this number, the chain forks"
            previous.append(each)
            continue
        expected_number = previous[-1].number + 1 if previous else 1
        if each.number != expected_number:
            yield f"live slates {expected_number} to {each.number - 1} are missing"
        elif each.previous not in ([b.body_hash for b in previous] or [""]):
            yield f"live slate {each.number}: it does not continue the slate before it"
        if previous and each.created_at < previous[-1].created_at:
            yield f"live slate {each.number}: it is older than the slate before it"
        previous = [each]


def _repeated_rows(body: Mapping[str, Any], writers: dict[tuple[Any, ...], int]) -> Iterator[str]:
    """Yield a sentence if rows are in an earlier slate too, and register the slate's rows."""
    columns = rows_of(body, PREDICTIONS)
    rows = list(zip(*(columns[name] for name in ROW_KEY), strict=True)) if columns else []
    repeated = [row for row in rows if row in writers]
    if repeated:
        first_row = " ".join(map(str, repeated[0]))
        yield (
            f"live slate {body['number']}: {len(repeated)} of its rows were written before,"
            f" first {first_row} in slate {writers[repeated[0]]}"
        )
    for row in rows:
        writers.setdefault(row, body["number"])
