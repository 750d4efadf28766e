"""Output of the commands: tables for people, JSON for programs, exit codes for both."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from conftest import SMALL, THROUGH
from support.cli_runner import Tipoff, printed
from tipoff import __version__
from tipoff.app.data_dictionary import pages
from tipoff.app.ingest import ingest
from tipoff.app.pipeline import pipeline
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.lock import exclusive
from tipoff.sources.manual.promotions import ModelPromotion

if TYPE_CHECKING:
    from conftest import World

BIN = Path(sys.executable).parent
MINE = (
    b"game_date,player_name,market,bookmaker,line,over_price,under_price,captured_at\n"
    b"2024-11-01,Al Doe,player_points,book,20.5,-110,-110,\n"
)


def test_a_simulated_league_runs_end_to_end_and_says_what_it_is(tmp_path: Path) -> None:
    process = subprocess.run(
        [BIN / "tipoff", "demo", "--seasons", "1", "--teams", "4", "--through", "2024-11-28"],
        cwd=tmp_path,
        env={**os.environ, "TIPOFF_MARKETS": "points"},  # all markets are the demo world's affair
        capture_output=True,
        text=True,
        check=True,
    )
    assert "SIMULATED LEAGUE: no real players, no real prices" in process.stdout
    assert "Slate of 2024-11-28" in process.stdout
    assert (tmp_path / ".tipoff/demo/published/current/today.json").exists()


def test_a_second_run_does_nothing_and_says_so(tipoff: Tipoff, demo_world: World) -> None:
    result = tipoff("run", world=demo_world)
    assert result.exit_code == 0
    assert "Nothing to do" in result.stdout


def test_a_plan_after_a_run_is_empty(tipoff: Tipoff, demo_world: World) -> None:
    assert printed(tipoff("plan", "--json", world=demo_world)) == []
    assert "Nothing to do" in tipoff("plan", world=demo_world).stdout


def test_a_plan_before_a_run_names_the_payloads(tipoff: Tipoff, demo_copy: World) -> None:
    with demo_copy.home.writing() as workspace:
        workspace.catalog.query("DELETE FROM payload_entry WHERE table_name = 'shot'")
    steps = {s["table"]: s["why"] for s in printed(tipoff("plan", "--json", world=demo_copy))}
    assert steps["shot"] == "new payload (6)"


def test_status_lists_each_table_for_machines(tipoff: Tipoff, demo_world: World) -> None:
    status = printed(tipoff("status", "--json", world=demo_world))
    assert {t["table"] for t in status["tables"]} == set(pipeline().tables)
    counts = " UNION ALL ".join(f"SELECT '{n}', count(*) FROM {n}" for n in pipeline().tables)
    rows = dict(demo_world.query(counts))
    for table in status["tables"]:
        assert table["rows"] == rows[table["table"]]
        assert {"content_hash", "first_date", "last_date", "fingerprint"} <= table.keys()
    assert status["simulated"] is True
    assert status["problems"] == []


def test_status_reconciles_rows_with_payloads(tipoff: Tipoff, demo_world: World) -> None:
    shown = tipoff("status", world=demo_world).stdout
    assert "SIMULATED LEAGUE" in shown
    assert "player-games" in shown
    tables = printed(tipoff("status", "--json", world=demo_world))["tables"]
    streamed = [t for t in tables if t["payload_rows"] is not None]
    assert len(streamed) == len([d for d in pipeline().tables.values() if d.stream])
    assert {t["unaccounted"] for t in streamed} == {0}


def test_status_counts_what_is_missing_by_reason(tipoff: Tipoff, demo_copy: World) -> None:
    reasons = printed(tipoff("status", "--json", world=demo_copy))["reasons"]
    assert len({(r["table"], r["reason"], r["of"]) for r in reasons}) == len(reasons)
    counts = " UNION ALL ".join(
        f"SELECT {r['count']}, count(*) FROM {r['table']} WHERE reason = '{r['reason']}'"
        for r in reasons
        if r["of"] == "rows"
    )
    assert [row for row in demo_copy.query(counts) if row[0] != row[1]] == []
    reasons_by_table = {(r["table"], r["reason"]): r for r in reasons}
    assert reasons_by_table["ml_feature_store", "EXPECTED_INCOMPLETE"]["curable"] is False
    assert ("resolved_name", "NAME_UNRESOLVED") not in reasons_by_table
    assert not [r for r in reasons if r["reason"] == "PROCESSING_ERROR"]
    shown = tipoff("status", world=demo_copy).stdout
    assert "EXPECTED_INCOMPLETE" in shown


def test_the_pool_of_a_slate_at_either_time(tipoff: Tipoff, demo_world: World) -> None:
    """On the last date played; the coming slate has no inactive list yet."""
    ((played,),) = demo_world.query("SELECT max(game_date) FROM inactive_player")
    assert played < THROUGH
    day = str(played)
    evening = printed(tipoff("pool", day, "--json", world=demo_world))
    morning = printed(tipoff("pool", day, "--at", "morning", "--json", world=demo_world))
    assert [(r["game_id"], r["player_id"]) for r in evening]
    assert {r["player_id"] for r in evening} == {r["player_id"] for r in morning}
    (listed,) = demo_world.query(
        "SELECT list(player_id ORDER BY player_id) FROM inactive_player JOIN player_pool"
        f" USING (game_id, player_id) WHERE player_pool.game_date = DATE '{day}'"
    )
    assert sorted(r["player_id"] for r in evening if r["out"]) == listed[0]
    assert {r["player_id"] for r in morning if r["out"]} < set(listed[0])
    shown = tipoff("pool", day, "--at", "morning", world=demo_world).stdout
    assert f"Player pool of {day}, morning" in shown


def test_a_date_without_games_has_no_pool(tipoff: Tipoff, demo_world: World) -> None:
    result = tipoff("pool", "2025-08-15", world=demo_world)
    assert result.exit_code == 2
    assert "no player pool of 2025-08-15" in result.stderr
    assert tipoff("pool", "tonight", world=demo_world).exit_code == 2
    assert tipoff("pool", "2025-01-15", "--at", "noon", world=demo_world).exit_code == 2


def test_the_record_is_printed_beside_its_baselines(
    tipoff: Tipoff, demo_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    scores = printed(tipoff("evaluate", "--json", world=demo_world))
    mae = {s["system"]: s for s in scores if s["metric"] == "mae"}
    assert {"lightgbm", "last_10_mean", "season_mean", "moving_average", "the line"} <= set(mae)
    assert all(s["low"] <= s["value"] <= s["high"] and s["n"] > 0 for s in mae.values())
    summary = tipoff("evaluate", world=demo_world).stdout
    points = next(
        s
        for s in scores
        if (s["system"], s["metric"], s["market"]) == ("lightgbm", "mae", "player_points")
        and s["population"] == "all who played"
    )
    assert f"{points['value']:.4f}" in summary
    monkeypatch.setenv("COLUMNS", "80")
    lines = tipoff("evaluate", world=demo_world).stdout.splitlines()
    headings = {tuple(line.split()) for line in lines if line.startswith("market ")}
    assert len(headings) == 1, "each section has the same columns"
    names = {line.split(":")[0] for line in lines if ": " in line and "--market" not in line}
    assert names <= {"in 90", "MAE line", *next(iter(headings))}, "only of columns that are there"
    assert "model" in names
    of_points = tipoff("evaluate", "--market", "points", world=demo_world).stdout
    assert "moving_average" in of_points
    assert _ranked(of_points)
    for market in {score["market"] for score in scores}:
        shown = tipoff("evaluate", "--market", market, world=demo_world)
        assert (shown.exit_code, "not graded" in shown.stdout) == (0, False)


def test_a_market_of_which_nothing_is_graded_is_refused_with_those_that_are(
    tipoff: Tipoff, demo_world: World
) -> None:
    (row,) = demo_world.query("SELECT min(game_date) FROM slate_score")
    arguments = ("--market", "breakout", "--from", row[0], "--to", row[0])
    result = tipoff("evaluate", *arguments, world=demo_world)
    assert result.exit_code == 2
    assert f"no graded predictions of breakout from {row[0]} to {row[0]}: there" in result.stderr
    assert "points" in result.stderr


def _ranked(printed: str) -> bool:
    """Return whether each heading has rows, and errors over as many rows rise."""
    sections = [part.splitlines() for part in printed.split("\n\n")[:-1]]
    assert sections
    for heading, columns, *rows in ([line for line in part if line] for part in sections):
        assert columns.startswith("metric"), heading
        errors = [re.split(r"\s{2,}", row) for row in rows if row.startswith("MAE  ")]
        keys = [(-int(n.replace(",", "")), float(value)) for _, _, n, value, *_ in errors]
        assert keys == sorted(keys), heading
        assert rows, heading
    return "return per unit" in printed or "share of overs" in printed


def test_what_names_something_is_printed_as_it_is_requested(
    tipoff: Tipoff, demo_copy: World
) -> None:
    with demo_copy.home.writing() as workspace, workspace.catalog.transaction():
        workspace.catalog.query("UPDATE payload SET payload = 12345 WHERE payload = 1")
    first, second, *_ = tipoff("landing", "list", world=demo_copy).stdout.splitlines()[1:]
    assert "fetched (UTC)" in first
    assert second.split()[0] == "12345"


def test_nothing_drifted_where_there_is_nothing_to_do(tipoff: Tipoff, demo_world: World) -> None:
    assert "Nothing to do" in tipoff("plan", world=demo_world).stdout
    assert "No drift" in tipoff("drift", world=demo_world).stdout
    assert tipoff("quarantine", "shot", world=demo_world).stdout == "No row is set aside.\n"


def test_a_home_without_its_only_run_is_not_well(tipoff: Tipoff, demo_copy: World) -> None:
    assert tipoff("rollback", 1, world=demo_copy).exit_code == 0
    for command in ("status", "health"):
        result = tipoff(command, world=demo_copy)
        assert result.exit_code == 3, result.stdout
        assert "STALE schedule: answered, and no rows are read" in result.stdout
        assert "not read yet: run `tipoff run`" in result.stdout


def test_rollback_and_a_run_come_back_to_the_same_content(tipoff: Tipoff, demo_copy: World) -> None:
    first = demo_copy.hashes()
    decision = ModelPromotion("player_points", "last_10_mean", THROUGH, SMALL.now, {})
    ingest(demo_copy.home, decision)
    assert tipoff("run", world=demo_copy).exit_code == 0
    before = demo_copy.hashes()
    assert before["player_outlook"] != first["player_outlook"]
    assert [r["command"] for r in printed(tipoff("runs", "--json", world=demo_copy))] == ["run"] * 2
    assert tipoff("rollback", 2, world=demo_copy).exit_code == 0
    assert demo_copy.hashes() == first
    put_back = "the tables are as run 3 put them back (`rollback 2`)"
    output = tipoff("status", world=demo_copy).stdout
    assert put_back in output
    assert "1 payload is landed and not read yet" in output, "the decision that run 2 read"
    assert put_back in tipoff("slate", world=demo_copy).stdout
    assert tipoff("run", world=demo_copy).exit_code == 0
    assert put_back not in tipoff("slate", world=demo_copy).stdout
    after = demo_copy.hashes()
    assert {n for n in before if after[n] != before[n]} == set()


def test_the_graph_is_the_signatures(tipoff: Tipoff) -> None:
    drawn = tipoff("graph").stdout.splitlines()
    for name, definition in pipeline().tables.items():
        assert all(f"  {parent} --> {name}" in drawn for parent in definition.tables)
    golden = Path(__file__).with_name("graph.mmd")
    assert drawn == golden.read_text().splitlines(), (
        f"the graph changed: if that is meant, `tipoff graph > {golden.name}` and read the diff"
    )


def test_the_dictionary_in_docs_is_what_the_code_declares(tipoff: Tipoff) -> None:
    docs = Path(__file__).parents[2] / "docs"
    kept = {
        str(path.relative_to(docs)): path.read_text()
        for path in (docs / "tables.md", *(docs / "tables").iterdir())
    }
    assert pages() == kept, "the tables changed: `tipoff dictionary --write docs` and read the diff"
    assert tipoff("dictionary", "raw").stdout == kept["tables/raw.md"]


def test_the_version(tipoff: Tipoff) -> None:
    assert tipoff("--version").stdout == f"tipoff {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["run"], "nothing is ingested"),
        (["status"], "run `tipoff demo` or `tipoff ingest`"),
        (["run", "2024-13-01"], "'2024-13-01' is not a date like 2024-04-14"),
        (["run", "--from", "2024-02-01", "--to", "2024-01-01"], "lies after"),
        (["run", "2024-01-01", "--to", "2024-02-01"], "not both"),
        (["run", "--from", "2024-01-01"], "go together"),
        (["ingest", "lines", "gone.csv"], "gone.csv"),
        (["ingest", "recorded", "nowhere"], "no recorded responses"),
        (["graph", "--format", "png"], "mermaid or json"),
        (["demo", "--teams", "7"], "even number"),
    ],
)
def test_a_bad_request_is_one_line_and_exit_code_2(
    tipoff: Tipoff, arguments: list[str], why: str
) -> None:
    result = tipoff(*arguments)
    assert result.exit_code == 2
    assert why in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_date_outside_every_season_is_refused_with_what_there_is(
    tipoff: Tipoff, demo_world: World
) -> None:
    result = tipoff("run", "--from", "2019-01-01", "--to", "2019-02-01", world=demo_world)
    assert result.exit_code == 2
    assert "the schedule covers 2024-10" in result.stderr


def test_an_unknown_table_is_refused_with_the_nearest(tipoff: Tipoff, demo_world: World) -> None:
    result = tipoff("quarantine", "player_boxscore", world=demo_world)
    assert result.exit_code == 2
    assert "did you mean player_box_score?" in result.stderr


def test_a_run_beside_another_names_its_process(tipoff: Tipoff, demo_world: World) -> None:
    with exclusive(demo_world.home.directory / "run.lock"):
        result = tipoff("run", world=demo_world)
    assert result.exit_code == 1
    assert "a run is in progress (process" in result.stderr
    assert "wait until it has ended" in result.stderr


def test_a_refused_payload_closes_the_gate_and_is_reported_by_status(
    tipoff: Tipoff, demo_copy: World
) -> None:
    parameters, landed_at = {"File": "mine"}, datetime(2025, 1, 15, tzinfo=UTC)
    payload = Payload(
        "demo",
        "player_props",
        parameters,
        b"game_date,player\n2024-11-01,x\n",
        landed_at,
        "mine.csv",
    )
    with demo_copy.home.writing() as workspace:
        workspace.landing.land([payload])
    before = demo_copy.hashes()["prop_price"]
    result = tipoff("run", world=demo_copy)
    assert result.exit_code == 3
    assert "mine.csv: line 1: the header 'game_date,player' lacks player_name" in result.stderr
    assert "mine.csv" in tipoff("status", world=demo_copy).stdout
    status = tipoff("status", "--json", world=demo_copy)
    assert status.exit_code == 3
    reasons = json.loads(status.stdout)["reasons"]
    assert [r for r in reasons if r["of"] == "payloads"] == [
        {
            "table": "prop_price",
            "reason": "PROCESSING_ERROR",
            "curable": True,
            "count": 1,
            "of": "payloads",
        }
    ]
    assert {r["of"] for r in reasons if r["reason"] == "EXPECTED_INCOMPLETE"} == {"rows"}
    assert demo_copy.hashes()["prop_price"] == before
    good = replace(payload, body=MINE, fetched_at=landed_at + timedelta(1))
    with demo_copy.home.writing() as workspace:
        workspace.landing.land([good])
    assert tipoff("run", world=demo_copy).exit_code == 0
    cured = json.loads(tipoff("status", "--json", world=demo_copy).stdout)
    assert (cured["refused_payloads"], cured["problems"]) == ([], []), "a newer answer counts"


def test_settings_come_from_the_file_and_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tipoff.app.settings import open_home

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIPOFF_HOME", raising=False)
    (tmp_path / "tipoff.toml").write_text('home = "season"\nthreads = 3\n')
    assert open_home().directory == Path("season")
    monkeypatch.setenv("TIPOFF_HOME", "other")
    assert (open_home().directory, open_home().threads) == (Path("other"), 3)


def test_a_setting_that_makes_no_sense_is_named(
    tipoff: Tipoff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIPOFF_THREADS", "many")
    result = tipoff("status")
    assert result.exit_code == 2
    assert "threads='many'" in result.stderr


def test_quarantined_rows_are_shown_with_rule_column_and_value(
    tipoff: Tipoff, demo_copy: World
) -> None:
    with demo_copy.home.writing() as workspace:
        workspace.catalog.query(
            "INSERT INTO quarantine SELECT table_name, run, NULL, payload, '{}', '>= 0', 'period',"
            " '-1', '{}' FROM payload_entry WHERE table_name = 'shot' LIMIT 1"
        )
    rows: list[dict[str, Any]] = printed(tipoff("quarantine", "shot", "--json", world=demo_copy))
    assert [(r["rule"], r["column_name"], r["value"]) for r in rows] == [(">= 0", "period", "-1")]
    assert "period" in tipoff("quarantine", world=demo_copy).stdout


HUGE = 10**23


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("runs", "show", HUGE), "RUN"),
        (("rollback", HUGE), "RUN"),
        (("landing", "withdraw", HUGE), "PAYLOAD"),
        (("landing", "restore", HUGE), "PAYLOAD"),
        (("landing", "list", "--limit", HUGE), "--limit"),
        (("quarantine", "--limit", HUGE), "--limit"),
        (("names", "settle", "Al Doe", HUGE), "player_id"),
        (("demo", "--through", "9999-12-31"), "9999-12-31 is not a date of the league"),
        (("ingest", "injuries", "--date", "9999-12-31"), "9999-12-31 is not a date of the league"),
        (("ingest", "injuries", "--date", "0001-01-01"), "0001-01-01 is not a date of the league"),
        (("ingest", "nba", "--season", "0001-02"), "is not a season of the league"),
        (
            ("ingest", "nba", "--season", "2024-25", "--from", "2025-02-01", "--to", "2025-01-01"),
            "--from 2025-02-01 lies after --to 2025-01-01",
        ),
        (("run", "2025-01-15", "--as-of", "9999-12-31T23:59-23:59"), "not a time of the league"),
        (("graph", "--format", "x", "--json"), "no format x"),
        (("plan", "--load"), "--load needs --engine"),
        (("evaluate", "--plots", __file__), "is a file"),
        (("dictionary", "--write", __file__), "is a file"),
        (("landing", "list", "--resource", "nope"), "no payload of a resource 'nope': there are"),
        (("landing", "restore", 1), "payload 1 counts: it was not withdrawn"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_never_passed_over(
    tipoff: Tipoff, demo_world: World, arguments: tuple[object, ...], why: str
) -> None:
    before = demo_world.home.catalog.stat().st_mtime_ns
    result = tipoff(*arguments, world=demo_world)
    assert result.exit_code == 2, result.output
    assert why in result.stderr
    assert not result.stdout
    assert "fault of Tipoff" not in result.stderr
    assert demo_world.home.catalog.stat().st_mtime_ns == before
