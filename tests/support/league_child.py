"""What a child process does to a home of the small league, until it has done or is killed.

``python -m support.league_child HOME STOP_AT ACTION …``. The child counts its operations: the
statements of the catalog, and the calls that open, rename, link or remove a file of the home. At
its ``STOP_AT``-th it says ``#at`` on standard output and goes on; 0 is never. When it has done it
says ``#done N``, with the number of its operations.
"""

from __future__ import annotations

import sqlite3
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.child import told
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
CONNECT = sqlite3.connect
EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.link", "os.symlink", "shutil.rmtree")
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


class Counter:
    """Counts operations by what Python tells of them, since wrapped functions are other code."""

    def __init__(self, directory: str, stop_at: int) -> None:
        self.counted = 0
        self._directory, self._stop_at = directory, stop_at

    def heard(self, event: str, arguments: tuple[object, ...]) -> None:
        """Count an event of the interpreter that is about a file of the home."""
        if event in EVENTS and str(arguments[0]).startswith(self._directory):
            self.count()

    def connect(self, *where: Any, **how: Any) -> sqlite3.Connection:
        """Connect to a catalog whose statements are counted."""
        count = self.count

        class Counted(sqlite3.Connection):
            def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
                count()
                return super().execute(sql, *values)

            def executemany(self, sql: str, rows: Any) -> sqlite3.Cursor:
                count()
                return super().executemany(sql, rows)

        return CONNECT(*where, **how, factory=Counted)

    def count(self) -> None:
        """Count one more."""
        self.counted += 1
        if self.counted == self._stop_at:
            told("at")


def main(directory: str, stop_at: str, *actions: str) -> int:
    """Do one thing after the other, and count."""
    counter = Counter(directory, int(stop_at))
    sys.addaudithook(counter.heard)
    sqlite3.connect = counter.connect  # type: ignore[assignment]
    home = league_home(Path(directory))
    code = max(act(home, action) for action in actions)
    told(f"done {counter.counted}")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
