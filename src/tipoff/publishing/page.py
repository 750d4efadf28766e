"""The slate as one page that opens from a file: no script, nothing fetched."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from tipoff.domain.markets import MARKETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HEADINGS = (
    "player",
    "game",
    "line",
    "predicted",
    "90 %",
    "P(over)",
    "fair over",
    "blend",
    "EV",
    "says",
)
MOST_BETS = 10
STYLE = """
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { padding: .3rem .6rem; text-align: right; border-bottom: 1px solid #8884 }
th:nth-child(-n+2), td:nth-child(-n+2) { text-align: left }
.warning { padding: .5rem .8rem; background: #fc06; font-weight: 600 }
.OVER, .UNDER { font-weight: 700 }
"""


def page(slate: Mapping[str, Any], *, simulated: bool) -> str:
    """The slate as HTML, the highest predictions first; what keeps picks away stands on top."""
    warnings = [f"No picks: {reason}" for reason in slate["halt"]["reasons"]]
    if simulated:
        warnings.insert(0, "Simulated league: no real players, no real prices")
    title = f"Slate of {slate['date']}"
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head>
<body><h1>{title}</h1>
{"".join(f'<p class="warning">{escape(text)}</p>' for text in warnings)}
<p>P(over) is of the model alone, which has not seen the line; the blend leans on the market.
The same as data: <a href="today.json">today.json</a>; the record:
<a href="performance.json">performance.json</a>.</p>
{"".join(_section(name, rows) for name, rows in by_market(slate).items())}
</body></html>
"""


def by_market(slate: Mapping[str, Any]) -> dict[str, list[Mapping[str, Any]]]:
    """The slate's rows under each market's name: those worth most first, then all others."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for market in MARKETS.values():
        rows = [row for row in slate["predictions"] if row["market"] == market.key]
        if rows:
            found[market.name.replace("_", " + ")] = rows
    return found


def best_bets(slate: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The recommended bets of all markets, worth most first."""
    bets = [row for row in slate["predictions"] if row["recommendation"] in ("OVER", "UNDER")]
    return sorted(bets, key=lambda row: -row["expected_value"])[:MOST_BETS]


def cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    """What a person reads of a prediction, under ``HEADINGS``."""
    line, p_over, fair = row["line"], row["p_over"], row["fair_over"]
    return (
        row["player_name"],
        f"{row['away_team_code']} @ {row['home_team_code']}",
        "" if line is None else f"{line:g}",
        f"{row['mean']:.1f}",
        f"{row['low']:.0f}-{row['high']:.0f}",
        "" if p_over is None else f"{p_over:.1%}",
        "" if fair is None else f"{fair:+.0f}",
        "" if row["blend_p_over"] is None else f"{row['blend_p_over']:.1%}",
        "" if row["expected_value"] is None else f"{row['expected_value']:+.1%}",
        row["recommendation"],
    )


def _section(market: str, rows: Iterable[Mapping[str, Any]]) -> str:
    headings = "".join(f"<th>{name}</th>" for name in HEADINGS)
    listed = "\n".join(map(_row, rows))
    return (
        f"<h2>{market.capitalize()}</h2>\n<table><thead><tr>{headings}</tr></thead>"
        f"<tbody>\n{listed}\n</tbody></table>\n"
    )


def _row(row: Mapping[str, Any]) -> str:
    *parts, says = escape("\n".join(cells(row))).split("\n")
    return f'<tr><td>{"</td><td>".join(parts)}</td><td class="{says}">{says}</td></tr>'
