"""The hash chain of live slates: sound as written, and every manipulation is detected."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import PayloadError
from tipoff.predictions.chain import (
    Link,
    chain_head,
    continue_chain,
    link,
    slate_hash,
    verify_chain,
)

if TYPE_CHECKING:
    from collections.abc import Callable

START = datetime(2025, 1, 15, 15, tzinfo=UTC)
KEY = ("game_id", "game_date", "player_id", "market", "prediction_time", "system")


def _rows(slate: int, means: list[float], edition: int = 1) -> dict[str, dict[str, list[Any]]]:
    """Rows of one game, a player for each mean."""
    count = len(means)
    columns: dict[str, list[Any]] = {name: [f"{name} {slate}"] * count for name in KEY}
    return {
        "predictions": {
            **columns,
            "player_id": list(range(count)),
            "edition": [edition] * count,
            "mean": means,
        },
        "breakouts": {},
    }


def _slate(slate: int, previous: Payload | None, means: list[float] | None = None) -> Payload:
    at = START + timedelta(hours=slate)
    number, body = continue_chain(_rows(slate, means or [20.5, 7.1]), previous, at)
    return Payload("tipoff", "live_slate", {"Number": str(number)}, body, at)


def _chain(length: int) -> list[Payload]:
    slates: list[Payload] = []
    for n in range(1, length + 1):
        slates.append(_slate(n, slates[-1] if slates else None))
    return slates


@given(st.integers(0, 6), st.randoms())
def test_a_chain_as_written_is_whole_in_any_order_of_reading(length: int, chance: Any) -> None:
    slates = _chain(length)
    chance.shuffle(slates)
    assert verify_chain(slates) == []
    head = chain_head(slates)
    assert (head.number if head else 0) == length


def test_each_slate_carries_the_hash_of_the_body_before_it() -> None:
    first, second = map(link, _chain(2))
    assert (first.number, first.previous) == (1, "")
    assert (second.number, second.previous) == (2, first.body_hash)
    assert chain_head(_chain(2)) == second


@given(st.lists(st.floats(0, 200, exclude_min=True), min_size=1, max_size=5))
def test_a_float_is_read_back_as_it_was_predicted(means: list[float]) -> None:
    payload = _slate(1, None, means)
    body = orjson.loads(payload.body)
    assert body["predictions"]["mean"] == means
    assert slate_hash(body) == body["slate_hash"]


def _changed(payload: Payload, change: Callable[[dict[str, Any]], Any]) -> Payload:
    body = orjson.loads(payload.body)
    change(body)
    return replace(payload, body=orjson.dumps(body))


def _other_mean(body: dict[str, Any]) -> None:
    body["predictions"]["mean"][0] = 30.5


def _other_mean_hashed_again(body: dict[str, Any]) -> None:
    _other_mean(body)
    body["slate_hash"] = slate_hash(body)


def test_a_changed_body_is_found() -> None:
    slates = _chain(4)
    slates[1] = _changed(slates[1], _other_mean)
    assert verify_chain(slates) == [
        "live slate 2: its rows do not match its hash",
        "live slate 3: it does not continue the slate before it",
    ]


def test_a_changed_body_is_found_even_if_its_own_hash_was_made_again() -> None:
    slates = _chain(4)
    slates[1] = _changed(slates[1], _other_mean_hashed_again)
    assert verify_chain(slates) == ["live slate 3: it does not continue the slate before it"]


def test_the_last_slate_is_held_by_the_head_that_was_published() -> None:
    slates = _chain(3)
    head = chain_head(slates)
    slates[2] = _changed(slates[2], _other_mean_hashed_again)
    assert verify_chain(slates) == []
    assert chain_head(slates) != head


@pytest.mark.parametrize(
    ("gone", "problem"),
    [
        (slice(0, 1), "live slates 1 to 1 are missing"),
        (slice(1, 3), "live slates 2 to 3 are missing"),
    ],
)
def test_a_gap_is_found(gone: slice, problem: str) -> None:
    slates = _chain(5)
    del slates[gone]
    assert verify_chain(slates) == [problem]


def test_a_fork_is_found() -> None:
    slates = _chain(3)
    other = _slate(9, slates[1])
    assert verify_chain([*slates, other]) == [
        "live slate 3: two slates have this number, the chain forks"
    ]


def test_a_first_slate_that_names_one_before_it_is_found() -> None:
    (first,) = _chain(1)
    cut = _changed(first, lambda body: body.update(previous="ab"))
    assert verify_chain([cut]) == ["live slate 1: it does not continue the slate before it"]


def test_a_slate_older_than_the_one_before_it_is_found() -> None:
    first = _slate(5, None)
    assert verify_chain([first, _slate(2, first)]) == [
        "live slate 2: it is older than the slate before it"
    ]


def test_rows_that_were_written_twice_are_found() -> None:
    first = _slate(1, None)
    number, body = continue_chain(_rows(1, [20.5]), first, START + timedelta(hours=2))
    again = Payload("tipoff", "live_slate", {}, body, START + timedelta(hours=2))
    (problem,) = verify_chain([first, again])
    assert problem.startswith("live slate 2: 1 of its rows were written before, first game_id 1")
    assert problem.endswith("in slate 1")
    number, body = continue_chain(_rows(1, [20.5], edition=2), first, START + timedelta(hours=2))
    assert number == 2
    assert verify_chain([first, replace(again, body=body)]) == []


def test_what_is_no_live_slate_is_reported_and_the_rest_is_verified() -> None:
    slates = _chain(3)
    broken = replace(slates[1], body=slates[1].body[:-20])
    problems = verify_chain([slates[0], broken, slates[2]])
    assert len(problems) == 2
    assert problems[0].startswith("live slate fetched at 2025-01-15T17:00:00+00:00: a live slate")
    assert problems[1] == "live slates 2 to 2 are missing"
    with pytest.raises(PayloadError):
        chain_head([broken])
    with pytest.raises(PayloadError):
        continue_chain(_rows(2, [1.0]), broken, START)


def test_a_link_is_a_value() -> None:
    (first,) = _chain(1)
    assert link(first) == Link(
        1, "", link(first).slate_hash, "2025-01-15T16:00:00+00:00", link(first).body_hash
    )


def test_a_head_that_was_published_must_be_landed() -> None:
    slates = _chain(3)
    shown = [None, *({"number": n, "hash": link(slates[n - 1]).body_hash} for n in (1, 3))]
    assert verify_chain(slates, shown) == []
    assert verify_chain(slates[:2], shown) == [
        f"live slate 3 was published with the hash {shown[-1]['hash'][:16]},"  # type: ignore[index]
        " and no such slate is landed"
    ]
