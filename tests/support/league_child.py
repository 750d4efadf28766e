"""A child process that performs actions on a home of the small league, and may be killed.

``python -m support.league_child HOME STOP_AT ACTION …``. The child counts its operations: the
statements of the catalog, and the calls that open, rename, link or remove a file of the home. At
its ``STOP_AT``-th operation it prints ``#at`` and continues; 0 means never. At the end it prints
``#done N``, with the number of its operations.
"""

from __future__ import annotations

import sqlite3
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.child import acknowledge
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
"""The smallest league that trains models: there are enough rows for those of January."""
MARKETS = ("points",)
MARKET = "player_points"
BEFORE_TRAINING = DateRange(date(2024, 10, 1), date(2024, 12, 31))
CONNECT = sqlite3.connect
EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.link", "os.symlink", "shutil.rmtree")
HOURS = {"promote": 18, "demote": 19}
"""The hours of the league's last date, UTC, at which champions are changed."""


def league_home(directory: Path) -> Home:
    """Return a home of the league."""
    return Home(directory, threads=1, markets=MARKETS, retrain_months=3)


def act(home: Home, action: str) -> int:
    """Perform an action on the home, and return the exit code of its command."""
    hour = HOURS.get(action, 20)
    whole, now = clock.utc_now, datetime(2025, 1, 9, hour, tzinfo=UTC)
    clock.utc_now = lambda: now
    try:
        return ACTIONS[action](home) or 0
    except Exception as error:
        failure = explained(error)
        acknowledge(f"{type(error).__name__}: {failure}")
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
    model_registry.promote(home, MARKET, "moving_average", overrule="to test that runs use it")


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
    """A counter of operations by Python's audit events; wrapped functions would be other code."""

    def __init__(self, directory: str, stop_at: int) -> None:
        self.counted = 0
        self._directory, self._stop_at = directory, stop_at

    def audit(self, event: str, arguments: tuple[object, ...]) -> None:
        """Count an audit event about a file of the home."""
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
        """Count an operation."""
        self.counted += 1
        if self.counted == self._stop_at:
            acknowledge("at")


def main(directory: str, stop_at: str, *actions: str) -> int:
    """Perform the actions one after the other, and count operations."""
    counter = Counter(directory, int(stop_at))
    sys.addaudithook(counter.audit)
    sqlite3.connect = counter.connect  # type: ignore[assignment]
    home = league_home(Path(directory))
    code = max(act(home, action) for action in actions)
    acknowledge(f"done {counter.counted}")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
