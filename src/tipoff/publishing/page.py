"""The slate as a single HTML page without scripts or requests, to open, print or mail."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from tipoff.domain.markets import MARKETS
from tipoff.publishing import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HEADINGS = ("player", "game", "line", "expected", "90 %", "Tipoff", "model", "market", "EV", "bet")
MAX_BETS = 10
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
    """Return the slate as HTML: reasons for a halt and notices first, then the picks."""
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
<p>Expected counts, with an interval that holds nine results of ten, are the model's. Tipoff's
probability is that of the likelier side: where a book has a line, the model and the market are
blended, and corrected for how often that book's overs win, so it may lie outside of both. Where
model and market disagree, the market has been right more often. EV is the expected profit per unit
of the best bet at its price; PASS means that no price is worth a bet. With <code>tipoff
serve</code>, or on any host, <a href="index.html">the whole site</a> shows tip-off times, the age
of prices, stakes, games, and the record of past picks.</p>
{_section("picks", bets) if bets else ""}
{"".join(f'<p class="warning">{escape(text)}</p>' for text in cautions(bets))}
{"".join(_section(name, rows) for name, rows in by_market(slate).items())}
</main></body></html>
"""


def by_market(slate: Mapping[str, Any]) -> dict[str, list[Mapping[str, Any]]]:
    """Return the slate's rows by market name, the highest predictions of a market first."""
    rows: dict[str, list[Mapping[str, Any]]] = {key: [] for key in MARKETS}
    for row in slate["predictions"]:  # markets without odds, such as minutes, come last
        rows.setdefault(row["market"], []).append(row)
    return {words.market(key): listed for key, listed in rows.items() if listed}


def best_bets(slate: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the top picks of all markets, the highest expected value first."""
    bets = [row for row in slate["predictions"] if words.is_pick(row)]
    return sorted(bets, key=lambda row: -row["expected_value"])[:MAX_BETS]


def cautions(bets: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return warnings about picks: a lost edge, an outlier price, or a player likely to sit."""
    checks = (words.lost_edge, words.outlier_price, words.unlikely_to_play)
    warnings = [
        f"{row['player_name']}: {text}" for row in bets for check in checks if (text := check(row))
    ]
    return list(dict.fromkeys(warnings))


def cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the table cells of a prediction, in the order of ``HEADINGS``."""
    return (
        row["player_name"],
        f"{row['away_team_code']} @ {row['home_team_code']}",
        "" if row["line"] is None else f"{row['line']:g}",
        words.fixed(row["mean"], 1),
        f"{row['low']:.0f}-{row['high']:.0f}",
        words.side_probability(row),
        words.percent(words.probability(row, "model")),
        words.percent(words.probability(row, "market")),
        words.signed_percent(words.expected_value(row)),
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
