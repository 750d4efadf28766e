"""The landing keeps every answer unchanged, once, and says so when it no longer can."""

from __future__ import annotations

import gzip
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipoff.home import Home
from tipoff.kernel.errors import TipoffError, UsageError
from tipoff.kernel.payload import Payload
from tipoff.landing import LandingReport, PayloadStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

NOON = datetime(2025, 1, 15, 12, tzinfo=UTC)
SEASON = {"Season": "2024-25"}
LONG = b'{"rows": [' + b"1, 2, 3, " * 500 + b"4]}"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home."""
    return Home(tmp_path / "home", threads=1)


def _answer(body: bytes, source: str = "nba_stats", **more: str) -> Payload:
    return Payload(source, "leaguegamelog", {**SEASON, **more}, body, NOON, "log.json.gz")


def _land(home: Home, payloads: Iterable[Payload]) -> LandingReport:
    with home.writing() as engine:
        return PayloadStore(home.landing, engine).land(payloads)


@contextmanager
def _store(home: Home) -> Iterator[PayloadStore]:
    with home.reading() as engine:
        yield PayloadStore(home.landing, engine)


def _newest(home: Home, **parameters: str) -> list[Payload]:
    with _store(home) as store:
        return [store.read(each.number) for each in store.newest("leaguegamelog", parameters)]


def test_landing_the_same_answers_again_lands_nothing(home: Home) -> None:
    answers = [_answer(b"players", PlayerOrTeam="P"), _answer(b"teams", PlayerOrTeam="T")]
    assert _land(home, answers) == LandingReport(landed=2, known=0, bytes=12)
    assert _land(home, answers) == LandingReport(landed=0, known=2, bytes=0)


def test_the_order_of_parameters_makes_no_other_request(home: Home) -> None:
    one = Payload("nba_stats", "x", {"Season": "2024-25", "TeamID": "7"}, b"{}", NOON)
    other = Payload("nba_stats", "x", {"TeamID": "7", "Season": "2024-25"}, b"{}", NOON)
    assert _land(home, [one, other]).landed == 1


def test_a_changed_body_is_a_newer_answer_and_supersedes(home: Home) -> None:
    _land(home, [_answer(b"before")])
    assert _land(home, [_answer(b"after")]).landed == 1
    assert [payload.body for payload in _newest(home)] == [b"after"]
    with _store(home) as store:
        assert store.superseded([2]) == [1]
        assert store.superseded([1]) == []
        assert store.read(1).body == b"before"


def test_an_answer_that_goes_back_to_an_earlier_one_is_the_newest(home: Home) -> None:
    for body in (b"first", b"second", b"first"):
        assert _land(home, [_answer(body)]).landed == 1
    assert [payload.body for payload in _newest(home)] == [b"first"]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.binary(max_size=300), unique=True, min_size=1, max_size=6))
def test_any_body_is_read_back_byte_for_byte(bodies: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as directory:
        home = Home(Path(directory), threads=1)
        asked = [_answer(body, TeamID=str(place)) for place, body in enumerate(bodies)]
        assert _land(home, asked).bytes == sum(map(len, bodies))
        assert _newest(home) == asked


def test_the_moment_of_fetching_is_kept_in_utc(home: Home) -> None:
    eastern = NOON.astimezone(timezone(timedelta(hours=-5)))
    _land(home, [Payload("nba_stats", "leaguegamelog", SEASON, b"{}", eastern)])
    (kept,) = _newest(home)
    assert kept.fetched_at == NOON


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-12])


def _garbled(path: Path) -> None:
    stored = bytearray(path.read_bytes())
    stored[12:20] = b"\xff" * 8
    path.write_bytes(bytes(stored))


def _not_compressed(path: Path) -> None:
    path.write_bytes(LONG)


def _another_body(path: Path) -> None:
    path.write_bytes(gzip.compress(b"something else"))


@pytest.mark.parametrize(
    "damage", [Path.unlink, _cut_short, _garbled, _not_compressed, _another_body]
)
def test_a_damaged_body_is_named_and_can_be_landed_again_as_the_message_says(
    home: Home, damage: Callable[[Path], None]
) -> None:
    _land(home, [_answer(LONG)])
    (stored,) = home.landing.rglob("*.gz")
    damage(stored)
    with pytest.raises(TipoffError, match=r"log\.json\.gz") as told:
        _newest(home)
    assert str(stored) in str(told.value)
    assert "\n" not in str(told.value)
    if "delete it" in str(told.value):
        stored.unlink()
    _land(home, [_answer(LONG)])
    assert [payload.body for payload in _newest(home)] == [LONG]


def test_an_interrupted_landing_leaves_nothing_in_the_index(home: Home) -> None:
    _land(home, [_answer(b"old")])

    def interrupted() -> Iterator[Payload]:
        yield _answer(b"new")
        yield _answer(b"more", TeamID="7")
        raise ConnectionError("the line went dead")

    with pytest.raises(ConnectionError):
        _land(home, interrupted())
    assert [payload.body for payload in _newest(home)] == [b"old"]
    assert _land(home, [_answer(b"new"), _answer(b"more", TeamID="7")]).landed == 2


@pytest.mark.parametrize(("first", "then"), [("demo", "nba_stats"), ("nba_stats", "demo")])
def test_simulated_and_real_payloads_are_refused_in_one_home(
    home: Home, first: str, then: str
) -> None:
    _land(home, [_answer(b"one", source=first)])
    with pytest.raises(UsageError, match="TIPOFF_HOME"):
        _land(home, [_answer(b"two", source=then)])
    assert [payload.source for payload in _newest(home)] == [first]
    with _store(home) as store:
        assert store.simulated_for == (NOON.date() if first == "demo" else None)


def test_newest_selects_by_resource_and_parameters(home: Home) -> None:
    players, teams = _answer(b"p", PlayerOrTeam="P"), _answer(b"t", PlayerOrTeam="T")
    _land(home, [players, teams])
    assert _newest(home, PlayerOrTeam="P") == [players]
    assert _newest(home, PlayerOrTeam="T", Season="2024-25") == [teams]
    assert _newest(home) == [players, teams]
    assert _newest(home, Season="2023-24") == []
    with _store(home) as store:
        assert store.newest("shotchartdetail", {}) == []
