"""Prices: conversions between odds, no-vig probabilities and the books' quotes."""

from tipoff.predictions.odds.book_quotes import (
    Consensus,
    Quotes,
    against_close,
    closing_line_value,
)
from tipoff.predictions.odds.conversions import (
    american_to_decimal,
    decimal_to_american,
    expected_value,
    fair_american,
    fair_decimal,
    hold,
    implied_probability,
    implied_to_decimal,
    kelly_fraction,
    overround,
    stake_share,
)
from tipoff.predictions.odds.no_vig import no_vig_multiplicative, no_vig_power, no_vig_shin

__all__ = [
    "Consensus",
    "Quotes",
    "against_close",
    "american_to_decimal",
    "closing_line_value",
    "decimal_to_american",
    "expected_value",
    "fair_american",
    "fair_decimal",
    "hold",
    "implied_probability",
    "implied_to_decimal",
    "kelly_fraction",
    "no_vig_multiplicative",
    "no_vig_power",
    "no_vig_shin",
    "overround",
    "stake_share",
]
