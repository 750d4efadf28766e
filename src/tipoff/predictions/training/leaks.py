"""The leak detector: no feature may reveal how far the outcome will be from its expectation."""

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
"""Maximum correlation with the outcome's residual after a regression on the player's own mean.
Knowing the starters reaches 0.25, the minutes about to be played 0.55, the outcome itself 0.8."""
MAX_ROWS = 20_000
MIN_ROWS = 200


def refuse_leaking_store(engine: Rows, dates: DateRange | None) -> None:
    """Refuse a store in which a feature of the newest models reveals outcomes on the given dates.

    Raises:
        Blocked: features leak the outcome; the message names them with their correlations.
    """
    models = engine.query(
        "SELECT market, contract FROM trained_model WHERE system = ? AND artifact IS NOT NULL"
        " QUALIFY trained_for = max(trained_for) OVER (PARTITION BY market)"
        " ORDER BY market, serves",
        [LIGHTGBM],
    )
    model_features = dict.fromkeys(
        (MARKETS[key], tuple(n for n in Contract.from_json(contract).features if n in FEATURES))
        for key, contract in models
        if key in MARKETS
    )  # most groups of information sets read the same features
    if not model_features:
        return
    names = dict.fromkeys(name for _, names_of_model in model_features for name in names_of_model)
    rows = _sample(engine, names, dict.fromkeys(market for market, _ in model_features), dates)
    for market, names_of_model in model_features:
        (outcome,) = columns_of(rows, [_outcome_column(market)]).values()
        refuse_leaks(columns_of(rows, names_of_model), outcome, market.name)


def _sample(
    engine: Rows, names: Iterable[str], markets: Iterable[Market], dates: DateRange | None
) -> pa.Table:
    """Return the features and the markets' outcomes for a fixed sample of player-games."""
    columns = [f'f."{n}"' for n in names]
    columns += [
        f"{' + '.join(f's.{n}' for n in m.counted)} AS {_outcome_column(m)}" for m in markets
    ]
    within = "TRUE"
    if dates is not None:
        within = f"f.game_date BETWEEN DATE '{dates.first}' AND DATE '{dates.last}'"
    return engine.arrow(
        f"SELECT {', '.join(columns)}"
        " FROM ml_feature_store f JOIN player_game_summary s USING (game_id, player_id)"
        f" WHERE {within} ORDER BY hash(game_id, player_id) LIMIT {MAX_ROWS}"
    )


def _outcome_column(market: Market) -> str:
    return f"_{market.name}"


def refuse_leaks(features: Features, counts: FloatArray, market: str) -> None:
    """Refuse features that reveal the outcome.

    Args:
        features: name -> values, shape (n,), including the market's mean of the last 10 games.
        counts: actual counts, shape (n,).
        market: such as ``points``.

    Raises:
        Blocked: features leak the outcome; the message names them with their correlations.
    """
    leaking = leaks(features, counts, features[f"{market}_avg_last_10"])
    if leaking:
        listed = ", ".join(f"{name} ({value:.2f})" for name, value in leaking)
        raise Blocked(
            f"{market}: {listed} correlates too much with the outcome's residual after the"
            f" player's own mean (at most {MAX_CORRELATION}): check whether it uses the game itself"
        )


def leaks(features: Features, counts: FloatArray, expected: FloatArray) -> list[tuple[str, float]]:
    """Return the features that correlate too much with the residual, with the correlation."""
    rows = np.unique(np.linspace(0, len(counts) - 1, min(len(counts), MAX_ROWS)).astype(int))
    known = rows[~np.isnan(counts[rows] + expected[rows])]
    if len(known) < MIN_ROWS:
        return []
    slope, intercept = np.polyfit(expected[known], counts[known], 1)
    surprise = counts[known] - (intercept + slope * expected[known])
    correlations = _correlations({n: v[known] for n, v in features.items()}, surprise)
    return [(name, value) for name, value in correlations if abs(value) > MAX_CORRELATION]


def _correlations(features: Features, surprise: FloatArray) -> Iterable[tuple[str, float]]:
    """Yield Pearson's correlation of each feature that varies, where it is known, by name."""
    for name, values in features.items():
        rows = ~np.isnan(values)
        if rows.sum() < MIN_ROWS:
            continue
        centred, residual = (each[rows] - each[rows].mean() for each in (values, surprise))
        scale = (centred @ centred) * (residual @ residual)
        if scale > 0:
            yield name, float(centred @ residual / np.sqrt(scale))
