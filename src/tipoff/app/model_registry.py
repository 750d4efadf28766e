"""The trained models and the champion of each market: list, promote and roll back."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tipoff.app.ingest import ingest
from tipoff.domain.league_time import eastern_today
from tipoff.domain.markets import MARKETS
from tipoff.kernel import clock
from tipoff.kernel.errors import Blocked, UsageError
from tipoff.predictions.champions import order
from tipoff.predictions.models.contract import Contract
from tipoff.predictions.models.systems import SYSTEMS
from tipoff.predictions.training.promotion_gates import Gate, allowed, gates
from tipoff.sources.manual.promotions import ModelPromotion

if TYPE_CHECKING:
    from datetime import date

    from tipoff.app.home import Home
    from tipoff.kernel.reading import Rows


def models(home: Home) -> list[dict[str, Any]]:
    """Return the newest model per market, information set and system, with the market's champion.

    Raises:
        UsageError: no model is trained yet.
    """
    with home.reading() as session:
        rows = _newest(session)
        return [{**row, "champion": champion_of(session, row["market"])} for row in rows]


def contract(home: Home, market: str, system: str) -> dict[str, Any]:
    """Return the contract of the newest model of a system for a market.

    Raises:
        UsageError: there is no such model.
    """
    with home.reading() as session:
        rows = session.query(
            "SELECT contract FROM trained_model WHERE market = ? AND system = ?"
            " AND contract IS NOT NULL ORDER BY trained_for DESC, serves DESC LIMIT 1",
            [market, system],
        )
    if not rows:
        raise UsageError(f"no model {system} of {market} is trained: `tipoff models list`")
    return asdict(Contract.from_json(rows[0][0]))


def promote(home: Home, market: str, system: str, *, overrule: str = "") -> list[Gate]:
    """Make a system the champion of a market from today on, if every gate allows it.

    Args:
        home: the home of the models.
        market: the market's key, such as ``player_points``.
        system: the challenger.
        overrule: the reason for promoting it against the gates, recorded with their verdicts.

    Raises:
        Blocked: a gate is closed, and there is no reason to overrule it.
        UsageError: there is no such market or system.
    """
    _refuse_unknown(market, system)
    today = eastern_today()
    with home.reading() as session:
        champion = champion_of(session, market)
        verdicts = gates(session, market, system, champion, today)
    if not (allowed(verdicts) or overrule):
        closed = "; ".join(f"{g.name}: {g.reason}" for g in verdicts if g.verdict == "BLOCK")
        raise Blocked(f"{system} is not promoted for {market}: {closed}")
    evidence = {"champion": champion, "overruled": overrule, "gates": [asdict(g) for g in verdicts]}
    _record_promotion(home, market, system, today, evidence)
    return verdicts


def rollback(home: Home, market: str) -> str:
    """Make the previous champion of a market the champion again, and return its system.

    Raises:
        UsageError: nothing was ever promoted for this market.
    """
    _refuse_unknown(market)
    with home.reading() as session:
        promoted = [p for p in _promotions(session) if p["market"] == market]
    if not promoted:
        raise UsageError(f"nothing was promoted for {market}: there is nothing to roll back")
    *earlier, last = promoted
    previous = order(earlier, market, eastern_today())[0]
    _record_promotion(home, market, previous, eastern_today(), {"rolled_back": last["system"]})
    return previous


def champion_of(session: Rows, market: str) -> str | None:
    """Return the champion of a market.

    It is the system that was promoted last; without promotions, the one that predicted last.
    """
    promoted = [p for p in _promotions(session) if p["market"] == market]
    if promoted:
        return order(promoted, market, eastern_today())[0]
    ((system,),) = session.query(
        "SELECT max_by(system, (game_date, prediction_time = 'before-tip')) FROM player_prediction"
        " WHERE market = ?",
        [market],
    )
    return None if system is None else str(system)


def _record_promotion(
    home: Home, market: str, system: str, day: date, evidence: dict[str, Any]
) -> None:
    ingest(home, ModelPromotion(market, system, day, clock.utc_now(), evidence))


def _newest(session: Rows) -> list[dict[str, Any]]:
    rows = session.arrow(
        "SELECT trained_for, market, serves, system, contract FROM trained_model"
        " WHERE contract IS NOT NULL QUALIFY row_number() OVER"
        " (PARTITION BY market, serves, system ORDER BY trained_for DESC) = 1"
        " ORDER BY market, serves, system"
    ).to_pylist()
    if not rows:
        raise UsageError("nothing is trained yet: `tipoff train`")
    return [_summary(row) for row in rows]


def _summary(row: dict[str, Any]) -> dict[str, Any]:
    contract = Contract.from_json(row.pop("contract"))
    return {
        **row,
        "features": len(contract.features),
        "trained_from": contract.trained_from,
        "trained_to": contract.trained_to,
        "rows": contract.rows,
        "schema_hash": contract.schema_hash,
        "code": contract.code,
        **contract.metrics,
    }


def _promotions(session: Rows) -> list[dict[str, Any]]:
    """Return every promotion that a run has entered, the oldest first."""
    return list(
        session.arrow(
            "SELECT market, system, effective_on, promoted_at FROM promotion"
            " ORDER BY effective_on, promoted_at"
        ).to_pylist()
    )


def _refuse_unknown(market: str, system: str | None = None) -> None:
    if market not in MARKETS:
        raise UsageError(f"no market {market}: there are {', '.join(MARKETS)}")
    if system is not None and system not in SYSTEMS:
        raise UsageError(f"no system {system}: there are {', '.join(SYSTEMS)}")
