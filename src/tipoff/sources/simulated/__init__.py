"""A simulated league: fictional teams and players, in the real services' own wire forms."""

from tipoff.sources.simulated.league import DemoLeague

__all__ = ["DemoLeague"]
