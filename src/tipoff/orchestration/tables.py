"""The tables as Dagster assets: one asset per table, computed together in one run of the pipeline.

Dates are a range in the run's configuration rather than partitions: the plan decides which dates
have work, and an event per date would take longer than the work itself.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from dagster import (
    AssetCheckExecutionContext,
    AssetCheckResult,
    AssetChecksDefinition,
    AssetCheckSeverity,
    AssetCheckSpec,
    AssetExecutionContext,
    AssetKey,
    AssetsDefinition,
    AssetSpec,
    Config,
    Failure,
    MaterializeResult,
    asset_check,
    multi_asset,
)

from tipoff.app import runs
from tipoff.app.failures import explained
from tipoff.app.home import Home
from tipoff.app.publication import proofs
from tipoff.app.settings import open_home
from tipoff.app.verification import verify
from tipoff.kernel.catalog.quality import check_results
from tipoff.kernel.declare.graph import DateRange, Graph
from tipoff.kernel.errors import Blocked, TipoffError, UsageError
from tipoff.kernel.run.report import RunReport, TableReport
from tipoff.orchestration.plan import (
    COMMITTED,
    GATES,
    PUBLISHED,
    SOUND,
    PlannedAsset,
    chosen_tables,
    stream_assets,
    table_assets,
)

Results = Iterator[MaterializeResult[Any] | AssetCheckResult]


class Dates(Config):  # type: ignore[misc]
    """The range of dates of a run; if empty, all dates up to the next with games."""

    first: str = ""
    last: str = ""

    def date_range(self) -> DateRange | None:
        """Return the range; None if it is empty.

        Raises:
            UsageError: a date is invalid or missing, or the first is after the last.
        """
        from tipoff.cli.options import parse_date_range

        return parse_date_range(None, self.first or None, self.last or None)


def assets_of(graph: Graph) -> list[AssetsDefinition | AssetSpec]:
    """Return the assets that a run computes, then the external assets."""
    planned = table_assets(graph)
    computed = multi_asset(
        name="pipeline",
        specs=[_spec(each, skippable=True) for each in planned],
        check_specs=[
            AssetCheckSpec(name=check, asset=AssetKey(each.name), blocking=check == COMMITTED)
            for each in planned
            for check in each.checks
        ],
        can_subset=True,
    )(_materialize)
    return [computed, *(_spec(each) for each in stream_assets(graph))]


def sound_check() -> AssetChecksDefinition:
    """Return the check that verifies the whole home; it is slow, so it runs only on its own."""
    return asset_check(asset=AssetKey(PUBLISHED), name=SOUND)(_verify)


def _spec(planned: PlannedAsset, *, skippable: bool = False) -> AssetSpec:
    return AssetSpec(
        planned.name,
        deps=planned.reads,
        description=planned.meaning,
        group_name=planned.group,
        skippable=skippable,
    )


def _materialize(context: AssetExecutionContext, config: Dates) -> Results:
    """Compute the selected assets; with the publication, everything, as `tipoff run` does."""
    chosen = {key.to_user_string() for key in context.selected_asset_keys}
    home = open_home()
    try:
        report, documents = _run(home, chosen, config.date_range())
    except Exception as error:
        if PUBLISHED in chosen and isinstance(error, Blocked):
            yield AssetCheckResult(
                passed=False,
                check_name=GATES,
                asset_key=AssetKey(PUBLISHED),
                metadata={"reason": str(error)},
            )
        raise Failure(str(explained(error)), allow_retries=not isinstance(error, UsageError)) from (
            error
        )
    yield from _results(home, report, chosen, documents)
    if report.exit_code:
        raise Failure("; ".join(report.problems), metadata={"run": report.run})


def _run(home: Home, chosen: Collection[str], dates: DateRange | None) -> tuple[RunReport, int]:
    """Run the chosen assets; return the report and the number of published documents."""
    if PUBLISHED in chosen:
        outcome = runs.run(home, dates)
        return outcome.report, outcome.documents
    return runs.build(home, chosen_tables(chosen), dates), 0


def _results(home: Home, report: RunReport, chosen: Collection[str], documents: int) -> Results:
    """Yield the results of each chosen table with its checks, and those of the publication."""
    checks = _checks(home)
    for table in report.tables:
        if table.table in chosen:
            yield from _result(report.run, table, checks.get(table.table, {}))
    for name, reason in report.skipped.items():
        if name in chosen:
            yield _committed(name, f"waits for {reason}")
    if PUBLISHED in chosen:
        yield AssetCheckResult(passed=True, check_name=GATES, asset_key=AssetKey(PUBLISHED))
        yield MaterializeResult(
            asset_key=PUBLISHED, metadata={"run": report.run, "documents": documents}
        )


def _result(run: int, table: TableReport, checks: Mapping[str, AssetCheckResult]) -> Results:
    """Yield a table's materialization and checks; if it failed, only the failed check."""
    if table.failure is not None:
        yield _committed(table.table, str(table.failure))
        return
    yield _committed(table.table, "; ".join(table.problems))
    yield MaterializeResult(
        asset_key=table.table,
        metadata={
            "run": run,
            "dates": table.days,
            "payloads": table.payloads,
            "rows set aside": table.quarantined,
            "seconds": round(table.seconds, 3),
        },
    )
    yield from checks.values()


def _committed(table: str, problem: str) -> AssetCheckResult:
    return AssetCheckResult(
        passed=not problem,
        check_name=COMMITTED,
        asset_key=AssetKey(table),
        metadata={"problem": problem} if problem else {},
    )


def _checks(home: Home) -> dict[str, dict[str, AssetCheckResult]]:
    """Return the current results of the checks that tables declare, by table and name."""
    results: dict[str, dict[str, AssetCheckResult]] = {}
    with home.reading() as session:
        for table, check, examined, failed, warns in check_results(session.ledger):
            results.setdefault(table, {})[check] = AssetCheckResult(
                passed=not failed,
                check_name=check,
                asset_key=AssetKey(table),
                severity=AssetCheckSeverity.WARN if warns else AssetCheckSeverity.ERROR,
                metadata={"examined": examined, "failed": failed},
            )
    return results


def _verify(context: AssetCheckExecutionContext) -> AssetCheckResult:
    """Verify everything in the home against the hashes and counts recorded on writing."""
    home = open_home()
    try:
        chain, published = proofs(home)
        findings = verify(home, chain=chain, published=published)
    except TipoffError as error:
        return AssetCheckResult(passed=False, metadata={"problems": str(error)})
    problems = "\n".join(map(str, findings.problems))
    return AssetCheckResult(
        passed=findings.is_sound,
        metadata={**findings.examined, **({"problems": problems} if problems else {})},
    )
