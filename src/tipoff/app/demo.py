"""Prepare a home for a simulated league."""

from __future__ import annotations

import shutil
from dataclasses import asdict
from typing import TYPE_CHECKING

import orjson

from tipoff.app.home import LEAGUE
from tipoff.kernel.errors import UsageError
from tipoff.kernel.files import write_durably

if TYPE_CHECKING:
    from tipoff.app.home import Home
    from tipoff.simulation.league import DemoLeague


def prepare_demo(home: Home, league: DemoLeague, *, replace: bool) -> None:
    """Prepare a home that is empty or holds the same simulated league already.

    Args:
        home: the home for the league.
        league: the league to simulate.
        replace: whether another simulated league in the home may be removed.

    Raises:
        UsageError: the home holds something else.
        TipoffError: the directory cannot be written to.
    """
    marker = home.directory / LEAGUE
    description = orjson.dumps(asdict(league))
    with home.locked():
        occupied = home.place.has_payloads()
        if occupied and (not marker.exists() or marker.read_bytes() != description):
            if home.catalog_url or not (replace and marker.exists()):
                raise UsageError(
                    f"{home.directory} already holds games that are not of this simulated league:"
                    " remove it, or name another directory with --home"
                )
            shutil.rmtree(home.directory)
        write_durably(marker, description)
