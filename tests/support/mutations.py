"""Random corruptions of payloads: lost and repeated bytes; renamed, dropped and retyped fields."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    from tipoff.kernel.declare.payload import Payload

JUNK: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    7,
    2**40,
    2**70,
    1e300,
    0.5,
    "",
    "x",
    "-",
    "2024-13-45",
    "99999999",
    "\x00",
    "é" * 3,
    "2024-01-05T99:00:00Z",
    "9999-12-31T23:59:59-23:59",
    "PT99999999999M00S",
    "1e999",
    [],
    [[]],
    {},
    {"a": {}},
    [None],
    "Doe, Al",
    "0001-01-01T00:00:00+14:00",
)
BITS = bytes(range(256))


def mutated(payload: Payload, random: random.Random) -> Payload:
    """Return the payload with one to three corruptions."""
    body = payload.body
    for _ in range(random.randint(1, 3)):
        structured = body[:1] in (b"{", b"[") and random.random() < 0.7
        body = _restructured(body, random) if structured else _bytes(body, random)
    parameters = dict(payload.parameters)
    if parameters and random.random() < 0.05:
        parameters.pop(random.choice(sorted(parameters)))
    return replace(payload, body=body, parameters=parameters)


def _bytes(body: bytes, random: random.Random) -> bytes:
    """Return the body with one fault of transport or storage."""
    start = random.randrange(len(body) + 1)
    end = min(len(body), start + random.choice((1, 1, 2, 8, 64)))
    junk = bytes(random.choice(BITS) for _ in range(random.randint(1, 4)))
    return random.choice(
        (
            body[:start],
            body[:start] + body[end:],
            body[:start] + junk + body[end:],
            body[:end] + body[start:end] + body[end:],
            body[:start] + body[start:end].swapcase() + body[end:],
            body[start:],
        )
    )


def _restructured(body: bytes, random: random.Random) -> bytes:
    """Return a JSON body with one change of a field's value, name or number of occurrences."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return _bytes(body, random)
    places = list(_places(document))
    if places:
        holder, key = random.choice(places)
        random.choice(CHANGES)(holder, key, random)
    return json.dumps(document).encode()


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every (container, key or index) in a document."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, held in inside:
        yield value, key
        if isinstance(held, (dict, list)):
            yield from _places(held)


def _replace(holder: Any, key: Any, random: random.Random) -> None:
    holder[key] = random.choice(JUNK)


def _drop(holder: Any, key: Any, random: random.Random) -> None:
    del holder[key]


def _rename(holder: Any, key: Any, random: random.Random) -> None:
    if isinstance(holder, dict):
        holder[f"{key}_{random.choice('ab')}"] = holder.pop(key)
    else:
        holder[key] = f"{holder[key]}_{random.choice('ab')}"


def _repeat(holder: Any, key: Any, random: random.Random) -> None:
    if isinstance(holder, list):
        holder.insert(random.randrange(len(holder) + 1), holder[key])
    else:
        holder[f"{key} again"] = holder[key]


def _swap(holder: Any, key: Any, random: random.Random) -> None:
    other = random.choice([*holder] if isinstance(holder, dict) else range(len(holder)))
    holder[key], holder[other] = holder[other], holder[key]


CHANGES: tuple[Callable[[Any, Any, random.Random], None], ...] = (
    _replace,
    _replace,
    _drop,
    _rename,
    _repeat,
    _swap,
)
