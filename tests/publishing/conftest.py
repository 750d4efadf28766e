"""The small league of these tests, and the inputs of its publications."""

from publishing_league import inputs, league

__all__ = ["inputs", "league"]
