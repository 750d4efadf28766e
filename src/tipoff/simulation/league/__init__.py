"""A simulated league: fictional teams and players, in the real services' own wire forms."""

from tipoff.simulation.league.league import DemoLeague

__all__ = ["DemoLeague"]
