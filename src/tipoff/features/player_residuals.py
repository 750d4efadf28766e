"""What each player did of late above or below what was projected: a memory of the errors made.

A mean error is shrunk to none: 12 games that each missed by 2 points, of which the decayed count is
8, make ``2 * 8 / (8 + 6) = 1.1`` with a shrinkage of 6 games.
"""
