"""Count distributions: means and spreads in, probabilities out."""

from tipoff.predictions.distributions.count_distribution import CountDistribution, FairOdds
from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.distributions.mixture import CountMixture

__all__ = ["CountDistribution", "CountMixture", "FairOdds", "NegativeBinomial1"]
