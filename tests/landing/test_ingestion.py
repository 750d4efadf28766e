"""Ingest from the web: answers are stored on arrival, and failures are reported."""

from __future__ import annotations

import gzip
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from support.damage import DAMAGES
from support.loopback import Loopback, Reply, loopback
from tipoff.app.home import Home
from tipoff.app.ingest import WebReport, ingest_web
from tipoff.app.verification import repair_home, verify
from tipoff.kernel.errors import UsageError
from tipoff.sources.http import Doubtful, Failed, Fetcher, LastOutcome, Limits, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tipoff.kernel.declare.payload import Landing
    from tipoff.sources.http import Answer

SECRET = "planted-secret-9e01"
FAST = Limits(requests_per_second=1e6, backoff=0.0, timeout=5, attempts=2)
V1 = Reply(b'{"v": 1}', headers={"ETag": "one"})
V2 = Reply(b'{"v": 2}', headers={"ETag": "two", "Last-Modified": "today"})


@dataclass(frozen=True)
class Games:
    """A client of a toy service: one request a game, all of them on every run."""

    server: Loopback
    names: tuple[str, ...]
    source: str = "nba_stats"
    die_after: int | None = None

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        requests = [self.request(name) for name in self.names]
        for number, answer in enumerate(fetcher.fetch(requests)):
            if number == self.die_after:
                raise KeyboardInterrupt
            yield answer

    def request(self, name: str) -> Request:
        return Request(self.source, "game", {"Game": name}, f"{self.server.url}/{name}")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home."""
    return Home(tmp_path / "home", threads=1)


def _landed(home: Home) -> dict[str, bytes]:
    with home.opened() as workspace:
        store = workspace.landing
        numbers = {n.parameters["Game"]: n.number for n in store.newest("game", {})}
        return {name: store.read(number).body for name, number in numbers.items()}


def _journal(home: Home) -> list[tuple[str, str]]:
    with home.opened() as workspace:
        return workspace.catalog.query("SELECT outcome, etag FROM request ORDER BY asked_at")


def test_what_came_is_landed_and_what_did_not_is_reported(home: Home) -> None:
    with loopback({"/a": [V1], "/b": [Reply(status=500)]}) as server:
        report = ingest_web(home, Games(server, ("a", "b", "c")), FAST)
    assert _landed(home) == {"a": V1.body}
    assert (report.landed, report.requests, report.exit_code) == (1, 4, 1)
    assert sorted(report.failures) == [
        f"game (Game b): {server.url[7:]} answered 500 Internal Server Error (2 attempts)",
        f"game (Game c): {server.url[7:]} answered 404 Not Found",
    ]


def test_a_later_answer_supersedes_and_an_unchanged_one_costs_nothing(home: Home) -> None:
    unchanged = Reply(b"", status=304)
    with loopback({"/a": [V1, unchanged, Reply(status=500), Reply(status=500), V2]}) as server:
        games = Games(server, ("a",))
        first, second, third, fourth = (ingest_web(home, games, FAST) for _ in range(4))
        assert (first.landed, second.landed, third.exit_code, fourth.landed) == (1, 0, 1, 1)
        assert (second.unchanged, second.exit_code) == (1, 0)
        sent = [headers.get("if-none-match") for _, headers in server.received["/a"]]
        assert sent == [None, "one", "one", "one", "one"]
        ingest_web(home, games, FAST)
        assert server.received["/a"][-1][1]["if-none-match"] == "two"
        assert server.received["/a"][-1][1]["if-modified-since"] == "today"
    assert _landed(home) == {"a": V2.body}
    outcomes = [outcome for outcome, _ in _journal(home)]
    assert outcomes == ["fetched", "unchanged", "failed", "fetched", "fetched"]


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_lost_is_requested_again_as_if_it_had_never_come(
    home: Home, damage: Callable[[Path], None]
) -> None:
    with loopback({"/a": [V1, V1, Reply(b"", status=304)]}) as server:
        games = Games(server, ("a",))
        ingest_web(home, games, FAST)
        (stored,) = home.landing.glob("??/*.gz")
        damage(stored)
        _, left = repair_home(home)
        assert [problem.kind for problem in left.problems] == ["body"]
        report = ingest_web(home, games, FAST)
        assert (report.known, report.unchanged) == (1, 0)
        assert [headers.get("if-none-match") for _, headers in server.received["/a"]] == [
            None,
            None,
        ]
        assert ingest_web(home, games, FAST).unchanged == 1
    assert _landed(home) == {"a": V1.body}
    assert verify(home).is_sound


def test_the_same_answer_again_lands_nothing(home: Home) -> None:
    with loopback({"/a": [Reply(V1.body)]}) as server:
        games = Games(server, ("a",))
        assert ingest_web(home, games, FAST) == WebReport(landed=1, bytes=8, requests=1)
        assert ingest_web(home, games, FAST) == WebReport(known=1, requests=1)


def test_an_interruption_keeps_what_had_arrived(home: Home) -> None:
    names = tuple(f"g{n}" for n in range(30))
    with loopback({f"/{name}": [V1] for name in names}) as server:
        games = replace(Games(server, names), die_after=20)
        with pytest.raises(KeyboardInterrupt):
            ingest_web(home, games, FAST)
    assert len(_landed(home)) == 20 == len(_journal(home))


def test_a_doubtful_answer_is_landed_and_reported(home: Home) -> None:
    def doubt(body: bytes) -> None:
        raise Doubtful("it is of yesterday")

    class Stale(Games):
        def request(self, name: str) -> Request:
            return replace(super().request(name), check=doubt)

    with loopback({"/a": [V1]}) as server:
        report = ingest_web(home, Stale(server, ("a",)), FAST)
    assert (report.failures, report.exit_code) == (("game (Game a): it is of yesterday",), 1)
    assert _landed(home) == {"a": V1.body}
    assert _journal(home) == [("doubtful", "")]


def test_what_a_client_expected_is_no_failure_and_is_kept_in_mind(home: Home) -> None:
    seen: list[LastOutcome | None] = []

    class Editions(Games):
        def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
            seen.extend(fetcher.last(self.request(name)) for name in self.names)
            for answer in super().answers(fetcher, landing):
                yield replace(answer, tolerated=True) if isinstance(answer, Failed) else answer

    with loopback() as server:
        for _ in range(3):
            report = ingest_web(home, Editions(server, ("a",)), FAST)
            assert (report.tolerated, report.failures, report.exit_code) == (1, (), 0)
    assert [(s.outcome, s.times) for s in seen if s] == [("missing", 1), ("missing", 2)]


@pytest.mark.parametrize("bad", [Reply(status=403), Reply(status=500), Reply(b"<html>")])
def test_a_secret_is_nowhere_in_the_home(
    home: Home, bad: Reply, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    class WithKey(Games):
        def request(self, name: str) -> Request:
            return replace(super().request(name), secret={"apiKey": SECRET})

    with loopback({"/a": [V1], "/b": [bad]}) as server:
        report = ingest_web(home, WithKey(server, ("a", "b")), FAST)
        assert server.received["/a"][0][0] == f"apiKey={SECRET}"
    assert report.exit_code == 1
    assert SECRET not in caplog.text + repr(report)
    kept = [path for path in home.directory.rglob("*") if path.is_file()]
    bodies = [gzip.decompress(path.read_bytes()) for path in kept if path.suffix == ".gz"]
    assert bodies == [V1.body]
    assert not [path for path in kept if SECRET.encode() in path.read_bytes()]


def test_real_and_simulated_answers_do_not_mix(home: Home) -> None:
    with loopback({"/a": [V1], "/b": [V2]}) as server:
        ingest_web(home, Games(server, ("a",)), FAST)
        with pytest.raises(UsageError, match="cannot share one home"):
            ingest_web(home, Games(server, ("b",), source="demo"), FAST)
    assert _landed(home) == {"a": V1.body}
