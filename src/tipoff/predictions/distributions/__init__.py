"""Count distributions: means and spreads in, probabilities out."""
