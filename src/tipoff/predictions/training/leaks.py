"""What no feature may tell: how far the outcome will be from what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.markets import MARKETS
from tipoff.features.registry import FEATURES
from tipoff.kernel.errors import Blocked
from tipoff.predictions.models.contract import Contract
from tipoff.predictions.models.systems import LIGHTGBM, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

    from tipoff.domain.markets import Market
    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.graph import DateRange
    from tipoff.kernel.reading import Rows
    from tipoff.predictions.models.systems import Features

MAX_CORRELATION = 0.4
"""With what is left of the outcome beside a player's own mean. Knowing who starts reaches 0.25;
the minutes he is going to play 0.55, the outcome itself 0.8."""
MAX_ROWS = 20_000
MIN_ROWS = 200


def refuse_leaking_store(engine: Rows, asked: DateRange | None) -> None:
    """Close the gate on a feature of the newest models that knows what happened on the dates.

    Raises:
        Blocked: naming the features and how much they tell.
    """
    models = engine.query(
        "SELECT market, contract FROM trained_model WHERE system = ? AND artifact IS NOT NULL"
        " QUALIFY trained_for = max(trained_for) OVER (PARTITION BY market)"
        " ORDER BY market, serves",
        [LIGHTGBM],
    )
    read = dict.fromkeys(
        (MARKETS[key], tuple(n for n in Contract.from_json(contract).features if n in FEATURES))
        for key, contract in models
        if key in MARKETS
    )  # groups of information sets mostly read the same
    if not read:
        return
    names = dict.fromkeys(name for _, of_model in read for name in of_model)
    rows = _sample(engine, names, dict.fromkeys(market for market, _ in read), asked)
    for market, of_model in read:
        (outcome,) = columns_of(rows, [_outcome(market)]).values()
        refuse_leaks(columns_of(rows, of_model), outcome, market.name)


def _sample(
    engine: Rows, names: Iterable[str], markets: Iterable[Market], asked: DateRange | None
) -> pa.Table:
    """Return some features with the markets' outcomes, always of the same player-games."""
    listed = [f'f."{n}"' for n in names]
    listed += [f"{' + '.join(f's.{n}' for n in m.counted)} AS {_outcome(m)}" for m in markets]
    within = "TRUE"
    if asked is not None:
        within = f"f.game_date BETWEEN DATE '{asked.first}' AND DATE '{asked.last}'"
    return engine.arrow(
        f"SELECT {', '.join(listed)}"
        " FROM ml_feature_store f JOIN player_game_summary s USING (game_id, player_id)"
        f" WHERE {within} ORDER BY hash(game_id, player_id) LIMIT {MAX_ROWS}"
    )


def _outcome(market: Market) -> str:
    return f"_{market.name}"


def refuse_leaks(features: Features, counts: FloatArray, market: str) -> None:
    """Close the gate on a feature that knows the future.

    Args:
        features: name -> values, shape (n,), one of them the market's mean of the last 10.
        counts: what happened, shape (n,).
        market: such as ``points``.

    Raises:
        Blocked: naming the features and how much they tell.
    """
    leaking = leaks(features, counts, features[f"{market}_avg_last_10"])
    if leaking:
        listed = ", ".join(f"{name} ({value:.2f})" for name, value in leaking)
        raise Blocked(
            f"{market}: {listed} knows the outcome too well (correlation with what the player's"
            f" own mean leaves, at most {MAX_CORRELATION}): a feature that sees the future?"
        )


def leaks(features: Features, counts: FloatArray, expected: FloatArray) -> list[tuple[str, float]]:
    """Return the features that correlate too much with the residual, with the correlation."""
    rows = np.unique(np.linspace(0, len(counts) - 1, min(len(counts), MAX_ROWS)).astype(int))
    known = rows[~np.isnan(counts[rows] + expected[rows])]
    if len(known) < MIN_ROWS:
        return []
    slope, level = np.polyfit(expected[known], counts[known], 1)
    surprise = counts[known] - (level + slope * expected[known])
    told = _correlations({n: v[known] for n, v in features.items()}, surprise)
    return [(name, value) for name, value in told if abs(value) > MAX_CORRELATION]


def _correlations(features: Features, surprise: FloatArray) -> Iterable[tuple[str, float]]:
    """Yield Pearson's correlation of each feature that varies, where it is known, by name."""
    for name, values in features.items():
        rows = ~np.isnan(values)
        if rows.sum() < MIN_ROWS:
            continue
        own, left = (each[rows] - each[rows].mean() for each in (values, surprise))
        scale = (own @ own) * (left @ left)
        if scale > 0:
            yield name, float(own @ left / np.sqrt(scale))
