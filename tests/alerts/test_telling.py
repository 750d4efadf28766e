"""Alerts over real HTTP: each incident is sent once and resolved once; channels may fail."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import SecretStr

from support.day_outcomes import job, outcome, stale
from support.publishing_league import NO_STATUS
from support.receiver import Receiver, receiver
from tipoff.alerts import AlertRecords, Alerts, channels_of, dispatch
from tipoff.app.home import Home
from tipoff.domain.quiet_hours import QuietHours
from tipoff.kernel.errors import UsageError
from tipoff.operations import DayOutcome, JobKind, JobOutcome, SourceResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tipoff.health.report import Status

MORNING = datetime(2024, 1, 10, 12, tzinfo=UTC)  # seven in the East: before the digest
SECRET = "S3cret-token"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home with a catalog."""
    new_home = Home(tmp_path / "home")
    new_home.open_catalog().close()
    return new_home


@pytest.fixture
def status_is(monkeypatch: pytest.MonkeyPatch) -> Callable[[Status | None], None]:
    """Set the status that every home reports."""

    def state(status: Status | None) -> None:
        monkeypatch.setattr(dispatch, "_status", lambda _: status)

    state(NO_STATUS)
    return state


@pytest.fixture
def hook() -> Iterator[Receiver]:
    """A receiver that takes everything."""
    with receiver() as new_receiver:
        yield new_receiver


def _alerts(*hooks: Receiver, muted: tuple[str, ...] = (), **more: Any) -> Alerts:
    addresses = [SecretStr(each.address(SECRET)) for each in hooks]
    return Alerts(channels_of(addresses, muted), **{"digest_hour": 23, **more})


def _at(now: datetime, **more: Any) -> DayOutcome:
    return replace(outcome(**more), now=now)


def test_an_incident_is_sent_once_and_its_end_once(
    home: Home, hook: Receiver, status_is: Callable[[Status | None], None]
) -> None:
    alerts = _alerts(hook)
    for hours, behind in enumerate((3, 3, 4)):
        status_is(stale(behind))
        assert alerts.notify(home, _at(MORNING + timedelta(hours=hours))) == []
    assert hook.titles == ["Tipoff: 1 problem, critical"]
    assert "3 dates with games behind" in hook.messages[0]["message"]
    status_is(NO_STATUS)
    for hours in (4, 5):
        alerts.notify(home, _at(MORNING + timedelta(hours=hours)))
    assert hook.titles[1:] == ["Tipoff: 1 problem resolved"]
    status_is(stale(3))
    alerts.notify(home, _at(MORNING + timedelta(hours=6)))
    assert hook.titles[2:] == ["Tipoff: 1 problem, critical"], "the next time it is another"


def test_a_source_that_was_not_asked_again_is_not_cured(
    home: Home, hook: Receiver, status_is: Callable[[Status | None], None]
) -> None:
    alerts = _alerts(hook)
    alerts.notify(home, _at(MORNING, sources=(SourceResult("odds", failure="answered 401"),)))
    alerts.notify(home, _at(MORNING, sources=(SourceResult("nba"),)))
    assert hook.titles == ["Tipoff: 1 problem"]
    alerts.notify(home, _at(MORNING, sources=(SourceResult("odds", landed=1),)))
    assert hook.titles[1:] == ["Tipoff: 1 problem resolved"]


def test_a_channel_that_answers_404_is_reported_by_the_others_and_is_tried_again(
    home: Home, hook: Receiver, status_is: Callable[[Status | None], None]
) -> None:
    with receiver(404) as broken:
        alerts = _alerts(broken, hook)
        status_is(stale(3))
        failures = alerts.notify(home, _at(MORNING))
        assert failures == ["json 1: answered 404"]
        assert hook.titles == ["Tipoff: 1 problem, critical", "Tipoff: 1 problem"]
        assert hook.messages[1]["message"] == "channel json 1: answered 404"
        assert alerts.notify(home, _at(MORNING + timedelta(hours=1))) == [], "nothing is new"
        broken.status = 200
        assert alerts.test(home, MORNING + timedelta(hours=2)) == {"json 1": "", "json 2": ""}
        alerts.notify(home, _at(MORNING + timedelta(hours=3)))
        assert hook.titles[-1] == broken.titles[-1] == "Tipoff: 1 problem resolved"


def test_what_no_channel_took_is_sent_by_the_next_pass(
    home: Home, hook: Receiver, status_is: Callable[[Status | None], None]
) -> None:
    alerts = _alerts(hook)
    status_is(stale(3))
    hook.status = 500
    assert alerts.notify(home, _at(MORNING)) == ["json 1: answered 500"]
    hook.status = 200
    alerts.notify(home, _at(MORNING + timedelta(hours=1)))
    assert "player props" in hook.messages[0]["message"]


def test_a_muted_channel_gets_nothing_and_is_reported(
    home: Home, hook: Receiver, status_is: Callable[[Status | None], None]
) -> None:
    with receiver() as silent:
        _alerts(silent, hook, muted=("json 1",)).notify(home, _at(MORNING))
        assert silent.messages == []
    assert [message["message"] for message in hook.messages] == ["channel json 1: is muted"]


def test_in_quiet_hours_only_what_is_critical_is_sent(
    home: Home, hook: Receiver, status_is: Callable[[Status | None], None]
) -> None:
    alerts = _alerts(hook, quiet=QuietHours.parse("23-8"))
    failed = (SourceResult("odds", failure="answered 401"),)
    alerts.notify(home, _at(MORNING, sources=failed))
    assert hook.messages == []
    missed = (job(JobKind.PRE_TIP, JobOutcome.MISSED, "its deadline passed"),)
    alerts.notify(home, _at(MORNING, results=missed))
    assert [message["message"] for message in hook.messages] == [
        "2024-01-10 pre-tip missed its deadline: its deadline passed"
    ]
    alerts.notify(home, _at(MORNING + timedelta(hours=2)))
    assert hook.messages[1]["message"] == "odds: answered 401"


def test_an_open_incident_says_what_it_came_to_last(
    home: Home, hook: Receiver, status_is: Callable[[Status | None], None]
) -> None:
    alerts = _alerts(hook)
    for why in ("a first reason", "a second reason"):
        missed = (job(JobKind.MORNING, JobOutcome.MISSED, why),)
        alerts.notify(home, _at(MORNING, results=missed))
    alerts.notify(home, _at(MORNING, results=(job(JobKind.MORNING, JobOutcome.DONE),)))
    assert hook.titles == ["Tipoff: 1 problem, critical", "Tipoff: 1 problem resolved"]
    assert "a second reason" in hook.messages[1]["message"]


def test_the_digest_goes_out_once_a_morning(
    home: Home, hook: Receiver, status_is: Callable[[Status | None], None]
) -> None:
    alerts = _alerts(hook, digest_hour=9)
    status_is(None)
    for hours in (0, 2, 3, 26):
        alerts.notify(home, _at(MORNING + timedelta(hours=hours)))
    assert hook.titles == ["Tipoff: Wednesday 2024-01-10", "Tipoff: Thursday 2024-01-11"]


def test_the_dead_man_s_switch_is_requested_once_after_a_good_day(
    home: Home, hook: Receiver, status_is: Callable[[Status | None], None]
) -> None:
    alerts = Alerts((), heartbeat=SecretStr(f"http://127.0.0.1:{hook.port}/{SECRET}"))
    done, failed = job(JobKind.MORNING, JobOutcome.DONE), job(JobKind.MORNING, JobOutcome.FAILED)
    for results, pings in (((), 0), ((failed,), 0), ((done,), 1), ((done,), 1)):
        alerts.notify(home, _at(MORNING, results=results))
        assert hook.pings == pings
    alerts.notify(home, _at(MORNING + timedelta(days=1), results=(done,)))
    assert hook.pings == 2
    hook.status = 500
    later = MORNING + timedelta(days=2)
    assert alerts.notify(home, _at(later, results=(done,))) == ["dead man's switch: answered 500"]


def test_no_secret_is_kept_or_shown(
    home: Home, hook: Receiver, status_is: Callable[[Status | None], None]
) -> None:
    status_is(stale(3))
    alerts = _alerts(hook)
    hook.status = 403
    logged = str(alerts.notify(home, _at(MORNING)))
    gone = Alerts(channels_of([SecretStr(f"json://user:{SECRET}@127.0.0.1:1/hook")]))
    logged += str(gone.notify(home, _at(MORNING)))
    with closing(home.open_catalog()) as catalog:
        logged += str(catalog.query("SELECT * FROM delivery"))
        logged += str(catalog.query("SELECT * FROM incident"))
        assert AlertRecords(catalog).last_deliveries()["json 1"].failure.startswith("not delivered")
    assert SECRET not in logged + repr(alerts)
    assert SECRET.encode() not in home.catalog.read_bytes()


@pytest.mark.parametrize(
    ("address", "muted", "message"),
    [
        (f"nothing {SECRET}", (), "number 1 is not an address"),
        (f"zzz://{SECRET}", (), "number 1: Apprise knows no service zzz://"),
        (f"json://{SECRET}@x", ("json 2",), "no channel json 2; the channels are json 1"),
    ],
)
def test_a_channel_that_is_none_is_refused_without_its_address(
    address: str, muted: tuple[str, ...], message: str
) -> None:
    with pytest.raises(UsageError, match=message) as refused:
        channels_of([SecretStr(address)], muted)
    assert SECRET not in str(refused.value)


def test_an_address_that_lacks_a_part_is_reported_by_its_channel(home: Home) -> None:
    alerts = Alerts(channels_of([SecretStr(f"tgram://{SECRET}")]))
    assert alerts.test(home, MORNING) == {"tgram 1": "Apprise does not understand its address"}
