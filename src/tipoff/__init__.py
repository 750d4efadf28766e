"""Calibrated NBA player-prop predictions before tip-off, and an honest record of them."""

__version__ = "0.1.0"
