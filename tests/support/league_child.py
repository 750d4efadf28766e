"""What a child process does to a home of the small league, until it has done or is killed.

``python -m support.league_child HOME STOP_AT ACTION …``. The child counts its operations: the
queries of the engine, the statements of the catalog, and the calls that open, flush, rename or
remove a file. At its ``STOP_AT``-th it says ``#at`` on standard output and goes on; 0 is never.
When it has done it says ``#done N``, with the number of its operations.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from support.child import told
from support.stopping import Counter, Kind, counting
from tipoff.app import model_registry, runs
from tipoff.app.failures import explained
from tipoff.app.home import Home
from tipoff.app.ingest import ingest
from tipoff.app.publication import republish
from tipoff.kernel import clock
from tipoff.kernel.declare.graph import DateRange
from tipoff.simulation.league import DemoLeague

if TYPE_CHECKING:
    from collections.abc import Callable

LEAGUE = DemoLeague(date(2025, 1, 9), seasons=1, teams=4)
"""The smallest league whose models are trained: those of January have rows enough."""
MARKETS = ("points",)
MARKET = "player_points"
BEFORE_TRAINING = DateRange(date(2024, 10, 1), date(2024, 12, 31))
HOURS = {"promote": 18, "demote": 19}
"""The hours of the league's last date, UTC, at which a champion is changed."""


def league_home(directory: Path) -> Home:
    """Return a home of the league."""
    return Home(directory, threads=1, markets=MARKETS, retrain_months=3)


def act(home: Home, action: str) -> int:
    """Do one thing to the home, and return the exit code of its command."""
    hour = HOURS.get(action, 20)
    whole, now = clock.utc_now, datetime(2025, 1, 9, hour, tzinfo=UTC)
    clock.utc_now = lambda: now
    try:
        return ACTIONS[action](home) or 0
    except Exception as error:
        failure = explained(error)
        told(f"{type(error).__name__}: {failure}")
        return failure.exit_code
    finally:
        clock.utc_now = whole


def _ingest(home: Home) -> None:
    ingest(home, LEAGUE)


def _autumn(home: Home) -> int:
    return runs.run(home, BEFORE_TRAINING).report.exit_code


def _run(home: Home) -> int:
    return runs.run(home, None).report.exit_code


def _train(home: Home) -> int:
    return runs.build(home, ("trained_model",), None).exit_code


def _predict(home: Home) -> int:
    return runs.build(home, tuple(home.graph.tables), None).exit_code


def _publish(home: Home) -> None:
    republish(home)


def _rollback(home: Home) -> None:
    runs.rollback(home, 2)


def _promote(home: Home) -> None:
    model_registry.promote(home, MARKET, "moving_average", overrule="to see that it is taken up")


def _demote(home: Home) -> None:
    model_registry.rollback(home, MARKET)


ACTIONS: dict[str, Callable[[Home], int | None]] = {
    "ingest": _ingest,
    "autumn": _autumn,
    "run": _run,
    "train": _train,
    "predict": _predict,
    "publish": _publish,
    "rollback": _rollback,
    "promote": _promote,
    "demote": _demote,
}


def main(directory: str, stop_at: str, *actions: str) -> int:
    """Do one thing after the other, and count."""
    counter = Counter(int(stop_at), lambda: told("at"))
    home = league_home(Path(directory))
    told("ready")
    with counting(counter, *get_args(Kind)):
        code = max(act(home, action) for action in actions)
    told(f"done {counter.counted}")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
