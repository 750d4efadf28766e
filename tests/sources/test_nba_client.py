"""The client of the statistics service: in bulk, once, and only for games that are over."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import World, build
from support.nba_service import ASKED_FOR, LIMITS, SEASON, landed, raw_only, served, tiny
from support.wire_reader import wire
from tipoff.app.home import Home
from tipoff.app.ingest import ingest_web
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import UsageError
from tipoff.landing.journal import Journal
from tipoff.simulation.service import Archive, Faults, Replay, serving
from tipoff.simulation.service.forms import old_summary
from tipoff.simulation.service.situations import LateLog
from tipoff.sources.http import Fetched, Request
from tipoff.sources.nba.fetch import BoxSource, NbaStats, response_checks
from tipoff.sources.nba.fetch.endpoints import Endpoints
from tipoff.sources.nba.fetch.request_planner import MAX_WINDOW, date_spans
from tipoff.sources.nba.fetch.season import REGULAR, Phase, Season
from tipoff.sources.nba.inactive_list import inactive_list
from tipoff.sources.nba.nba_stats import team_game_log
from tipoff.sources.nba.play_by_play import play_by_play
from tipoff.sources.nba.team_roster import team_roster

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tipoff.app.ingest import WebReport

EARLY = date(2024, 11, 10)
BY_GAME = ("boxscoretraditionalv3", "boxscoresummaryv3")
LISTED = "player_listing"
"""Read from the index of players, which the replay makes of rosters: the league has none."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home."""
    return Home(tmp_path / "home", threads=1)


def _schedule(until: date | None = None) -> Season:
    (schedule,) = (p for p in tiny() if p.resource == "scheduleleaguev2")
    season = Season.read(SEASON, schedule)
    games = [replace(g, final=g.final and (until is None or g.day < until)) for g in season.games]
    return replace(season, games=tuple(games))


def _edited(resource: str, edit: Callable[[Any], None], **parameters: str) -> list[Payload]:
    """The league with the answers to these requests edited."""

    def edited(payload: Payload) -> Payload:
        document = json.loads(payload.body)
        edit(document)
        return replace(payload, body=orjson.dumps(document))

    return [
        edited(p) if p.resource == resource and parameters.items() <= p.parameters.items() else p
        for p in tiny()
    ]


@pytest.fixture(scope="module")
def fetched_early(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The season as played by the early date; tests only read it."""
    home = Home(tmp_path_factory.mktemp("early"), threads=1)
    with served(until=EARLY) as service:
        service.ingest(home)
    return home


@pytest.fixture
def early(fetched_early: Home, tmp_path: Path) -> Home:
    """A home that was brought up to date on the early morning, to do things to."""
    shutil.copytree(fetched_early.directory, tmp_path / "early")
    return Home(tmp_path / "early", threads=1)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, WebReport]:
    """The season as played so far, fetched at once, and the report of the ingest."""
    home = Home(tmp_path_factory.mktemp("whole"), threads=1)
    with served() as service:
        return home, service.ingest(home, plays=True)


def test_a_season_lands_as_its_recording_would(whole: tuple[Home, WebReport]) -> None:
    home, report = whole
    assert report.failures == ()
    recorded = {
        (p.resource, str(dict(sorted(p.parameters.items())))): p.body
        for p in tiny()
        if p.resource in ASKED_FOR
    }
    final = set(_schedule().finals)
    of_games = [key for key in recorded if key[0] in (*BY_GAME, "playbyplay")]
    to_come = {key for key in of_games if not any(game in key[1] for game in final)}
    payloads = landed(home)
    index = {key for key in payloads if key[0] == "playerindex"}
    assert len(index) == 1
    assert {k: b for k, b in payloads.items() if k not in index} == {
        k: b for k, b in recorded.items() if k not in to_come
    }
    assert report.requests == len(payloads) == report.landed


def test_the_tables_are_those_of_the_recording(
    whole: tuple[Home, WebReport], tmp_path: Path
) -> None:
    fetched, copied = (Home(tmp_path / name, threads=1) for name in ("fetched", "copied"))
    shutil.copytree(whole[0].directory, fetched.directory)
    came = {key[0] for key in landed(fetched)}
    others = [p for p in tiny() if p.resource not in came or _is_of_tonight(p)]
    assert build(fetched, others, raw_only()).problems == []
    assert build(copied, tiny(), raw_only()).problems == []
    tables, expected = World(fetched).hashes(), World(copied).hashes()
    assert tables.pop(LISTED) != expected.pop(LISTED)
    assert tables == expected


def _is_of_tonight(payload: Payload) -> bool:
    """The inactive list of a coming game, which the simulated league has and no client requests."""
    return payload.resource == "boxscoresummaryv3"


def test_a_second_run_asks_only_whether_the_bulk_has_changed(early: Home) -> None:
    with served(until=EARLY) as service:
        again = service.ingest(early)
        assert (again.landed, again.unchanged, again.exit_code) == (0, 3, 0)
        assert [endpoint for endpoint, _ in service.new_requests()] == [
            "leaguegamelog",
            "leaguegamelog",
            "scheduleleaguev2",
        ]


def test_a_season_long_over_is_requested_once(home: Home) -> None:
    def short(schedule: Any) -> None:
        days = schedule["leagueSchedule"]["gameDates"]
        schedule["leagueSchedule"]["gameDates"] = days[:12]

    with served(_edited("scheduleleaguev2", short), until=date(2026, 1, 1)) as service:
        assert service.ingest(home).exit_code == 0
        service.new_requests()
        again = service.ingest(home)
        assert (again.requests, service.new_requests()) == (0, [])


def test_a_day_costs_few_requests_and_two_for_each_game_that_ended(early: Home) -> None:
    with served(until=EARLY) as service:
        for day in range(1, 6):
            service.new_requests()
            before, today = EARLY + timedelta(day - 1), EARLY + timedelta(day)
            service.replay.until = today
            report = service.ingest(early)
            ended = {g.id for g in _schedule().games if before <= g.day < today}
            requests = service.new_requests()
            assert report.exit_code == 0
            assert report.requests - 2 * len(ended) < 10
            for endpoint in BY_GAME:
                assert {q["GameID"] for e, q in requests if e == endpoint} == ended
            windows_asked = [q for e, q in requests if e == "shotchartdetail"]
            assert len(windows_asked) == (1 if ended else 0)
            assert all(q["TeamID"] == "0" and q["DateFrom"] == q["DateTo"] for q in windows_asked)


def test_a_fortnight_missed_is_made_up_for_in_one_run(early: Home, tmp_path: Path) -> None:
    later = EARLY + timedelta(10)
    with served(until=EARLY) as service:
        service.replay.until = later
        service.ingest(early)
        at_once = Home(tmp_path / "other", threads=1)
        service.ingest(at_once)
    for each in (early, at_once):
        assert build(each, [], raw_only()).problems == []
    assert World(early).hashes() == World(at_once).hashes()


def test_dates_bound_what_is_asked_by_the_game(home: Home) -> None:
    first, last = EARLY, EARLY + timedelta(6)
    with served() as service:
        report = service.ingest(home, first=first, last=last)
        requests = service.new_requests()
    wanted = {g.id for g in _schedule().games if first <= g.day <= last}
    assert wanted
    assert report.exit_code == 0
    assert {q["GameID"] for e, q in requests if e in BY_GAME} == wanted
    (shots,) = (q for e, q in requests if e == "shotchartdetail")
    assert (shots["TeamID"], shots["ContextMeasure"]) == ("0", "FGA")


def test_dates_without_a_game_are_refused_with_the_season_s_own(home: Home) -> None:
    with (
        served(until=EARLY) as service,
        pytest.raises(UsageError, match="no game of 2024-25 from 2023-01-01 to 2023-01-09: the"),
    ):
        service.ingest(home, first=date(2023, 1, 1), last=date(2023, 1, 9))


def _emptied(schedule: Any) -> None:
    schedule["leagueSchedule"]["gameDates"] = []


def test_a_season_without_a_game_is_a_failure(home: Home) -> None:
    with served(_edited("scheduleleaguev2", _emptied), until=EARLY) as service:
        report = service.ingest(home, replace(LIMITS, attempts=2))
    assert report.failures == ("scheduleleaguev2 (Season 2024-25): no game in it",)


def test_a_game_the_service_has_not_is_reported_and_after_three_runs_let_be(home: Home) -> None:
    lost = next(iter(_schedule(EARLY).finals))
    rest = [p for p in tiny() if p.parameters.get("GameID") != lost]
    with served(rest, until=EARLY) as service:
        first = service.ingest(home)
        assert first.exit_code == 1
        assert {f.split(":")[0] for f in first.failures} == {
            f"{r} (GameID {lost})" for r in BY_GAME
        }
        assert first.landed == first.requests - 2
        service.new_requests()
        for _ in range(2):
            assert len(service.ingest(home).failures) == 2
            requests = service.new_requests()
            assert {q["GameID"] for e, q in requests if e in BY_GAME} == {lost}
        assert service.ingest(home).exit_code == 0
        service.replay.until = EARLY + timedelta(8)
        assert len(service.ingest(home).failures) == 2, "a week later it may have it"


def test_a_correction_of_the_log_asks_for_the_game_again(early: Home) -> None:
    def corrected(log: Any) -> None:
        result = log["resultSets"][0]
        row = next(r for r in result["rowSet"] if game in r)
        row[result["headers"].index("STL")] += 1

    game = sorted(_schedule(EARLY).finals)[3]
    with served(_edited("leaguegamelog", corrected, PlayerOrTeam="P"), until=EARLY) as service:
        report = service.ingest(early)
        assert report.landed == 1
        assert [q["GameID"] for e, q in service.new_requests() if e in BY_GAME] == [game, game]


def _repeated(document: Any) -> None:
    for result in document["resultSets"]:
        result["rowSet"] += result["rowSet"][:40]


def _renamed(document: Any) -> None:
    result = document["resultSets"][0]
    result["headers"] = [h.replace("TEAM_ID", "TEAM") for h in result["headers"]]


def _shortened(document: Any) -> None:
    del document["resultSets"][0]["rowSet"][:40]


def _nobody_out(document: Any) -> None:
    for side in ("homeTeam", "awayTeam"):
        document["boxScoreSummary"][side]["inactives"] = []


def _nobody_dressed(document: Any) -> None:
    document["boxScoreTraditional"]["homeTeam"]["players"] = []


def _half_time(document: Any) -> None:
    for player in document["boxScoreTraditional"]["homeTeam"]["players"]:
        player["statistics"]["points"] //= 2


@pytest.mark.parametrize(
    ("resource", "edit", "message"),
    [
        ("leaguegamelog", _renamed, "columns missing: TEAM_ID"),
        ("leaguegamelog", _shortened, "the schedule has"),
        ("leaguegamelog", _repeated, "rows are there twice"),
        ("shotchartdetail", _shortened, "differ from the box score"),
        ("shotchartdetail", _repeated, "differ from the box score"),
        ("shotchartdetail", _renamed, "columns missing: TEAM_ID"),
        ("boxscoresummaryv3", _nobody_out, "nobody is inactive on either side"),
        ("boxscoretraditionalv3", _half_time, "in the schedule"),
        ("boxscoretraditionalv3", _nobody_dressed, "None points of team"),
    ],
)
def test_an_answer_that_cannot_be_right_is_landed_reported_and_requested_again(
    home: Home, resource: str, edit: Callable[[Any], None], message: str
) -> None:
    limits = replace(LIMITS, attempts=2)
    with served(_edited(resource, edit), until=EARLY) as service:
        first = service.ingest(home, limits)
    assert first.exit_code == 1
    assert all(message in f and f.startswith(resource) for f in first.failures), first.failures
    with served(until=EARLY) as service:
        cured = service.ingest(home, limits)
    assert cured.failures == ()
    with served(until=EARLY) as service:
        assert service.ingest(home).landed == 0


def _stub(document: Any) -> None:
    for content in ("boxScoreTraditional", "boxScoreSummary"):
        if content in document:
            document[content] |= {"homeTeam": None, "awayTeam": None}


@pytest.mark.parametrize("resource", BY_GAME)
def test_an_answer_without_a_game_in_it_is_never_landed(home: Home, resource: str) -> None:
    game = sorted(_schedule(EARLY).finals)[0]
    with served(_edited(resource, _stub, GameID=game), until=EARLY) as service:
        report = service.ingest(home, replace(LIMITS, attempts=2))
    assert report.failures == (
        f"{resource} (GameID {game}): an answer without a game in it (2 attempts)",
    )
    assert not [key for key in landed(home) if key[0] == resource and game in key[1]]


def _with_old_summaries(games: set[str]) -> list[Payload]:
    """The league with the second version of the summary, landed as the service then answered."""
    listed = next(p for p in tiny() if p.resource == "boxscoresummaryv3").body
    sample = old_summary(json.loads(listed), with_inactives=True)
    return [
        Payload(
            "demo",
            "boxscoresummaryv2",
            {"GameID": game},
            sample,
            datetime(2024, 11, 10, tzinfo=UTC),
        )
        for game in games
    ]


def test_old_summaries_of_old_games_are_not_requested_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    finals = _schedule(EARLY).finals
    old = list(_with_old_summaries(set(finals)))
    came = Fetched(Request("nba", "x", {}, "http://127.0.0.1:9"), old[0], {}, attempts=1)
    with home.writing() as workspace:
        workspace.landing.land(old)
        Journal(workspace.catalog).record([came], old[0].fetched_at)
    with served(until=EARLY) as service:
        service.ingest(home)
        assert not [q for e, q in service.new_requests() if e == "boxscoresummaryv3"]
        days = sorted(game.day for game in finals.values())
        monkeypatch.setattr("tipoff.sources.nba.fetch.games.LAST_OLD_SUMMARY", days[0])
        service.ingest(home)
        games = {q["GameID"] for e, q in service.new_requests() if e == "boxscoresummaryv3"}
    assert games == {id_ for id_, game in finals.items() if game.day > days[0]}


def test_the_live_feed_gives_the_same_tables_with_one_request_a_game(
    home: Home, tmp_path: Path
) -> None:
    other = Home(tmp_path / "other", threads=1)
    with served(until=EARLY) as service:
        service.ingest(home, box_source=BoxSource.CDN)
        requests = service.new_requests()
        assert not [e for e, _ in requests if e in BY_GAME]
        assert len([e for e, _ in requests if e.startswith("boxscore_")]) == len(
            _schedule(EARLY).finals
        )
        again = service.ingest(home, box_source=BoxSource.AUTO)
        assert not [e for e, _ in service.new_requests() if e in BY_GAME], (
            "the live feed's are enough"
        )
        assert again.exit_code == 0
        service.ingest(other, box_source=BoxSource.STATS)
    for each in (home, other):
        assert build(each, [], raw_only()).problems == []
    columns = "game_id, player_id, player_name, team_id, starter, seconds"
    live_rows, expected = (
        World(h).query(f"SELECT {columns} FROM player_rotation ORDER BY ALL") for h in (home, other)
    )
    assert live_rows == expected
    query = "SELECT game_id, player_id, team_id, reason, source FROM inactive_player ORDER BY ALL"
    live, stats = (World(h).query(query) for h in (home, other))
    assert [row[:3] for row in live] == [row[:3] for row in stats]
    assert {row[3:] for row in live} == {("INACTIVE_INJURY", "boxscore")}
    assert {row[3:] for row in stats} == {(None, "boxscoresummaryv3")}


def test_the_live_feed_answers_for_a_service_that_stops_answering(home: Home) -> None:
    finals = sorted(_schedule(EARLY).finals)
    broken = Replay(Archive(tiny()), _BrokenByGame(), until=EARLY)
    with served(until=EARLY) as service, serving(broken) as stats:
        limits = replace(LIMITS, concurrency=1, attempts=1)
        report = service.ingest_from(stats, service.url, home, limits)
        assert report.failures == ()
        assert report.tolerated == 2 * len(finals)
        assert sum("boxscore" in path for path in broken.request_counts) == 5, (
            "then it is left alone"
        )
        assert service.ingest_from(stats, service.url, home, limits).failures == ()
        strict = service.ingest_from(stats, service.url, home, limits, box_source=BoxSource.STATS)
        assert len(strict.failures) == 2 * len(finals)
    assert {key[1] for key in landed(home, "boxscore")} == {str({"GameID": g}) for g in finals}


def test_the_evening_s_games_are_graded_by_the_live_feed_until_the_log_has_them(
    home: Home,
) -> None:
    """Rows of both kinds are equal but for where they come from; the log's replace the others."""
    finals = _schedule(EARLY).finals.values()
    tonight = max(game.day for game in finals)
    games = {game.id for game in finals if game.day == tonight}
    with served(until=tonight) as service:
        service.ingest(home)
    late = LateLog(tonight, datetime.combine(EARLY, time(23), UTC))
    with served(until=EARLY, situations=[late]) as service:
        report = service.ingest(home)
        live = {e for e, _ in service.new_requests() if e.startswith("boxscore_")}
        assert live == {f"boxscore_{game}.json" for game in games}, "one request per game"
        assert report.exit_code == 0
    assert build(home, [], raw_only()).problems == []
    evening = _lines(home, "player"), _lines(home, "team")
    assert {row[1] for row in _lines(home, "player", "from_log, game_id") if not row[0]} == games
    with served(until=EARLY) as service:
        assert service.ingest(home).exit_code == 0
    assert build(home, [], raw_only()).problems == []
    assert {row[0] for row in _lines(home, "player", "from_log")} == {True}
    for before, after in zip(evening, (_lines(home, "player"), _lines(home, "team")), strict=True):
        assert [(b, a) for b, a in zip(before, after, strict=True) if b != a] == []


def test_with_the_statistics_service_gone_the_live_feed_still_brings_the_evening(
    early: Home,
) -> None:
    later = EARLY + timedelta(days=3)
    new = _schedule(later).finals.keys() - _schedule(EARLY).finals.keys()
    gone = Replay(Archive(tiny()), _StatisticsGone(), until=later)
    with served(until=later) as service, serving(gone) as stats:
        limits = replace(LIMITS, concurrency=1, attempts=1)
        report = service.ingest_from(stats, service.url, early, limits)
        assert any("scheduleLeagueV2.json" in path for path in service.replay.request_counts)
        assert not [f for f in report.failures if "scheduleleaguev2" in f]
        assert report.exit_code == 1, "the logs and charts are still missing, and it says so"
    assert build(early, [], raw_only()).problems == []
    assert {row[1] for row in _lines(early, "player", "from_log, game_id") if not row[0]} == new


def test_the_schedule_of_another_season_is_kept_out(home: Home) -> None:
    gone = Replay(Archive(tiny()), _StatisticsGone(), until=EARLY)
    with served(until=EARLY) as service, serving(gone) as stats:
        endpoints = Endpoints(
            f"{stats}/stats",
            f"{service.url}/static/json/liveData",
            f"{service.url}/static/json/staticData",
        )
        report = ingest_web(home, NbaStats("2023-24", endpoints), replace(LIMITS, attempts=1))
    assert any("the schedule of 2024-25, not of 2023-24" in line for line in report.failures)
    assert report.exit_code == 1


def _lines(home: Home, who: str, columns: str = "* EXCLUDE (payload, from_log)") -> list[Any]:
    return World(home).query(f"SELECT {columns} FROM {who}_box_score ORDER BY ALL")


class _StatisticsGone(Faults):
    """Every request fails."""

    def drawn(self, request: str) -> list[str]:
        return ["broken"]


class _BrokenByGame(Faults):
    """Every request for one game fails; the others are answered."""

    def drawn(self, request: str) -> list[str]:
        return ["broken"] if "boxscore" in request else []


def test_shots_that_were_there_too_often_are_taken_away_again(home: Home, early: Home) -> None:
    limits = replace(LIMITS, attempts=1)
    with served(_edited("shotchartdetail", _repeated), until=EARLY) as service:
        assert service.ingest(home, limits).exit_code == 1
    with served(until=EARLY) as service:
        assert service.ingest(home, limits).exit_code == 0
        assert all(q["TeamID"] != "0" for e, q in service.new_requests() if e == "shotchartdetail")
    for each in (home, early):
        build(each, [], raw_only())
    assert World(home).hashes()["shot"] == World(early).hashes()["shot"]


def test_no_chart_is_requested_before_there_is_a_log_to_hold_it_against(home: Home) -> None:
    limits = replace(LIMITS, attempts=1)
    with served(_edited("leaguegamelog", _renamed), until=EARLY) as service:
        service.ingest(home, limits)
        assert not [e for e, _ in service.new_requests() if e == "shotchartdetail"]
    with served(until=EARLY) as service:
        assert service.ingest(home, limits).exit_code == 0
        assert [e for e, _ in service.new_requests() if e == "shotchartdetail"]


def test_a_schedule_of_before_is_not_landed_over_that_of_today(early: Home) -> None:
    with served(until=EARLY) as service:
        schedule = {k: b for k, b in landed(early).items() if k[0] == "scheduleleaguev2"}
        service.replay.until = EARLY - timedelta(3)
        report = service.ingest(early, replace(LIMITS, attempts=2))
    assert "older than what is landed" in report.failures[0]
    assert {k: b for k, b in landed(early).items() if k[0] == "scheduleleaguev2"} == schedule


def _with_undecided_games(schedule: Any) -> None:
    nobody = {"teamId": 0, "teamCity": None, "teamName": None, "teamTricode": None, "score": 0}
    game = {
        "gameStatus": 1,
        "gameDateTimeUTC": "2025-03-01T05:00:00Z",
        "arenaName": "",
        "homeTeam": nobody,
        "awayTeam": nobody,
    }
    games = [{**game, "gameId": f"99224{n:05d}"} for n in range(90_001, 90_101)]
    day = {"gameDate": "03/01/2025 00:00:00", "games": games}
    schedule["leagueSchedule"]["gameDates"].append(day)


def test_games_whose_teams_are_not_decided_are_reported_and_not_requested(
    home: Home,
) -> None:
    with served(_edited("scheduleleaguev2", _with_undecided_games), until=EARLY) as service:
        report = service.ingest(home)
        requests = service.new_requests()
    assert report.failures == ()
    assert report.notices == (
        "scheduleleaguev2 (Season 2024-25): left out, teams not decided: 100 games"
        " (9922490001, 9922490002, 9922490003, ...)",
    )
    assert {q["TeamID"] for e, q in requests if e == "commonteamroster"} == {
        str(team) for team in _schedule().teams
    }
    assert "0" not in {q["TeamID"] for e, q in requests if e == "shotchartdetail"}
    assert build(home, [], raw_only()).problems == []


def test_a_game_that_is_no_longer_over_is_accepted_and_reported(early: Home) -> None:
    first, *_ = _schedule(EARLY).finals

    def undone(schedule: Any) -> None:
        for day in schedule["leagueSchedule"]["gameDates"]:
            for game in day["games"]:
                if game["gameId"] == first:
                    game["gameStatus"] = 1

    with served(_edited("scheduleleaguev2", undone), until=EARLY) as service:
        report = service.ingest(early)
    assert report.failures == ()
    assert report.notices == (
        f"scheduleleaguev2 (Season 2024-25): no longer over: 1 game ({first})",
    )


def test_a_column_that_is_new_in_the_logs_corrects_no_game(early: Home) -> None:
    with served(until=EARLY) as service:
        service.replay.faults = Faults({"extended": 1.0})
        service.ingest(early)
        endpoints = [endpoint for endpoint, _ in service.new_requests()]
    assert "leaguegamelog" in endpoints
    assert not {*BY_GAME} & {*endpoints}


def test_rosters_are_requested_once_a_week_at_most(home: Home) -> None:
    with served(until=EARLY) as service:
        service.ingest(home)
        teams = [q["TeamID"] for e, q in service.new_requests() if e == "commonteamroster"]
        assert len(teams) == len(_schedule().teams)
        counts = []
        for day in (6, 8, 9):
            service.replay.until = EARLY + timedelta(day)
            service.ingest(home)
            counts.append(sum(e == "commonteamroster" for e, _ in service.new_requests()))
        assert counts == [0, 1, 1]


def test_an_index_of_players_that_cannot_be_read_is_requested_again(early: Home) -> None:
    with served(until=EARLY) as service:
        index = _index(early)
        service.replay.until = EARLY + timedelta(6)
        service.replay.faults = Faults({"renamed": 1.0})
        report = service.ingest(early, replace(LIMITS, attempts=2))
        assert any("playerindex" in failure for failure in report.failures)
        service.replay.faults = Faults()
        service.ingest(early)
    assert _index(early) == index


def _index(home: Home) -> list[bytes]:
    return [body for (resource, _), body in landed(home).items() if resource == "playerindex"]


def test_a_simulated_league_is_labelled_wherever_it_is_served(early: Home) -> None:
    assert World(early).catalog("SELECT DISTINCT source FROM payload") == [("demo",)]


def test_phases_go_by_the_service_s_names() -> None:
    ids = {
        "0022400001": REGULAR,
        "0042400101": Phase("Playoffs"),
        "0052400201": Phase("PlayIn"),
        "0062400001": Phase("IST"),
    }
    endpoints = Endpoints(
        "http://127.0.0.1/stats", "http://127.0.0.1/live", "http://127.0.0.1/static"
    )
    for game, phase in ids.items():
        days = [{"gameDate": "01/05/2025 00:00:00", "games": [_game(game), _game("0012400001")]}]
        schedule = {"leagueSchedule": {"seasonYear": SEASON, "gameDates": days}}
        payload = Payload(
            "nba_stats",
            "scheduleleaguev2",
            {},
            json.dumps(schedule).encode(),
            datetime(2025, 1, 6, tzinfo=UTC),
        )
        season = Season.read(SEASON, payload)
        assert list(season.phases) == [phase], "and no preseason"
        log = endpoints.game_log(SEASON, phase, "P")
        assert log.query["SeasonType"] == phase.name
        assert ("SeasonType" in log.parameters) == (phase != REGULAR)


def _game(game: str) -> dict[str, Any]:
    side = {"teamId": 1, "teamCity": "A", "teamName": "B", "teamTricode": "C", "score": 100}
    return {
        "gameId": game,
        "gameStatus": 3,
        "gameDateTimeUTC": "2025-01-06T00:00:00Z",
        "homeTeam": side,
        "awayTeam": {**side, "teamId": 2},
    }


@given(st.sets(st.dates(date(2024, 10, 1), date(2025, 6, 30)), max_size=40))
def test_windows_hold_every_date_once_and_none_is_long(days: set[date]) -> None:
    spans = date_spans(days)
    assert all(sum(first <= day <= last for first, last in spans) == 1 for day in days)
    assert all(last - first < MAX_WINDOW for first, last in spans)
    assert {end for span in spans for end in span} <= days


def test_the_checks_at_the_door_let_the_real_service_s_answers_in() -> None:
    endpoints = Endpoints(
        "http://127.0.0.1/stats", "http://127.0.0.1/live", "http://127.0.0.1/static"
    )
    schedule = wire("nba_stats_scheduleleaguev2_2024-25.json.gz")
    payload = Payload("nba_stats", "scheduleleaguev2", {}, schedule, datetime.now(UTC))
    season = Season.read(SEASON, payload)
    counted = {phase.name: len(games) for phase, games in season.phases.items()}
    assert counted == {"Regular Season": 1230, "Playoffs": 84, "PlayIn": 6, "IST": 1}
    box = wire("nba_stats_boxscoretraditionalv3.json.gz")
    teams = json.loads(box)["boxScoreTraditional"]
    score = {teams[s]["teamId"]: teams[s]["statistics"]["points"] for s in ("homeTeam", "awayTeam")}
    response_checks.box_score(endpoints.box_score(teams["gameId"]), score)(box)
    log = endpoints.game_log(SEASON, REGULAR, "T")
    response_checks.game_log(team_game_log, log, [])(wire("nba_stats_leaguegamelog.json.gz"))
    for stream, request, name in (
        (inactive_list, endpoints.old_summary("0022200552"), "nba_stats_boxscoresummaryv2.json.gz"),
        (play_by_play, endpoints.plays("0022400500"), "nba_cdn_playbyplay.json.gz"),
        (team_roster, endpoints.roster(SEASON, 1), "nba_stats_commonteamroster.json.gz"),
    ):
        response_checks.readable(stream, request)(wire(name))
