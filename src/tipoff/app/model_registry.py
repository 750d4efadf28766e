"""The models there are, which speaks for each market, and changing that."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tipoff.app import operations
from tipoff.domain.league_time import eastern_today
from tipoff.domain.markets import MARKETS
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
    """The newest model of each market, moment and system, with the system that speaks.

    Raises:
        UsageError: nothing is trained yet.
    """
    with home.reading() as session:
        rows = _newest(session)
        return [{**row, "speaks": speaking(session, row["market"])} for row in rows]


def contract(home: Home, market: str, system: str) -> dict[str, Any]:
    """The newest contract of a system in a market.

    Raises:
        UsageError: there is no such model.
    """
    with home.reading() as session:
        found = session.query(
            "SELECT contract FROM trained_model WHERE market = ? AND system = ?"
            " AND contract IS NOT NULL ORDER BY trained_for DESC, moment LIMIT 1",
            [market, system],
        )
    if not found:
        raise UsageError(f"no model {system} of {market} is trained: `tipoff models list`")
    return asdict(Contract.from_json(found[0][0]))


def promote(home: Home, market: str, system: str, *, overrule: str = "") -> list[Gate]:
    """Make a system champion of a market from today on, if every gate allows it.

    Args:
        home: where the models live.
        market: such as ``player_points``.
        system: the challenger.
        overrule: why it is to be done against the gates; recorded with what they said.

    Raises:
        Blocked: a gate is closed, and is not overruled.
        UsageError: there is no such market or system.
    """
    _known(market, system)
    today = eastern_today()
    with home.reading() as session:
        champion = speaking(session, market)
        found = gates(session, market, system, champion, today)
    if not (allowed(found) or overrule):
        closed = "; ".join(f"{g.name}: {g.reason}" for g in found if g.verdict == "BLOCK")
        raise Blocked(f"{system} is not promoted for {market}: {closed}")
    evidence = {"champion": champion, "overruled": overrule, "gates": [asdict(g) for g in found]}
    _decide(home, market, system, today, evidence)
    return found


def rollback(home: Home, market: str) -> str:
    """Give a market back to the champion before the last promotion.

    Raises:
        UsageError: none was ever promoted.
    """
    _known(market)
    with home.reading() as session:
        promoted = [p for p in _promotions(session) if p["market"] == market]
    if not promoted:
        raise UsageError(f"nothing was promoted for {market}: there is nothing to take back")
    *earlier, last = promoted
    before = order(earlier, market, eastern_today())[0]
    _decide(home, market, before, eastern_today(), {"rolled_back": last["system"]})
    return before


def speaking(session: Rows, market: str) -> str | None:
    """The system that speaks for a market: the one that did last, or the last one promoted."""
    promoted = [p for p in _promotions(session) if p["market"] == market]
    if promoted:
        return order(promoted, market, eastern_today())[0]
    ((system,),) = session.query(
        "SELECT max_by(system, (game_date, moment = 'before-tip')) FROM player_prediction"
        " WHERE market = ?",
        [market],
    )
    return None if system is None else str(system)


def _decide(home: Home, market: str, system: str, day: date, evidence: dict[str, Any]) -> None:
    decision = ModelPromotion(market, system, day, datetime.now(UTC), evidence)
    operations.ingest(home, decision)


def _newest(session: Rows) -> list[dict[str, Any]]:
    rows = session.arrow(
        "SELECT trained_for, market, moment, system, contract FROM trained_model"
        " WHERE contract IS NOT NULL QUALIFY row_number() OVER"
        " (PARTITION BY market, moment, system ORDER BY trained_for DESC) = 1"
        " ORDER BY market, moment, system"
    ).to_pylist()
    if not rows:
        raise UsageError("nothing is trained yet: `tipoff train`")
    return [_summary(row) for row in rows]


def _summary(row: dict[str, Any]) -> dict[str, Any]:
    found = Contract.from_json(row.pop("contract"))
    return {
        **row,
        "features": len(found.features),
        "trained_from": found.trained_from,
        "trained_to": found.trained_to,
        "rows": found.rows,
        "schema_hash": found.schema_hash,
        "code": found.code,
        **found.metrics,
    }


def _promotions(session: Rows) -> list[dict[str, Any]]:
    """Every decision, the oldest first: those landed, whether a run has read them or not."""
    return list(
        session.arrow(
            "SELECT market, system, effective_on, promoted_at FROM promotion"
            " ORDER BY effective_on, promoted_at"
        ).to_pylist()
    )


def _known(market: str, system: str | None = None) -> None:
    if market not in MARKETS:
        raise UsageError(f"no market {market}: there are {', '.join(MARKETS)}")
    if system is not None and system not in SYSTEMS:
        raise UsageError(f"no system {system}: there are {', '.join(SYSTEMS)}")
