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
    """Make sure that a directory holds this simulated league or nothing.

    Args:
        home: where the league is going to live.
        league: what is going to be simulated.
        replace: whether another simulated league that is there may be removed.

    Raises:
        UsageError: something else is there.
        TipoffError: the directory cannot be written to.
    """
    named = home.directory / LEAGUE
    stated = orjson.dumps(asdict(league))
    with home.locked():
        known = home.place.knows_payloads()
        if known and (not named.exists() or named.read_bytes() != stated):
            if home.catalog_url or not (replace and named.exists()):
                raise UsageError(
                    f"{home.directory} holds games already, and not of this simulated league:"
                    " remove it, or name another directory with --home"
                )
            shutil.rmtree(home.directory)
        write_durably(named, stated)
