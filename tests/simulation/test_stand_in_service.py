"""The replay server answers as the services do, and fails as configured."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from support.nba_service import SEASON, TINY, served, tiny
from tipoff.kernel.errors import UsageError
from tipoff.simulation.service import KINDS, Faults
from tipoff.simulation.service.faults import ALTERED
from tipoff.simulation.service.server import listen

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = date(2024, 11, 10)
GAME = "9922400001"
EVENTS = "/v4/sports/basketball_nba/events"
EVENT = next(
    f"{EVENTS}/{p.parameters['EventID']}/odds" for p in tiny() if p.resource == "event_odds"
)
PRICES = {"apiKey": "any", "markets": "player_points", "regions": "us_dfs"}


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """Asks a service that has no faults, on the morning of a day."""
    with served(until=DAY) as service, httpx.Client(base_url=service.url) as client:
        yield client


def _rows(answer: httpx.Response) -> list[dict[str, Any]]:
    result = answer.json()["resultSets"][0]
    return [dict(zip(result["headers"], row, strict=True)) for row in result["rowSet"]]


def test_what_was_recorded_is_served_unchanged() -> None:
    (roster, *_) = (p for p in tiny() if p.resource == "commonteamroster")
    with served() as service:
        answer = httpx.get(f"{service.url}/stats/commonteamroster", params=dict(roster.parameters))
    assert (answer.status_code, answer.content) == (200, roster.body)
    assert answer.headers["content-type"] == "application/json"


def test_nothing_of_the_day_or_later_is_known(client: httpx.Client) -> None:
    days = client.get("/stats/scheduleleaguev2", params={"Season": SEASON}).json()
    games = [g for day in days["leagueSchedule"]["gameDates"] for g in day["games"]]
    assert {g["gameStatus"] for g in games} == {1, 3}
    log = _rows(client.get("/stats/leaguegamelog", params={"Season": SEASON, "PlayerOrTeam": "T"}))
    assert {r["GAME_ID"] for r in log} == {g["gameId"] for g in games if g["gameStatus"] == 3}
    assert max(r["GAME_DATE"] for r in log) < str(DAY)
    to_come = next(g["gameId"] for g in games if g["gameStatus"] == 1)
    box = client.get("/stats/boxscoretraditionalv3", params={"GameID": to_come})
    assert box.status_code == 404


def test_shots_of_all_teams_between_two_dates(client: httpx.Client) -> None:
    parameters = {"Season": SEASON, "TeamID": "0", "DateFrom": "11/05/2024", "DateTo": "11/07/2024"}
    rows = _rows(client.get("/stats/shotchartdetail", params=parameters))
    assert {r["GAME_DATE"] for r in rows} <= {"20241105", "20241106", "20241107"}
    assert len({r["TEAM_ID"] for r in rows}) == TINY.teams


def test_the_index_of_players_is_that_of_the_rosters(client: httpx.Client) -> None:
    rows = _rows(client.get("/stats/playerindex", params={"Season": SEASON}))
    assert len({(r["PERSON_ID"], r["TEAM_ID"]) for r in rows}) == len(rows) > 0
    assert client.get("/stats/playerindex", params={"Season": "1999-00"}).status_code == 404


@pytest.mark.parametrize("path", ["/", "/stats/", "/stats/leaguedashteamstats", "/v9/nothing"])
def test_what_nobody_recorded_is_not_there(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_answer_that_has_not_changed_is_not_sent_again(client: httpx.Client) -> None:
    first = client.get("/stats/scheduleleaguev2", params={"Season": SEASON})
    again = client.get(
        "/stats/scheduleleaguev2",
        params={"Season": SEASON},
        headers={"If-None-Match": first.headers["etag"]},
    )
    assert (again.status_code, again.content) == (304, b"")


def _met(url: str) -> str:
    """Return what a client gets from a fault."""
    parameters = {"Season": SEASON, "PlayerOrTeam": "T"}
    try:
        answer = httpx.get(f"{url}/stats/leaguegamelog", params=parameters)
    except httpx.ReadError:
        return "reset"
    except httpx.RemoteProtocolError as error:
        return "truncated" if "complete message body" in str(error) else "reset"
    if answer.status_code != 200 or not answer.content.startswith(b"{"):
        return {429: "busy", 403: "blocked", 503: "broken", 200: "html"}[answer.status_code]
    (log,) = (p.body for p in tiny() if p.resource == "leaguegamelog" and _is_of_teams(p))
    return "whole" if answer.content == log else "altered"


def _is_of_teams(payload: Any) -> bool:
    return bool(payload.parameters["PlayerOrTeam"] == "T")


OF_LOGS = ("duplicated", "uncorrected", "fractional", "extended", "live")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_fault_is_seen_as_what_it_is(kind: str) -> None:
    altered = dict.fromkeys((*OF_LOGS, "stale", "renamed"), "altered")
    whole = dict.fromkeys({"slow", "hanging", *ALTERED} - altered.keys(), "whole")
    weather = Faults({kind: 1.0}, retry_after=3, slowness=0.0, hanging=0.0)
    with served(faults=weather) as service:
        seen = {**whole, **altered}
        assert _met(service.url) == seen.get(kind, kind)
        if kind == "busy":
            assert httpx.get(service.url).headers["retry-after"] == "3"


@pytest.mark.parametrize(
    ("kind", "path", "query"),
    [
        ("stub", "/stats/boxscoretraditionalv3", {"GameID": GAME}),
        ("stub", "/stats/boxscoresummaryv3", {"GameID": GAME}),
        ("unlisted", "/stats/boxscoresummaryv3", {"GameID": GAME}),
        ("unlisted", f"/static/json/liveData/boxscore/boxscore_{GAME}.json", {}),
        ("undecided", "/stats/scheduleleaguev2", {"Season": SEASON}),
        ("undone", "/stats/scheduleleaguev2", {"Season": SEASON}),
        ("postponed", "/stats/scheduleleaguev2", {"Season": SEASON}),
        ("scratched", f"/js/data/leaders/00_daily_lineups_{TINY.through:%Y%m%d}.json", {}),
        ("impossible", EVENT, PRICES),
        ("aged", EVENT, PRICES),
        ("alternates", EVENT, PRICES),
        ("swapped", EVENT, PRICES),
        ("swapped", EVENTS, PRICES),
        ("silent", EVENTS, PRICES),
    ],
)
def test_faults_of_today_alter_the_answers_they_are_of(
    kind: str, path: str, query: dict[str, str]
) -> None:
    with served(until=TINY.through) as service:
        right = httpx.get(service.url + path, params=query).json()
        service.replay.faults = Faults({kind: 1.0})
        wrong = httpx.get(service.url + path, params=query)
    assert wrong.status_code == 200
    assert wrong.json() != right


def test_a_service_that_cuts_off_answers_no_more() -> None:
    with served(faults=Faults(cut_off_after=2)) as service:
        parameters = {"Season": SEASON, "PlayerOrTeam": "T"}
        for _ in range(2):
            assert (
                httpx.get(f"{service.url}/stats/leaguegamelog", params=parameters).status_code
                == 200
            )
        with pytest.raises(httpx.TransportError):
            httpx.get(f"{service.url}/stats/leaguegamelog", params=parameters)


def test_every_form_of_a_game_s_answers_is_served(client: httpx.Client) -> None:
    old = client.get("/stats/boxscoresummaryv2", params={"GameID": GAME})
    names = {row["FIRST_NAME"] + row["LAST_NAME"] for row in _rows(old)}
    new = client.get("/stats/boxscoresummaryv3", params={"GameID": GAME}).json()["boxScoreSummary"]
    listed = [p for side in ("homeTeam", "awayTeam") for p in new[side]["inactives"]]
    assert names == {p["firstName"] + p["familyName"] for p in listed}
    live = client.get(f"/static/json/liveData/boxscore/boxscore_{GAME}.json").json()["game"]
    players = [p for side in ("homeTeam", "awayTeam") for p in live[side]["players"]]
    assert {p["firstName"] + p["familyName"] for p in players if p["status"] == "INACTIVE"} == names
    assert sum(p["starter"] == "1" for p in players) == 10


@pytest.mark.parametrize(("days", "status"), [(-1, "Confirmed"), (0, "Expected"), (1, None)])
def test_lineups_are_expected_on_their_own_morning(days: int, status: str | None) -> None:
    day = TINY.through + timedelta(days)
    with served(until=TINY.through) as service:
        path = f"/js/data/leaders/00_daily_lineups_{day:%Y%m%d}.json"
        answer = httpx.get(service.url + path)
    assert answer.status_code == (404 if status is None else 200)
    if status is not None:
        games = answer.json()["games"]
        assert {p["lineupStatus"] for g in games for p in g["homeTeam"]["players"]} <= {status}


def test_faults_follow_from_the_seed_and_not_from_the_order() -> None:
    paths = [f"/stats/{n}" for n in range(40)] * 3
    forward, backward, other = (Faults(dict.fromkeys(KINDS, 0.2), seed) for seed in (5, 5, 6))
    drawn = [(a, forward.drawn(a)) for a in paths]
    drawn_backward = [(a, backward.drawn(a)) for a in reversed(paths)]
    assert Counter(map(str, drawn)) == Counter(map(str, drawn_backward))
    assert drawn != [(a, other.drawn(a)) for a in paths]


def test_each_kind_comes_about_as_often_as_it_should() -> None:
    faults = Faults(dict.fromkeys(KINDS, 0.1), seed=1)
    met = Counter(kind for n in range(4_000) for kind in faults.drawn(f"/stats/{n}"))
    assert all(300 < met[kind] < 500 for kind in KINDS)


def test_an_unknown_fault_is_refused() -> None:
    with pytest.raises(UsageError, match="no fault earthquake: there are slow, hanging, busy"):
        Faults({"earthquake": 1.0})


def test_a_port_in_use_is_refused() -> None:
    with listen() as taken, pytest.raises(UsageError, match="in use"):
        listen(taken.getsockname()[1])
