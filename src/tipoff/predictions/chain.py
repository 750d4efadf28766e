"""The chain of live slates: each payload carries the hash of the one before it.

So nobody, the operator included, can change, drop or insert what was predicted before a game
without every later hash telling. A published slate shows the chain's head; who has kept a head can
check all that came before it.
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
"""Of the body; the parser reads this one and all earlier ones. 2 has mixtures of two components and
the information set, which a reader of 1 would take for less than they are; 3 calls the prediction
time by its name."""
EARLIER_NAMES = {"moment": "prediction_time"}
"""Columns of forms 1 and 2, and their names since."""
PREDICTIONS, BREAKOUTS = "predictions", "breakouts"
Rows = dict[str, dict[str, list[Any]]]
"""Predictions and breakouts, each by column."""
NAMES_A_ROW = (
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


def sealed(rows: Rows, previous: Payload | None, created_at: datetime) -> tuple[int, bytes]:
    """Return the number and the body of the payload that continues a chain.

    Args:
        rows: what is to be landed; floats keep their full precision.
        previous: the chain's newest payload, if there is one.
        created_at: UTC, with its zone.

    Raises:
        PayloadError: the previous payload is not a live slate.
    """
    before = None if previous is None else link(previous)
    number = 1 if before is None else before.number + 1
    body = {
        "form": FORM,
        "number": number,
        "previous": "" if before is None else before.body_hash,
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
        PayloadError: it is not JSON, lacks a field, or has a form that this version does not know.
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
    """Return the predictions or the breakouts of a body of any form, under today's names."""
    return {EARLIER_NAMES.get(name, name): values for name, values in body[part].items()}


def link(payload: Payload) -> Link:
    """Return a live slate's place in the chain.

    Raises:
        PayloadError: the payload is not a live slate.
    """
    return _link(payload, body_of(payload))


def _link(payload: Payload, body: Mapping[str, Any]) -> Link:
    own = hashlib.sha256(payload.body).hexdigest()
    return Link(body["number"], body["previous"], body["slate_hash"], str(body["created_at"]), own)


def chain_head(payloads: Iterable[Payload]) -> Link | None:
    """Return the last link of the chain, which a published slate shows; None if there is none.

    Raises:
        PayloadError: a payload is not a live slate.
    """
    return max((link(p) for p in payloads), key=lambda each: each.number, default=None)


def verify_chain(
    payloads: Iterable[Payload], shown: Iterable[Mapping[str, Any] | None] = ()
) -> list[str]:
    """Return what is wrong with the chain, a sentence each; nothing if it is whole.

    Found are bodies that were changed, links that are broken, numbers that are missing or stand for
    two slates, slates that are older than the one before, rows that were written twice, and heads
    that were published of slates which are not there.

    Args:
        payloads: all live slates of a home, in any order.
        shown: the heads that published documents show, each with ``number`` and ``hash``.
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
            problems.append(f"live slate {body['number']}: its rows are not those it was hashed of")
        problems += _written_twice(body, writers)
    links.sort(key=lambda each: each.number)
    landed = {each.body_hash for each in links}
    heads = {(head["number"], head["hash"]) for head in shown if head}
    problems += [
        f"live slate {number} was published with the hash {digest[:16]},"
        " and no such slate is landed"
        for number, digest in sorted(heads)
        if digest not in landed
    ]
    return [*problems, *_broken(links)]


def _broken(links: Sequence[Link]) -> Iterator[str]:
    """Yield what is wrong between links, which are sorted by number."""
    before: list[Link] = []
    for each in links:
        if before and before[-1].number == each.number:
            yield f"live slate {each.number}: two slates have this number, the chain forks"
            before.append(each)
            continue
        expected = before[-1].number + 1 if before else 1
        if each.number != expected:
            yield f"live slates {expected} to {each.number - 1} are missing"
        elif each.previous not in ([b.body_hash for b in before] or [""]):
            yield f"live slate {each.number}: the slate before it is not the one it was made after"
        if before and each.created_at < before[-1].created_at:
            yield f"live slate {each.number}: it is older than the slate before it"
        before = [each]


def _written_twice(body: Mapping[str, Any], writers: dict[tuple[Any, ...], int]) -> Iterator[str]:
    """Yield a sentence if a row stands in an earlier slate too; enter the slate's own rows."""
    found = rows_of(body, PREDICTIONS)
    rows = list(zip(*(found[name] for name in NAMES_A_ROW), strict=True)) if found else []
    again = [row for row in rows if row in writers]
    if again:
        named = " ".join(map(str, again[0]))
        yield (
            f"live slate {body['number']}: {len(again)} of its rows were written before,"
            f" first {named} in slate {writers[again[0]]}"
        )
    for row in rows:
        writers.setdefault(row, body["number"])
