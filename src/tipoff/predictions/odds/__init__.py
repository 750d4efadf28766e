"""Prices: conversions between odds, no-vig probabilities and the books' quotes."""
