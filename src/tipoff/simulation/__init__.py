"""A simulated league, and stand-in services that answer as the real ones do."""
