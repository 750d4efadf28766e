"""What commands print: tables for people, JSON for machines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from tipoff.publishing.page import HEADINGS, best_bets, by_market, cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from tipoff.app.ingestion import WebReport
    from tipoff.health.report import Status
    from tipoff.kernel.plan.plan import Step
    from tipoff.kernel.run.report import RunReport
    from tipoff.predictions.evaluation.evaluation import Score

WIDTH_OF_FILES = 160
"""Characters a line where the output is no terminal."""
ROWS_OF_A_SLATE = 60
FAILURES_SHOWN = 20
console = Console(width=None if sys.stdout.isatty() else WIDTH_OF_FILES)
errors = Console(stderr=True)
SHOWN_METRICS = ("mae", "mae_of_mean", "crps", "coverage_90", "log_loss_at_line", "hit_rate")


def as_json(value: Any) -> None:
    """Print a value as JSON, and nothing else."""
    import orjson

    sys.stdout.write(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode() + "\n")


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows under headings; numbers are aligned to the right."""
    rows = [list(row) for row in rows]
    shown = Table(header_style="bold", box=None, pad_edge=False)
    for place, name in enumerate(columns):
        numeric = all(isinstance(row[place], (int, float, type(None))) for row in rows)
        shown.add_column(name, justify="right" if numeric else "left", no_wrap=True)
    for row in rows:
        shown.add_row(*(_cell(value) for value in row))
    console.print(title, soft_wrap=True)
    console.print(shown)


def slate(document: Mapping[str, Any], simulated: bool) -> None:
    """Print a slate: those with a line if there are any, the highest predictions first."""
    label = (
        "  [bold yellow]SIMULATED LEAGUE: no real players, no real prices[/]" if simulated else ""
    )
    points = by_market(document).get("points", [])
    rows = [row for row in points if row["line"] is not None] or points
    table(
        f"\n[bold]Slate of {document['date']}[/]: points{label}",
        HEADINGS,
        [cells(row) for row in rows[:ROWS_OF_A_SLATE]],
    )
    bets = best_bets(document)
    if bets:
        table(
            "\n[bold]Worth most by the blend[/], all markets",
            ("market", *HEADINGS, "at", "price"),
            [
                (_market_name(row), *cells(row), row["bet_bookmaker"], f"{row['bet_price']:+.0f}")
                for row in bets
            ],
        )
    others = len(document["predictions"]) - len(rows[:ROWS_OF_A_SLATE])
    if others > 0:
        console.print(f"and {others:,} predictions more, in the published documents")
    for reason in document["halt"]["reasons"]:
        console.print(f"[yellow]No picks: {reason}[/]")


def _market_name(row: Mapping[str, Any]) -> str:
    return str(row["market"]).removeprefix("player_").replace("_", " + ")


def pool(day: str, at: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Print who may play, team by team: those known to be out first."""
    said = {True: "out", False: "", None: "nothing known yet"}
    table(
        f"Player pool of {day}, {at}: {sum(bool(r['out']) for r in rows)} of {len(rows)} out",
        ("tip UTC", "team", "opponent", "player", "known", "report", "reason"),
        [
            (
                f"{r['tip_at']:%H:%M}",
                r["team"],
                f"{'vs' if r['home'] else '@'} {r['opponent']}",
                r["player_name"],
                said[r["out"]],
                r["status"],
                r["reason"],
            )
            for r in rows
        ],
    )


def web(done: WebReport) -> None:
    """Print what an ingest from the web brought, and every request that brought nothing."""
    console.print(
        f"Landed {done.landed:,} payloads ({done.bytes / 1e6:.1f} MB) in {done.requests:,}"
        f" requests; {done.unchanged + done.known:,} had not changed.",
        highlight=False,
    )
    for notice in done.notices:
        errors.print(notice, style="yellow", highlight=False, soft_wrap=True, markup=False)
    for failure in done.failures[:FAILURES_SHOWN]:
        errors.print(failure, style="red", highlight=False, soft_wrap=True, markup=False)
    if done.failures:
        more = len(done.failures) - FAILURES_SHOWN
        errors.print(
            f"{f'and {more:,} more; ' if more > 0 else ''}what came is kept:"
            " the same command asks for the rest",
            highlight=False,
        )


def plan(steps: Sequence[Step]) -> None:
    """Print what would run, and why."""
    if not steps:
        console.print("Nothing to do: all is done, under this code, on these inputs.")
        return
    table(
        "What would run",
        ("table", "dates", "from", "to", "payloads", "why"),
        [
            (s.table, len(s.days), _first(s.days), _last(s.days), len(s.payloads), s.summary())
            for s in steps
        ],
    )
    if any(s.payloads for s in steps):
        console.print("Payloads may bring dates that are known only once they are parsed.")


def run_report(done: RunReport) -> dict[str, Any]:
    """What a run did, for machines."""
    return {
        "run": done.run,
        "did_nothing": done.did_nothing,
        "tables": {
            t.table: {
                "dates": t.days,
                "payloads": t.payloads,
                "quarantined": t.quarantined,
                "seconds": round(t.seconds, 3),
            }
            for t in done.tables
        },
        "problems": done.problems,
        "notices": done.notices,
        "skipped": dict(done.skipped),
    }


def report(done: RunReport) -> None:
    """Print what a run did, and what kept it from the rest."""
    busy = [t for t in done.tables if t.days or t.payloads]
    if busy:
        table(
            f"Run {done.run}",
            ("table", "dates", "payloads", "quarantined", "seconds"),
            [(t.table, t.days, t.payloads, t.quarantined, round(t.seconds, 2)) for t in busy],
        )
    problems(done)


def problems(done: RunReport) -> None:
    """Print what is news, what is not as it should be, and what waits for that."""
    for notice in done.notices:
        errors.print(notice, style="yellow", markup=False, soft_wrap=True, highlight=False)
    for problem in done.problems:
        errors.print(problem, style="red", markup=False, soft_wrap=True, highlight=False)
    for name, waits_for in done.skipped.items():
        errors.print(f"[yellow]{name}: left alone, it reads {waits_for}[/]", highlight=False)
    if done.did_nothing:
        console.print("Nothing to do: all is done, under this code, on these inputs.")


def status(found: Status) -> None:
    """Print where every table stands."""
    if found.simulated:
        console.print("[bold yellow]SIMULATED LEAGUE[/]")
    table(
        "Tables",
        (
            "table",
            "rows",
            "first",
            "last",
            "payload rows",
            "quarantined",
            "unaccounted",
            "missing",
            "content hash",
        ),
        [
            (
                t.table,
                t.rows,
                t.first_date,
                t.last_date,
                t.payload_rows,
                t.quarantined,
                t.unaccounted,
                t.missing_dates,
                t.content_hash,
            )
            for t in found.tables
        ],
    )
    table(
        "\nWhat is missing, and whether a later run can cure it",
        ("table", "reason", "curable", "count", "of"),
        [(r.table, r.reason, "yes" if r.curable else "no", r.count, r.of) for r in found.reasons],
    )
    counted = ", ".join(f"{n:,} {name.replace('_', '-')}" for name, n in found.games.items())
    console.print(f"\n{counted}", highlight=False)
    if found.prices:
        held = "; ".join(f"{n:,} {heading}" for heading, n in found.prices.items())
        console.print(f"{sum(found.prices.values()):,} prop prices: {held}", highlight=False)
    for kind, outcomes in found.feeds.items():
        held = "; ".join(f"{n:,} {outcome}" for outcome, n in outcomes.items())
        if held:
            console.print(f"Games that {kind} name: {held}", highlight=False)
    for check in found.checks:
        console.print(
            f"{check.table}: {check.check} holds in {check.examined - check.failed:,}"
            f" of {check.examined:,} examined",
            highlight=False,
        )
    for problem in found.problems:
        console.print(problem, style="red", markup=False, highlight=False, soft_wrap=True)


def scores(found: Sequence[Score]) -> None:
    """Print the record: each metric of each system beside the others'."""
    table(
        "Record: 95 % intervals from drawing slates",
        (
            "record",
            "at",
            "market",
            "season",
            "population",
            "metric",
            "system",
            "n",
            "value",
            "low",
            "high",
        ),
        [
            (
                s.record,
                s.moment,
                s.market,
                s.season,
                s.population,
                s.metric,
                s.system,
                s.n,
                *(f"{v:.4f}" for v in (s.value, s.low, s.high)),
            )
            for s in found
            if s.metric in SHOWN_METRICS
        ],
    )


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _first(days: Sequence[date]) -> date | None:
    return days[0] if days else None


def _last(days: Sequence[date]) -> date | None:
    return days[-1] if days else None
