"""Fetching over real HTTP: retried where it helps, limited, paced, and nothing is lost."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from support.loopback import Loopback, Reply, loopback
from tipoff.sources.http import (
    Answer,
    Clock,
    Doubtful,
    Failed,
    Fetched,
    Fetcher,
    LastOutcome,
    Limits,
    Request,
    Unchanged,
    Validators,
)

FAST = Limits(requests_per_second=1e6, backoff=0.0, timeout=5)
GOOD = Reply(b'{"rows": []}')
SECRET = "planted-secret-1b2c"


@dataclass
class Sleeper:
    """A clock that does not wait, and records the requested waits."""

    time: float = 0.0
    slept: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def clock(self) -> Clock:
        return Clock(lambda: self.time, lambda stopped, seconds: self.sleep(seconds))

    def sleep(self, seconds: float) -> None:
        with self.lock:
            self.slept.append(seconds)
            self.time += seconds


def _request(server: Loopback, path: str = "/log", **more: str) -> Request:
    return Request("nba_stats", "leaguegamelog", {"Path": path}, server.url + path, more)


def _one(server: Loopback, limits: Limits = FAST, clock: Clock | None = None) -> Answer:
    (answer,) = Fetcher(limits, clock=clock).fetch([_request(server)])
    return answer


def test_an_answer_is_a_payload_under_the_name_it_was_asked_by() -> None:
    with loopback({"/log": [GOOD]}) as server:
        (answer,) = Fetcher(FAST).fetch([_request(server, Season="2024-25", DateFrom="")])
        assert isinstance(answer, Fetched)
        payload = answer.payload
        assert (payload.source, payload.resource) == ("nba_stats", "leaguegamelog")
        assert dict(payload.parameters) == {"Path": "/log"}
        assert (payload.body, payload.origin) == (GOOD.body, f"{server.url}/log")
        assert abs(payload.fetched_at - datetime.now(UTC)) < timedelta(minutes=5)
        assert server.received["/log"][0][0] == "Season=2024-25&DateFrom="


@pytest.mark.parametrize(
    "bad",
    [
        Reply(status=429),
        Reply(status=500),
        Reply(status=503),
        Reply(status=408),
        Reply(fault="reset"),
        Reply(b'{"rows": [1, 2, 3]}', fault="cut"),
        Reply(b"<html>Service unavailable</html>"),
        Reply(b'{"rows": ['),
        Reply(b"[]"),
        Reply(b""),
        Reply(b"not gzip", headers={"Content-Encoding": "gzip"}),
    ],
    ids=lambda reply: f"{reply.status}{reply.fault}{reply.body[:5]!r}",
)
def test_what_may_pass_is_requested_again(bad: Reply) -> None:
    with loopback({"/log": [bad, bad, GOOD]}) as server:
        answer = _one(server)
        assert isinstance(answer, Fetched)
        assert (answer.payload.body, answer.attempts, server.count()) == (GOOD.body, 3, 3)


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 410, 422])
def test_what_will_not_pass_is_requested_once(status: int) -> None:
    with loopback({"/log": [Reply(status=status)]}) as server:
        answer = _one(server)
        assert isinstance(answer, Failed)
        assert f"answered {status}" in answer.reason
        assert (answer.missing, server.count()) == (status in (404, 410), 1)


def test_attempts_are_capped() -> None:
    with loopback({"/log": [Reply(status=502)]}) as server:
        answer = _one(server, replace(FAST, attempts=3))
        assert isinstance(answer, Failed)
        assert answer.reason.endswith("answered 502 Bad Gateway (3 attempts)")
        assert not answer.missing
        assert server.count() == answer.attempts == 3


def test_nobody_there_is_a_failure_like_any_other() -> None:
    with loopback() as server:
        gone = replace(_request(server), url="http://127.0.0.1:1/log")
    (answer,) = Fetcher(FAST).fetch([gone])
    assert isinstance(answer, Failed)
    assert "Connection refused" in answer.reason


def test_waiting_doubles_and_is_spread() -> None:
    sleeper = Sleeper()
    with loopback({"/log": [Reply(status=500)]}) as server:
        _one(server, Limits(requests_per_second=1e6, backoff=1.0), sleeper.clock())
    waits = [seconds for seconds in sleeper.slept if seconds > 1e-3]
    assert len(waits) == 4
    assert all(2**n * 0.5 <= wait <= 2**n * 1.5 for n, wait in enumerate(waits))


@pytest.mark.parametrize("form", ["7", "date"])
def test_the_host_says_how_long_to_wait(form: str) -> None:
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    sleeper = Sleeper()
    busy = Reply(status=429, headers={"Retry-After": until if form == "date" else form})
    with loopback({"/log": [busy, GOOD]}) as server:
        assert isinstance(_one(server, FAST, sleeper.clock()), Fetched)
    assert sum(sleeper.slept) == pytest.approx(7, abs=0.1) or 30 < sum(sleeper.slept) < 61


def test_a_host_that_wants_an_hour_is_left_alone() -> None:
    sleeper = Sleeper()
    with loopback({"/log": [Reply(status=429, headers={"Retry-After": "3600"})]}) as server:
        answer = _one(server, FAST, sleeper.clock())
        assert isinstance(answer, Failed)
        assert server.count() == 1
    assert sum(sleeper.slept) < 1


def test_requests_of_one_host_keep_its_pace() -> None:
    sleeper = Sleeper()
    with loopback({"/log": [GOOD]}) as server:
        paced = Fetcher(Limits(requests_per_second=4, concurrency=1), clock=sleeper.clock())
        assert len(list(paced.fetch([_request(server)] * 9))) == 9
    assert sleeper.time == pytest.approx(2.0)


def test_a_jittered_pace_is_the_same_in_the_mean_and_never_even() -> None:
    sleeper = Sleeper()
    limits = Limits(requests_per_second=4, concurrency=1, jitter=0.5)
    with loopback({"/log": [GOOD]}) as server:
        list(Fetcher(limits, clock=sleeper.clock()).fetch([_request(server)] * 41))
    assert 5 < sleeper.time < 15
    assert all(0.125 <= slept <= 0.375 for slept in sleeper.slept)
    assert len(set(sleeper.slept)) > 30


def test_no_more_than_the_limit_are_under_way() -> None:
    with loopback({"/log": [GOOD]}) as server:
        answers = list(Fetcher(replace(FAST, concurrency=3)).fetch([_request(server)] * 60))
        assert len(answers) == server.count() == 60
        assert 1 <= server.busiest <= 3


def test_a_spent_time_budget_leaves_the_rest_to_the_next_run() -> None:
    sleeper = Sleeper()
    limits = Limits(requests_per_second=1, concurrency=1, time_budget=5)
    with loopback({"/log": [GOOD]}) as server:
        answers = list(Fetcher(limits, clock=sleeper.clock()).fetch([_request(server)] * 20))
        kinds = Counter(type(a) for a in answers)
        assert kinds == {Fetched: 5, Failed: 15}
        assert server.count() == 5
    assert {a.reason for a in answers if isinstance(a, Failed)} == {
        "not requested: the time budget is spent"
    }


def test_a_host_that_fails_again_and_again_is_given_up() -> None:
    with loopback({"/bad": [Reply(status=503)], "/log": [GOOD]}) as server, loopback() as other:
        other.replies = {"/log": [GOOD]}
        limits = replace(FAST, concurrency=1, attempts=2)
        requests = [_request(server, "/bad")] * 100 + [_request(other)]
        clock = Clock(timestamp=lambda: datetime(2026, 11, 20, 18, 5, tzinfo=UTC))
        answers = list(Fetcher(limits, clock=clock).fetch(requests))
        assert server.count() == 10
        assert len(answers) == 101
        assert "failed 5 times in a row" in str(answers[99])
        assert "wait until 18:35 UTC, then run the same command" in str(answers[99])
        assert isinstance(answers[100], Fetched)


def test_things_that_are_not_there_do_not_give_the_host_up() -> None:
    with loopback({"/log": [GOOD]}) as server:
        requests = [_request(server, f"/no/{n}") for n in range(20)] + [_request(server)]
        answers = list(Fetcher(replace(FAST, concurrency=1)).fetch(requests))
        assert isinstance(answers[-1], Fetched)


def test_what_has_not_changed_is_not_sent_again() -> None:
    def last(request: Request) -> LastOutcome:
        validators = Validators('"v1"', "Wed, 01 Jan 2025 00:00:00 GMT")
        return LastOutcome(datetime.now(UTC), "fetched", validators, 1)

    with loopback({"/log": [Reply(b"", status=304)]}) as server:
        (answer,) = Fetcher(FAST, last).fetch([_request(server)])
        assert isinstance(answer, Unchanged)
        headers = server.received["/log"][0][1]
        assert headers["if-none-match"] == '"v1"'
        assert headers["if-modified-since"] == "Wed, 01 Jan 2025 00:00:00 GMT"


def test_a_doubtful_answer_is_requested_again_and_the_last_one_kept() -> None:
    def no_old_ones(body: bytes) -> None:
        if b"old" in body:
            raise Doubtful("last night's games are not in it")

    old, new = Reply(b'{"old": 1}'), Reply(b'{"new": 1}', headers={"ETag": "w"})
    with loopback({"/log": [old, new], "/stale": [replace(old, headers={"ETag": "v"})]}) as server:
        requests = [replace(_request(server, p), check=no_old_ones) for p in ("/log", "/stale")]
        answers = Fetcher(replace(FAST, concurrency=1, attempts=3)).fetch(requests)
        cured, doubted = answers
        assert isinstance(cured, Fetched)
        assert (cured.payload.body, cured.doubt, cured.attempts) == (new.body, "", 2)
        assert cured.validators.etag == "w"
        assert isinstance(doubted, Fetched)
        assert (doubted.doubt, doubted.attempts) == ("last night's games are not in it", 3)
        assert doubted.validators == Validators()


def test_stopping_to_draw_answers_stops_the_asking() -> None:
    with loopback({"/log": [GOOD]}) as server:
        answers = Fetcher(replace(FAST, concurrency=2)).fetch([_request(server)] * 500)
        next(answers)
        answers.close()
        assert server.count() < 10


def test_whoever_stops_does_not_wait_for_another_attempt() -> None:
    busy = Reply(status=429, headers={"Retry-After": "100"})
    with loopback({"/log": [busy]}) as server, loopback({"/log": [GOOD]}) as other:
        requests = [_request(server), _request(other)]
        answers = Fetcher(replace(FAST, concurrency=2)).fetch(requests)
        assert isinstance(next(answers), Fetched)
        answers.close()
        assert server.count() <= 1


def test_progress_counts_what_is_answered() -> None:
    progress: list[tuple[int, int]] = []
    with loopback({"/log": [GOOD]}) as server:
        fetcher = Fetcher(FAST, progress=lambda done, total: progress.append((done, total)))
        list(fetcher.fetch([_request(server)] * 3))
        list(fetcher.fetch([_request(server)] * 2))
    assert progress == [(0, 3), (1, 3), (2, 3), (3, 3), (3, 5), (4, 5), (5, 5)]
    assert fetcher.attempts == 5


@pytest.mark.parametrize("bad", [Reply(status=403), Reply(status=500), Reply(fault="reset")])
def test_a_secret_goes_over_the_wire_and_nowhere_else(
    bad: Reply, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with loopback({"/log": [GOOD], "/bad": [bad]}) as server:
        requests = [
            replace(_request(server, p), secret={"apiKey": SECRET}) for p in ("/log", "/bad")
        ]
        answers = list(Fetcher(replace(FAST, attempts=2)).fetch(requests))
        for path in ("/log", "/bad"):
            assert server.received[path][0][0] == f"apiKey={SECRET}"
        texts = [repr(answers), str(requests), *map(str, answers), caplog.text]
    assert caplog.text
    assert not [text for text in texts if SECRET in text]


def test_a_proxy_s_password_is_not_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with loopback({"/log": [GOOD]}) as server:
        address = server.url.removeprefix("http://")
        through = replace(FAST, proxy=f"http://user:{SECRET}@{address}")
        request = Request("nba_stats", "log", {}, "http://somewhere.invalid/log")
        (answer,) = Fetcher(through).fetch([request])
        assert isinstance(answer, Fetched)
        assert server.count() == 1
    (down,) = Fetcher(through).fetch([request])
    assert isinstance(down, Failed)
    assert SECRET not in f"{through!r} {answer!r} {down!r} {caplog.text}"


def test_retries_refusals_and_hosts_given_up_are_logged_and_secrets_never(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    replies = {
        "/again": [Reply(status=503), GOOD],
        "/gone": [Reply(status=404)],
        "/no": [Reply(status=403)],
        "/html": [Reply(b"<html>")],
    }
    with loopback(replies) as server:
        fetcher = Fetcher(replace(FAST, attempts=2, concurrency=1))
        requests = [
            replace(_request(server, path), secret={"apiKey": SECRET})
            for path in ("/again", "/gone", *["/no"] * 5, "/html")
        ]
        answers = list(fetcher.fetch(requests))
    assert isinstance(answers[0], Fetched)
    text = caplog.text
    assert "leaguegamelog (Path /again): attempt 1 failed" in text
    assert "leaguegamelog (Path /again): 12 bytes, attempts: 2" in text
    assert "leaguegamelog (Path /gone): not there" in text
    assert "answered 403" in text
    assert "failed 5 times in a row: given up" in text
    assert {r.name for r in caplog.records if r.name.startswith("tipoff")} == {
        "tipoff.sources.http.fetcher",
        "tipoff.sources.http.pace",
    }
    assert SECRET not in text
