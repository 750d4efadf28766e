"""The client of The Odds API, over real HTTP: one request an event, a budget, a secret key."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from support.loopback import Loopback, Reply, loopback
from support.odds_events import Event, event, market, payload
from tipoff.app.home import Home
from tipoff.app.ingest import WebReport, ingest_web
from tipoff.domain.markets import MARKETS, NOT_PREDICTED
from tipoff.kernel.declare.payload import Payload
from tipoff.simulation.service import Archive, Faults, Replay, serving
from tipoff.sources.http import Clock, Limits
from tipoff.sources.odds.fetch import Budget, Endpoints, OddsApi, Quota
from tipoff.sources.odds.fetch.client import listed_events
from tipoff.sources.odds.price_streams import player_props

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

DAY = date(2024, 3, 9)
NOW = datetime(2024, 3, 9, 16, tzinfo=UTC)
TIP = datetime(2024, 3, 10, 0, 30)
BOOKS = ("draftkings", "fanduel", "betmgm")
KEY = "planted-key-5e6f"
FAST = Limits(requests_per_second=1e6, backoff=0.0, attempts=3, timeout=5)
CLOCK = Clock(timestamp=lambda: NOW)
NO_ALTERNATES = 1
ASKED = 3 + 2 * len(MARKETS) - NO_ALTERNATES + len(NOT_PREDICTED)


def _event(number: int, tip_at: datetime = TIP) -> Event:
    seen_at = datetime(2024, 3, 9, 15, 30)
    quotes = [(f"Player {number} {n}", 10.5 + n, -110.0, -110.0) for n in range(12)]
    books = {
        b: [market(f"player_{m}", seen_at, quotes) for m in ("points", "rebounds")] for b in BOOKS
    }
    return event((f"Home {number}", f"Away {number}"), tip_at, books, f"e{number}")


@pytest.fixture
def slate() -> Iterator[tuple[Replay, str]]:
    """Eleven games of the date, one that has begun, and one of the next day."""
    events = [_event(n) for n in range(11)]
    events += [_event(90, datetime(2024, 3, 9, 15)), _event(91, TIP + timedelta(1))]
    replay = Replay(Archive(payload(e, Recorded="2024-03-09") for e in events))
    with serving(replay) as url:
        yield replay, f"{url}/v4"


def _ingest(home: Home, source: OddsApi, clock: Clock = CLOCK, **limits: Any) -> WebReport:
    return ingest_web(home, source, replace(FAST, **limits), clock=clock)


def _source(url: str, **more: Any) -> OddsApi:
    return OddsApi(Endpoints(url, KEY), DAY, DAY, **more)


def _requested_paths(replay: Replay) -> list[str]:
    return [path.split("?")[0].removeprefix("/v4/") for path in replay.request_counts.elements()]


def _landed(home: Home, resource: str) -> list[Mapping[str, str]]:
    with home.reading() as session:
        rows = session.workspace.catalog.query(
            "SELECT parameters FROM payload WHERE resource = ? ORDER BY payload", [resource]
        )
    return [orjson.loads(parameters) for (parameters,) in rows]


def test_a_slate_is_a_list_and_one_request_an_event(
    slate: tuple[Replay, str], tmp_path: Path
) -> None:
    replay, url = slate
    home, source = Home(tmp_path), _source(url)
    report = _ingest(home, source)
    assert (report.landed, report.requests, report.failures) == (12, 12, ())
    odds = [path for path in _requested_paths(replay) if path.endswith("/odds")]
    assert sorted(odds) == sorted(f"sports/basketball_nba/events/e{n}/odds" for n in range(11))
    assert source.quota == Quota(remaining=100_000 - 22, used=22, spent=22)
    parameters = _landed(home, "event_odds")
    assert {a["Snapshot"] for a in parameters} == {"2024-03-09T16:00:00.000Z"}
    assert len(parameters[0]["Markets"].split(",")) == ASKED


def test_every_snapshot_is_kept(slate: tuple[Replay, str], tmp_path: Path) -> None:
    home, later = Home(tmp_path), Clock(timestamp=lambda: NOW + timedelta(hours=2))
    _ingest(home, _source(slate[1]))
    _ingest(home, _source(slate[1]), later)
    assert len(_landed(home, "event_odds")) == 22
    assert len({a["Snapshot"] for a in _landed(home, "event_odds")}) == 2


def test_a_past_time_is_requested_once(slate: tuple[Replay, str], tmp_path: Path) -> None:
    replay, url = slate
    home, clock = Home(tmp_path), Clock(timestamp=lambda: NOW + timedelta(days=400))
    report = _ingest(home, _source(url, minutes_before=(5, 480)), clock)
    assert (report.landed, len(report.failures)) == (25, 1)
    assert "EventID e90" in report.failures[0], "first quoted when it had begun"
    assert report.failures[0].endswith("no book prices this game then")
    moments = [a["Date"] for a in _landed(home, "historical_event_odds")]
    assert sorted(set(moments)) == [
        "2024-03-09T07:00:00Z",
        "2024-03-09T14:55:00Z",
        "2024-03-09T16:30:00Z",
        "2024-03-10T00:25:00Z",
    ]
    before = sum(replay.request_counts.values())
    again = _ingest(home, _source(url, minutes_before=(5, 480)), clock)
    assert (again.requests, again.landed, sum(replay.request_counts.values())) == (0, 0, before)
    assert again.failures == ()
    more = _ingest(home, _source(url, minutes_before=(5, 60)), clock)
    assert more.requests == 12


def test_no_more_is_spent_than_the_budget_surely_pays_for(
    slate: tuple[Replay, str], tmp_path: Path
) -> None:
    replay, url = slate
    cost = Endpoints(url, KEY).credits_per_event
    source = _source(url, budget=Budget(credits=3 * cost + 1))
    report = _ingest(Home(tmp_path / "a"), source)
    assert (report.landed, len(report.failures), report.exit_code) == (4, 8, 1)
    assert source.quota.spent <= 3 * cost
    assert (
        f"not requested: it may cost {cost} credits, and {3 * cost + 1} may be spent"
        in (report.failures[0])
    )
    reserved = _source(url, budget=Budget(reserve=100_000 - source.quota.spent - cost))
    assert _ingest(Home(tmp_path / "b"), reserved).landed == 2
    assert sum(path.endswith("/odds") for path in _requested_paths(replay)) == 4


@pytest.mark.parametrize(
    ("kind", "cured"), [("busy", True), ("broken", True), ("reset", True), ("truncated", True)]
)
def test_faults_on_the_way_are_requested_again(kind: str, cured: bool, tmp_path: Path) -> None:
    archive = Archive(payload(_event(n), Recorded="2024-03-09") for n in range(11))
    with serving(Replay(archive, Faults({kind: 0.3}, seed=4))) as url:
        report = _ingest(Home(tmp_path), _source(f"{url}/v4"), attempts=10)
    assert (report.landed, report.failures) == (12, ())
    assert report.requests > 12


def test_an_answer_of_other_columns_is_landed_and_reported(tmp_path: Path) -> None:
    base = "/sports/basketball_nba/events"
    changed = {**_event(1), "bookmakers": [{"name": "x"}]}
    replies = {
        base: [Reply(orjson.dumps([_event(1)]))],
        f"{base}/e1/odds": [Reply(orjson.dumps(changed))],
    }
    home = Home(tmp_path)
    with loopback(replies) as server:
        report = _ingest(home, _source(server.url))
    assert report.landed == 2
    assert "field 'key' is missing" in report.failures[0]
    assert len(_landed(home, "event_odds")) == 1


def test_a_list_with_odd_things_in_it_gives_the_events_that_are_whole() -> None:
    whole = _event(1)
    odd = [None, {}, {"id": 7}, {**_event(2), "commence_time": "soon"}, whole]
    assert list(listed_events(orjson.dumps(odd))) == ["e1"]
    assert list(listed_events(orjson.dumps({"timestamp": "t", "data": odd}))) == ["e1"]
    assert listed_events(b'{"data": null}') == {}


@pytest.mark.parametrize("status", [401, 403, 422, 429, 500])
def test_the_key_is_told_to_nobody_but_the_service(
    status: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    base = "/sports/basketball_nba/events"
    replies = {
        base: [Reply(orjson.dumps([_event(1), _event(2)]))],
        f"{base}/e1/odds": [Reply(orjson.dumps(_event(1)))],
        f"{base}/e2/odds": [Reply(b'{"message": "no"}', status=status)],
    }
    home, source = Home(tmp_path), OddsApi(Endpoints("", KEY), DAY, DAY)
    with loopback(replies) as server:
        source.endpoints = Endpoints(server.url, KEY)
        report = _ingest(home, source)
        assert _keys_sent(server) == {KEY}
    assert (report.landed, len(report.failures)) == (2, 1)
    assert ("TIPOFF_ODDS_API_KEY is not a valid key" in report.failures[0]) == (status == 401)
    texts = [repr(source), repr(report), str(report.failures), caplog.text]
    assert not [text for text in texts if KEY in text]
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    assert not [body for body in kept if KEY.encode() in body]


def _keys_sent(server: Loopback) -> set[str]:
    queries = [query for requests in server.received.values() for query, _ in requests]
    return {part.split("=")[1] for q in queries for part in q.split("&") if "apiKey" in part}


def test_credits_are_read_from_headers_in_any_order() -> None:
    one = {"x-requests-remaining": "90", "x-requests-used": "10", "x-requests-last": "5"}
    other = {"x-requests-remaining": "95", "x-requests-used": "5", "x-requests-last": "5"}
    assert Quota().after(one).after(other) == Quota().after(other).after(one) == Quota(90, 10, 10)
    assert Quota().after({}) == Quota()
    assert Quota().after({"x-requests-remaining": "12.0", "x-requests-last": "?"}) == Quota(12)
    assert Budget().left(Quota()) is None
    assert Budget(credits=50, reserve=20).left(Quota(60, 0, 25)) == 25
    assert Budget(reserve=20).left(Quota(60)) == 40


def _schedule(*games: tuple[str, str, datetime]) -> Payload:
    """A landed schedule of (home, away, tip-off in UTC)."""
    listed = [
        {
            "gameId": f"00223{number:05}",
            "gameStatus": 1,
            "arenaName": "A",
            "gameDateTimeUTC": f"{tip:%Y-%m-%dT%H:%M:%SZ}",
            **{
                side: {
                    "teamId": 1,
                    "teamCity": name.split()[0],
                    "teamTricode": "X",
                    "teamName": " ".join(name.split()[1:]),
                }
                for side, name in (("homeTeam", home), ("awayTeam", away))
            },
        }
        for number, (home, away, tip) in enumerate(games)
    ]
    days = [{"gameDate": "03/09/2024 00:00:00", "games": listed}]
    body = {"leagueSchedule": {"seasonYear": "2023-24", "gameDates": days}}
    parameters = {"Season": "2023-24"}
    return Payload("nba_stats", "scheduleleaguev2", parameters, orjson.dumps(body), NOW, "made")


def _home_with(directory: Path, *games: tuple[str, str, datetime]) -> Home:
    home = Home(directory)
    with home.writing() as workspace:
        workspace.landing.land([_schedule(*games)])
    return home


def _listing(*events: Event) -> dict[str, list[Reply]]:
    base = "/sports/basketball_nba/events"
    odds = {f"{base}/{e['id']}/odds": [Reply(orjson.dumps(e))] for e in events}
    return {base: [Reply(orjson.dumps(list(events)))], **odds}


def test_a_scheduled_game_without_an_event_is_named(tmp_path: Path) -> None:
    begun = datetime(2024, 3, 9, 15)
    home = _home_with(
        tmp_path, ("Home 1", "Away 1", TIP), ("Home 2", "Away 2", TIP), ("Home 3", "Away 3", begun)
    )
    with loopback(_listing(_event(1))) as server:
        report = _ingest(home, _source(server.url))
    assert (report.landed, report.exit_code) == (2, 1)
    (failure,) = report.failures
    assert failure.endswith("the service lists no event for Away 2 @ Home 2 on 2024-03-09")


def test_an_event_under_other_names_of_its_teams_or_swapped_is_the_game_s(tmp_path: Path) -> None:
    home = _home_with(tmp_path, ("Los Angeles Lakers", "LA Clippers", TIP))
    swapped = _event(1) | {"home_team": "Los Angeles Clippers", "away_team": "LA Lakers"}
    with loopback(_listing(swapped)) as server:
        report = _ingest(home, _source(server.url))
    assert (report.landed, report.failures) == (2, ())


@pytest.mark.parametrize(
    ("games", "events", "why"),
    [
        (None, [], "no events from 2024-03-09 to 2024-03-09, and no schedule is landed"),
        ([("Home 1", "Away 1", datetime(2024, 3, 9, 15))], [], "all 1 games have begun"),
        (None, [_event(1, datetime(2024, 3, 9, 15))], "all 1 games have begun"),
        (None, [_event(1) | {"bookmakers": []}], "no book prices this game then"),
    ],
)
def test_silence_is_a_failure_with_its_reason(
    tmp_path: Path, games: Any, events: list[Event], why: str
) -> None:
    home = Home(tmp_path) if games is None else _home_with(tmp_path, *games)
    with loopback(_listing(*events)) as server:
        report = _ingest(home, _source(server.url))
    assert report.exit_code == 1
    assert why in report.failures[0]


def test_a_date_without_games_is_no_failure(tmp_path: Path) -> None:
    home = _home_with(tmp_path, ("Home 1", "Away 1", TIP))
    with loopback(_listing(_event(1))) as server:
        endpoints = Endpoints(server.url, KEY)
        earlier = DAY - timedelta(1)
        report = _ingest(home, OddsApi(endpoints, earlier, earlier))
    assert (report.landed, report.failures) == (1, ())


def test_named_bookmakers_are_requested_in_the_place_of_regions(tmp_path: Path) -> None:
    with loopback(_listing(_event(1))) as server:
        endpoints = Endpoints(server.url, KEY, "us,us_dfs", ",".join(["draftkings"] * 11))
        _ingest(Home(tmp_path), OddsApi(endpoints, DAY, DAY))
        ((query, _),) = server.received["/sports/basketball_nba/events/e1/odds"]
    assert "bookmakers=draftkings" in query
    assert "regions=" not in query
    assert "includeMultipliers=true" in query


@pytest.mark.parametrize(
    ("regions", "bookmakers", "times"),
    [
        ("us", "", 1),
        ("us,us_dfs,us_ex", "", 3),
        ("us,eu", "a,b", 1),
        ("us", ",".join("abcdefghij"), 1),
        ("us", ",".join("abcdefghijk"), 2),
    ],
)
def test_ten_named_bookmakers_cost_as_much_as_one_region(
    regions: str, bookmakers: str, times: int
) -> None:
    assert Endpoints("", KEY, regions, bookmakers).credits_per_event == times * ASKED


def _landed_books(home: Home) -> dict[str, list[float | None]]:
    """By book, the multipliers of what was landed."""
    with home.reading() as session:
        store = home.storage.payloads(session.workspace.catalog)
        events = [
            orjson.loads(store.read(landed.number).body)
            for landed in store.newest("event_odds", {})
        ]
    return {
        book["key"]: [outcome.get("multiplier") for outcome in book["markets"][0]["outcomes"]]
        for event in events
        for book in event["bookmakers"]
    }


@pytest.mark.parametrize(
    ("regions", "bookmakers", "books"),
    [
        ("us", "", {"draftkings"}),
        ("us,us_dfs", "", {"draftkings", "prizepicks"}),
        ("us", "prizepicks", {"prizepicks"}),
    ],
)
def test_the_replay_serves_pick_em_books_to_who_asks_for_them(
    tmp_path: Path, regions: str, bookmakers: str, books: set[str]
) -> None:
    seen_at = datetime(2024, 3, 9, 15, 30)
    lines = market("player_points", seen_at, [("Al Doe", 10.5, 100.0, 100.0)])
    picks = orjson.loads(orjson.dumps(lines))
    picks["outcomes"][0]["multiplier"] = 1.5
    made = event(("A", "B"), TIP, {"draftkings": [lines], "prizepicks": [picks]})
    home = Home(tmp_path)
    with serving(Replay(Archive([payload(made, Recorded="2024-03-09")]))) as url:
        source = OddsApi(Endpoints(f"{url}/v4", KEY, regions, bookmakers), DAY, DAY)
        assert _ingest(home, source).failures == ()
    landed = _landed_books(home)
    assert landed.keys() == books
    assert landed.get("prizepicks", [1.5, None]) == [1.5, None]


def test_an_impossible_price_is_a_fault_that_can_be_requested(tmp_path: Path) -> None:
    archive = Archive([payload(_event(1), Recorded="2024-03-09")])
    home = Home(tmp_path)
    with serving(Replay(archive, Faults({"impossible": 1.0}))) as url:
        assert _ingest(home, _source(f"{url}/v4")).failures == ()
    with home.reading() as session:
        store = home.storage.payloads(session.workspace.catalog)
        (landed,) = store.newest("event_odds", {})
        columns = player_props.parse(store.read(landed.number))
    points = [
        price
        for name, price in zip(columns["market"], columns["price"], strict=True)
        if name == "player_points"
    ]
    assert points[:3] == [130, 130, -110]
