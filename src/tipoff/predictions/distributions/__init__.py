"""Count distributions, which turn means and spreads into probabilities."""

from tipoff.predictions.distributions.count_distribution import CountDistribution, FairOdds
from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.distributions.mixture import CountMixture

__all__ = ["CountDistribution", "CountMixture", "FairOdds", "NegativeBinomial1"]
