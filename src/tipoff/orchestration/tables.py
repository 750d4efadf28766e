"""The tables as assets of Dagster: one asset each, one run of the pipeline for all.

Dates are no partitions but a range in the run's configuration: which of them have anything to do
is for the plan to say, and an event for each date would take longer than the work.
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
from tipoff.kernel.catalog.accounts import check_results
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
    """The dates of a run; without them, all to the next that has games."""

    first: str = ""
    last: str = ""

    def asked(self) -> DateRange | None:
        """Return the range.

        Raises:
            UsageError: a text is no date, one of the two is missing, or they are no range.
        """
        from tipoff.cli.options import asked_dates

        return asked_dates(None, self.first or None, self.last or None)


def assets_of(graph: Graph) -> list[AssetsDefinition | AssetSpec]:
    """Return the assets that a run makes, and those that come from outside."""
    planned = table_assets(graph)
    made = multi_asset(
        name="pipeline",
        specs=[_spec(each, skippable=True) for each in planned],
        check_specs=[
            AssetCheckSpec(name=check, asset=AssetKey(each.name), blocking=check == COMMITTED)
            for each in planned
            for check in each.checks
        ],
        can_subset=True,
    )(_materialize)
    return [made, *(_spec(each) for each in stream_assets(graph))]


def sound_check() -> AssetChecksDefinition:
    """Return the check that reads the whole home; it takes long, and is asked for by itself."""
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
    """Make what is chosen: with the publication everything, as `tipoff run` does."""
    chosen = {key.to_user_string() for key in context.selected_asset_keys}
    home = open_home()
    try:
        report, documents = _run(home, chosen, config.asked())
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


def _run(home: Home, chosen: Collection[str], asked: DateRange | None) -> tuple[RunReport, int]:
    """Run what is chosen; return the report and how many documents were published."""
    if PUBLISHED in chosen:
        outcome = runs.run(home, asked)
        return outcome.report, outcome.documents
    return runs.build(home, chosen_tables(chosen), asked), 0


def _results(home: Home, report: RunReport, chosen: Collection[str], documents: int) -> Results:
    """Yield what became of each chosen table, with its checks, and of the publication."""
    held = _checks(home)
    for table in report.tables:
        if table.table in chosen:
            yield from _result(report.run, table, held.get(table.table, {}))
    for name, reason in report.skipped.items():
        if name in chosen:
            yield _committed(name, f"waits for {reason}")
    if PUBLISHED in chosen:
        yield AssetCheckResult(passed=True, check_name=GATES, asset_key=AssetKey(PUBLISHED))
        yield MaterializeResult(
            asset_key=PUBLISHED, metadata={"run": report.run, "documents": documents}
        )


def _result(run: int, table: TableReport, held: Mapping[str, AssetCheckResult]) -> Results:
    """Yield a table's materialization and checks; of one that failed only why."""
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
    yield from held.values()


def _committed(table: str, problem: str) -> AssetCheckResult:
    return AssetCheckResult(
        passed=not problem,
        check_name=COMMITTED,
        asset_key=AssetKey(table),
        metadata={"problem": problem} if problem else {},
    )


def _checks(home: Home) -> dict[str, dict[str, AssetCheckResult]]:
    """Return the results of the tables' own checks that stand, by table and name."""
    found: dict[str, dict[str, AssetCheckResult]] = {}
    with home.reading() as session:
        for table, check, examined, failed, warns in check_results(session.ledger):
            found.setdefault(table, {})[check] = AssetCheckResult(
                passed=not failed,
                check_name=check,
                asset_key=AssetKey(table),
                severity=AssetCheckSeverity.WARN if warns else AssetCheckSeverity.ERROR,
                metadata={"examined": examined, "failed": failed},
            )
    return found


def _verify(context: AssetCheckExecutionContext) -> AssetCheckResult:
    """Read everything that the home holds and compare it with what was written."""
    home = open_home()
    try:
        chain, published = proofs(home)
        found = verify(home, chain=chain, published=published)
    except TipoffError as error:
        return AssetCheckResult(passed=False, metadata={"problems": str(error)})
    problems = "\n".join(map(str, found.problems))
    return AssetCheckResult(
        passed=found.is_sound,
        metadata={**found.examined, **({"problems": problems} if problems else {})},
    )
