"""A pass of `tipoff day` in a separate process that kills itself while working.

``python -m support.day_child TIME KILL_AT`` runs as of TIME, with settings from the environment.
When it opens a file of the home for the ``KILL_AT``-th time, it sends itself a ``SIGKILL``.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import datetime

from tipoff.cli import app
from tipoff.kernel import clock


def main(time: str, kill_at: str) -> None:
    """Run the jobs that are due at a time."""
    now, left, home = datetime.fromisoformat(time), int(kill_at), os.environ["TIPOFF_HOME"]

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event == "open" and str(arguments[0]).startswith(home):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    clock.utc_now = lambda: now
    sys.addaudithook(audit)
    app(["day"])


if __name__ == "__main__":
    main(*sys.argv[1:])
