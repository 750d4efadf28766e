"""A pass of `tipoff day` in a process of its own, at a time, that kills itself at work.

``python -m support.day_child TIME KILL_AT`` with the settings in the environment: at the
``KILL_AT``-th opening of a file of the home the process sends itself a ``SIGKILL``.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import datetime

from tipoff.cli import app
from tipoff.kernel import clock


def main(time: str, kill_at: str) -> None:
    """Do what is due at the time."""
    now, left, home = datetime.fromisoformat(time), int(kill_at), os.environ["TIPOFF_HOME"]

    def heard(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event == "open" and str(arguments[0]).startswith(home):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    clock.utc_now = lambda: now
    sys.addaudithook(heard)
    app(["day"])


if __name__ == "__main__":
    main(*sys.argv[1:])
