"""The slate as one page that opens from a file, prints and can be mailed: no script, no request."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from tipoff.domain.markets import MARKETS
from tipoff.publishing import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HEADINGS = ("player", "game", "line", "expected", "90 %", "we say", "model", "market", "EV", "bet")
MOST_BETS = 10
STYLE = """
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { max-width: 66rem; margin: 2rem auto; padding: 0 1rem; font-variant-numeric: tabular-nums }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .92rem }
th, td { padding: .3rem .6rem .3rem 0; text-align: right; border-bottom: 1px solid #8884;
  white-space: nowrap; font-weight: 400 }
thead th { font-size: .8rem; opacity: .75 }
th:nth-child(-n+2), td:nth-child(-n+2), th:last-child, td:last-child { text-align: left }
.warning { padding: .5rem .8rem; background: #fc06; border-radius: 6px }
.OVER, .UNDER { font-weight: 600 }
"""


def page(slate: Mapping[str, Any], *, simulated: bool) -> str:
    """Return the slate as HTML; what keeps picks away stands on top, then the bets."""
    warnings = [f"No picks: {reason}" for reason in slate["halt"]["reasons"]]
    warnings += slate["notices"]
    if words.is_without_blend(slate["predictions"]):
        warnings.append(words.NO_BLEND)
    if simulated:
        warnings.insert(0, "Simulated league: no real players, no real prices")
    title = f"Slate of {slate['date']}"
    bets = best_bets(slate)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>
<body><main><h1>{title}</h1>
{"".join(f'<p class="warning">{escape(text)}</p>' for text in warnings)}
<p>One number leads: the blend of model and market where there is a market, the model where there is
none. What is expected is the model's in every market. Where the two differ, the market has more
often been right. With <code>tipoff serve</code>,
or on any host, <a href="index.html">the whole site</a> shows players, games and the record.</p>
{_section("worth a bet", bets) if bets else ""}
{"".join(f'<p class="warning">{escape(text)}</p>' for text in cautions(bets))}
{"".join(_section(name, rows) for name, rows in by_market(slate).items())}
</main></body></html>
"""


def by_market(slate: Mapping[str, Any]) -> dict[str, list[Mapping[str, Any]]]:
    """Return the slate's rows under each market's name, the highest predictions first."""
    rows: dict[str, list[Mapping[str, Any]]] = {key: [] for key in MARKETS}
    for row in slate["predictions"]:  # markets that no book quotes, such as minutes, come last
        rows.setdefault(row["market"], []).append(row)
    return {words.market(key): listed for key, listed in rows.items() if listed}


def best_bets(slate: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the recommended bets of all markets, worth most first."""
    bets = [row for row in slate["predictions"] if words.is_pick(row)]
    return sorted(bets, key=lambda row: -row["expected_value"])[:MOST_BETS]


def cautions(bets: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return a sentence of each bet to think twice of: its worth, its price, or its player."""
    said = (words.as_things_stand, words.lone_price, words.unlikely_to_play)
    told = [f"{row['player_name']}: {text}" for row in bets for of in said if (text := of(row))]
    return list(dict.fromkeys(told))


def cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what a person reads of a prediction, under ``HEADINGS``."""
    return (
        row["player_name"],
        f"{row['away_team_code']} @ {row['home_team_code']}",
        "" if row["line"] is None else f"{row['line']:g}",
        words.fixed(row["mean"], 1),
        f"{row['low']:.0f}-{row['high']:.0f}",
        words.belief(row),
        words.percent(words.probability(row, "model")),
        words.percent(words.probability(row, "market")),
        words.signed_percent(words.worth(row)),
        words.ticket(row) or row["recommendation"],
    )


def _section(name: str, rows: Iterable[Mapping[str, Any]]) -> str:
    headings = "".join(f'<th scope="col">{heading}</th>' for heading in HEADINGS)
    listed = "\n".join(map(_row, rows))
    return (
        f'<h2>{name.capitalize()}</h2>\n<div class="scroll"><table><thead><tr>{headings}</tr>'
        f"</thead><tbody>\n{listed}\n</tbody></table></div>\n"
    )


def _row(row: Mapping[str, Any]) -> str:
    *parts, bet = (escape(text) for text in cells(row))
    kind = escape(row["recommendation"])
    return f'<tr><td>{"</td><td>".join(parts)}</td><td class="{kind}">{bet}</td></tr>'
