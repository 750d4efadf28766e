"""The sizes of the documents that a page loads, on the largest slate."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

from support.publishing_league import AL, BET, TO_COME, game, member, offer, prediction
from support.table_session import TableSession
from tipoff.domain.markets import MARKETS
from tipoff.publishing.application import assets
from tipoff.publishing.documents import documents
from tipoff.publishing.release import CURRENT, Publication

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tipoff.publishing.inputs import Inputs

PLAYERS, BOOKS = 300, 6
MAX_PAGE, MAX_SLATE = 300_000, 400_000
"""Bytes: of the page before any data, and of the slate with every book's prices, compressed."""


def _largest() -> TableSession:
    """Return fifteen games of twenty players, ten markets each, every line at six books.

    Numbers are spread as on a real night, so that they do not compress better.
    """
    session = TableSession()
    games = [game(TO_COME, f"{number:03}") for number in range(15)]
    session.load("schedule", games)
    session.load("player_pool", [member(games[0], AL)])
    session.load("player_prediction", [prediction(games[0], AL, "player_points", 20.0, **BET)])
    session.load("player_prop_offer", [offer(games[0], AL, "book", 20.5, -110.0, -110.0)])
    markets = ", ".join(f"'{market}'" for market in list(MARKETS)[:10])
    who = """
        printf('%03d', n // 20) AS game_id, 1000 + n AS player_id, 'Player Number ' || n
        AS player_name, n % 20 < 10 AS home"""
    numbers = "hash(n, m)::DOUBLE / 18446744073709551616"
    session.query(
        f"CREATE TEMP TABLE pool AS SELECT p.* REPLACE ({who}) FROM player_pool p,"
        f" range({PLAYERS}) r(n)"
    )
    session.query(
        "CREATE TEMP TABLE said AS SELECT p.* REPLACE ("
        f"{who}, m AS market, 2 + 28 * x AS mean, 1.2 + x AS dispersion, x / 50 AS zero_share,"
        " floor(2 + 28 * x) + 0.5 AS line, floor(2 + 28 * x) + 0.5 AS bet_line,"
        " round(-130 + 25 * x) AS bet_price, round(-140 + 30 * x) AS over_price,"
        " x / 10 - 0.05 AS expected_value, 'bk' || (n % 6) AS bet_bookmaker,"
        " CASE WHEN x > 0.7 THEN 'OVER' ELSE 'PASS' END AS recommendation)"
        " FROM player_prediction p,"
        f" (SELECT n, m, {numbers} AS x FROM range({PLAYERS}) r(n), unnest([{markets}]) u(m))"
    )
    session.query(
        "CREATE TEMP TABLE offers AS SELECT o.* REPLACE ("
        " s.game_id AS game_id, s.player_id AS player_id, s.market AS market,"
        " 'bk' || b AS bookmaker, s.line + b % 3 AS line,"
        " round(-150 + hash(s.player_id, s.market, b) % 45) AS over_price,"
        " round(-150 + hash(b, s.market, s.player_id) % 45) AS under_price,"
        " o.captured_at + INTERVAL 1 SECOND * (b * 61 + s.player_id % 50) AS captured_at)"
        f" FROM player_prop_offer o, said s, range({BOOKS}) r(b)"
    )
    for table, made in (
        ("player_pool", "pool"),
        ("player_prediction", "said"),
        ("player_prop_offer", "offers"),
    ):
        session.query(f"DELETE FROM {table}")
        session.query(f"INSERT INTO {table} FROM {made}")
    return session


def test_the_page_is_small_before_any_data() -> None:
    assert sum(len(text.encode()) for text in assets().values()) <= MAX_PAGE


def test_the_page_names_modules_by_their_content() -> None:
    """Each file that the page or a module names is published, under one digest of them all."""
    held = assets()
    (within,) = {path.rpartition("main.js")[0] for path in held if path.endswith("/main.js")}
    assert re.fullmatch(r"app/[0-9a-f]{16}/", within)
    named = re.findall(r'(?:href|src)="(app/[^"]+)"', held["index.html"])
    assert len(named) > 10
    assert set(named) <= held.keys()
    assert {path.startswith(within) for path in held} == {True, False}, "the page lies outside"


def test_the_largest_slate_is_small_compressed(
    inputs: Callable[..., Inputs], tmp_path: Path
) -> None:
    publication = Publication(tmp_path)
    publication.publish(documents(inputs(_largest()), publication))
    sizes = {
        path: len(gzip.compress((tmp_path / CURRENT / path).read_bytes(), 6))
        for path in ("today.json", "prices.json")
    }
    assert sizes["today.json"] > 50_000, "all of it is there"
    assert sum(sizes.values()) <= MAX_SLATE, sizes
