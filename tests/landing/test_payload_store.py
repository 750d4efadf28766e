"""The landing stores every answer unchanged, once, and reports when it cannot."""

from __future__ import annotations

import gzip
import json
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.damage import DAMAGES, emptied
from tipoff.app.home import Home
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import PayloadError, UsageError
from tipoff.landing import LandingReport, PayloadStore
from tipoff.landing.bodies import digest_of

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
    with home.writing() as workspace:
        return workspace.landing.land(payloads)


@contextmanager
def _store(home: Home) -> Iterator[PayloadStore]:
    with home.opened() as workspace:
        yield workspace.landing


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
        ((newest, older),) = store.answers("leaguegamelog", {})
        assert (newest.number, older.number) == (2, 1)
        assert store.read(1).body == b"before"


def test_an_answer_that_was_fetched_earlier_and_landed_later_does_not_supersede(
    home: Home,
) -> None:
    _land(home, [_answer(b"new")])
    _land(home, [replace(_answer(b"old"), fetched_at=NOON - timedelta(1))])
    assert [payload.body for payload in _newest(home)] == [b"new"]


def test_an_answer_that_goes_back_to_an_earlier_one_is_the_newest(home: Home) -> None:
    for hours, body in enumerate((b"first", b"second", b"first")):
        fetched = replace(_answer(body), fetched_at=NOON + timedelta(hours=hours))
        assert _land(home, [fetched]).landed == 1
    assert [payload.body for payload in _newest(home)] == [b"first"]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.binary(max_size=300), unique=True, min_size=1, max_size=6))
def test_any_body_is_read_back_byte_for_byte(bodies: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as directory:
        home = Home(Path(directory), threads=1)
        payloads = [_answer(body, TeamID=str(place)) for place, body in enumerate(bodies)]
        assert _land(home, payloads).bytes == sum(map(len, bodies))
        assert _newest(home) == payloads


def test_the_moment_of_fetching_is_kept_in_utc(home: Home) -> None:
    eastern = NOON.astimezone(timezone(timedelta(hours=-5)))
    _land(home, [Payload("nba_stats", "leaguegamelog", SEASON, b"{}", eastern)])
    (kept,) = _newest(home)
    assert kept.fetched_at == NOON


def _not_compressed(path: Path) -> None:
    path.write_bytes(LONG)


def _another_body(path: Path) -> None:
    path.write_bytes(gzip.compress(b"something else"))


@pytest.mark.parametrize("damage", [*DAMAGES, _not_compressed, _another_body])
def test_a_damaged_body_is_named_and_landed_again_as_the_message_says(
    home: Home, damage: Callable[[Path], None]
) -> None:
    _land(home, [_answer(LONG)])
    (stored,) = home.landing.rglob("*.gz")
    damage(stored)
    with _store(home) as store, pytest.raises(PayloadError) as error:
        store.read(1)
    assert str(stored) in str(error.value)
    assert "ingest log.json.gz again" in str(error.value)
    assert "\n" not in str(error.value)
    assert _land(home, [_answer(LONG)]).known == 1
    assert [payload.body for payload in _newest(home)] == [LONG]


@pytest.mark.parametrize("lose", [Path.unlink, emptied])
def test_an_answer_whose_body_is_lost_is_no_answer_to_those_who_ask(
    home: Home, lose: Callable[[Path], None]
) -> None:
    _land(home, [_answer(b"before")])
    _land(home, [_answer(LONG), _answer(b"other", TeamID="7")])
    with _store(home) as store:
        lose(store.bodies.path(digest_of(LONG)))
    with _store(home) as store:
        assert store.lost_requests == {("leaguegamelog", json.dumps(SEASON))}
        assert [each.number for each in store.newest("leaguegamelog", {})] == [3]
        assert len(store.answers("leaguegamelog", {})) == 2
    _land(home, [_answer(LONG)])
    with _store(home) as store:
        assert store.lost_requests == set()
        assert [each.number for each in store.newest("leaguegamelog", {})] == [2, 3]


def test_a_withdrawn_answer_gives_way_to_the_one_before_it_until_it_is_restored(
    home: Home,
) -> None:
    _land(home, [_answer(b"before")])
    _land(home, [_answer(b"after")])
    for restored, expected in ((False, b"before"), (True, b"after")):
        with home.writing() as workspace:
            assert workspace.landing.withdraw(2, restore=restored) == "log.json.gz"
        assert [payload.body for payload in _newest(home)] == [expected]


def test_what_is_withdrawn_is_no_time_that_a_clock_must_have_reached(home: Home) -> None:
    late = replace(_answer(b"late"), fetched_at=NOON + timedelta(days=3))
    _land(home, [_answer(b"right", season="another"), late])
    with home.writing() as workspace:
        assert workspace.landing.newest_fetch == late.fetched_at
        workspace.landing.withdraw(2)
        assert workspace.landing.newest_fetch == NOON


def test_a_withdrawn_answer_that_comes_again_stays_withdrawn(home: Home) -> None:
    _land(home, [_answer(b"before")])
    _land(home, [_answer(b"after")])
    with home.writing() as workspace:
        workspace.landing.withdraw(2)
    assert _land(home, [_answer(b"after")]).known == 1
    assert [payload.body for payload in _newest(home)] == [b"before"]


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


def test_a_simulated_league_s_date_is_that_of_the_east(home: Home) -> None:
    """After seven in the Eastern evening it is the next date by UTC, and the same slate."""
    evening = NOON.replace(hour=1) + timedelta(days=1)
    _land(home, [replace(_answer(b"one", source="demo"), fetched_at=evening)])
    with _store(home) as store:
        assert store.simulated_for == NOON.date()


def test_newest_selects_by_resource_and_parameters(home: Home) -> None:
    players, teams = _answer(b"p", PlayerOrTeam="P"), _answer(b"t", PlayerOrTeam="T")
    _land(home, [players, teams])
    assert _newest(home, PlayerOrTeam="P") == [players]
    assert _newest(home, PlayerOrTeam="T", Season="2024-25") == [teams]
    assert _newest(home) == [players, teams]
    assert _newest(home, Season="2023-24") == []
    with _store(home) as store:
        assert store.newest("shotchartdetail", {}) == []
