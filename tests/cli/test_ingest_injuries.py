"""Editions of the injury report from the command line: a file, or a date's over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.cli_runner import printed
from support.loopback import Reply, loopback
from tipoff.simulation.service.report_pdf import report_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from support.cli_runner import Tipoff

ROW = ("02/08/2026", "07:00 (ET)", "A@B", "Ants", "Doe, Al", "Out", "Knee")
EDITION = report_pdf("Injury Report: 02/08/26 03:30 PM", [[ROW]])
NAME = "Injury-Report_2026-02-08_03_30PM.pdf"


def test_a_file_and_the_same_edition_fetched_are_one(
    tipoff: Tipoff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / NAME).write_bytes(EDITION)
    assert printed(tipoff("ingest", "injuries", tmp_path / NAME, "--json"))["landed"] == 1
    with loopback({f"/{NAME}": [Reply(EDITION)]}) as site:
        monkeypatch.setenv("TIPOFF_INJURY_REPORT_URL", site.url)
        monkeypatch.setenv("TIPOFF_FETCH_REQUESTS_PER_SECOND", "10000")
        report = printed(tipoff("ingest", "injuries", "--date", "2026-02-08", "--json"))
        assert f"/{NAME}" not in site.received
    assert (report["landed"], report["tolerated"], report["failures"]) == (0, 95, [])


@pytest.mark.parametrize("arguments", [(), ("x.pdf", "--date", "2026-02-08")])
def test_a_file_or_a_date_is_given_not_both(tipoff: Tipoff, arguments: tuple[str, ...]) -> None:
    result = tipoff("ingest", "injuries", *arguments)
    assert result.exit_code == 2
    assert "give either a FILE or --date" in result.stderr
