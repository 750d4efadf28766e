"""The small league of these tests, and the inputs of its publications."""

from support.publishing_league import inputs, league

__all__ = ["inputs", "league"]
