"""A simulated league of fictional teams and players, in the formats of the real services."""

from tipoff.simulation.league.league import DemoLeague

__all__ = ["DemoLeague"]
