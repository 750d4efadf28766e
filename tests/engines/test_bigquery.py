"""The client of BigQuery, against a simulated service that answers as documented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from support.warehouse import JOB, TOKEN, Warehouse, warehouse
from tipoff.engines.bigquery import MIN_BYTES, BigQuery, Estimate
from tipoff.kernel.errors import TipoffError

if TYPE_CHECKING:
    from collections.abc import Iterator

QUERIES = "/bigquery/v2/projects/games/queries"
ROWS = pa.table({"player_id": [1, 2], "points": [20.5, None]})


@pytest.fixture
def service() -> Iterator[Warehouse]:
    """A simulated warehouse without tables."""
    with warehouse() as running:
        yield running


def _client(service: Warehouse, token: str = TOKEN) -> BigQuery:
    return BigQuery("games", "nba", token, service.url)


def test_rows_are_loaded_as_they_are(service: Warehouse) -> None:
    _client(service).load("input_points", ROWS)
    assert service.tables["input_points"].equals(ROWS)


def test_a_load_that_takes_long_is_waited_for_and_one_that_fails_is_reported(
    service: Warehouse,
) -> None:
    upload = "/upload/bigquery/v2/projects/games/jobs"
    job = "/bigquery/v2/projects/games/jobs/job_1"
    failed = {"state": "DONE", "errorResult": {"message": "Quota exceeded."}}
    for end in ({"state": "DONE"}, failed):
        service.answers[upload] = [(200, {"jobReference": JOB, "status": {"state": "PENDING"}})]
        service.answers[job] = [
            (200, {"jobReference": JOB, "status": {"state": "RUNNING"}}),
            (200, {"jobReference": JOB, "status": end}),
        ]
        if end is failed:
            with pytest.raises(TipoffError, match=r"BigQuery: Quota exceeded\."):
                _client(service).load("input_points", ROWS)
        else:
            _client(service).load("input_points", ROWS)
    assert f"{job}?location=US" in service.requested_paths


def test_a_dry_run_tells_the_bytes_of_a_query(service: Warehouse) -> None:
    assert _client(service).bytes_read("SELECT 1") == 800
    (query,) = service.queries
    assert query["dryRun"] is True
    assert query["query"]["defaultDataset"] == {"projectId": "games", "datasetId": "nba"}
    assert query["query"]["useLegacySql"] is False


def test_the_rows_of_a_query_are_read_page_by_page(service: Warehouse) -> None:
    fields = [{"type": kind} for kind in ("INTEGER", "FLOAT", "BOOLEAN", "STRING")]
    schema = {"fields": fields}

    def page(*rows: tuple[str | None, ...]) -> list[dict[str, object]]:
        return [{"f": [{"v": value} for value in row]} for row in rows]

    service.answers[QUERIES] = [(200, {"jobReference": JOB, "jobComplete": False})]
    first = {"schema": schema, "rows": page(("1", "2.5", "true", "a")), "pageToken": "next"}
    second = {"schema": schema, "rows": page((None, None, None, None))}
    service.answers[f"{QUERIES}/job_1"] = [
        (200, {"jobReference": JOB, "jobComplete": True, **first}),
        (200, {"jobReference": JOB, "jobComplete": True, **second}),
    ]
    assert _client(service).query("SELECT") == [(1, 2.5, True, "a"), (None, None, None, None)]
    assert service.requested_paths[-1] == f"{QUERIES}/job_1?location=US&pageToken=next"


def test_a_refusal_is_told_in_the_service_s_words_and_shows_no_token(service: Warehouse) -> None:
    stranger = _client(service, "another")
    with pytest.raises(TipoffError, match=r"BigQuery: 401: .* invalid credentials") as refused:
        stranger.bytes_read("SELECT 1")
    assert "another" not in f"{refused.value} {stranger!r}"
    service.answers["/bigquery/v2/projects/games/jobs"] = [(502, {})]
    with pytest.raises(TipoffError, match="BigQuery: 502: Bad Gateway"):
        _client(service).bytes_read("SELECT 1")


def test_a_service_that_is_not_there_is_reported(service: Warehouse) -> None:
    gone = BigQuery("games", "nba", TOKEN, "http://127.0.0.1:9")
    with pytest.raises(TipoffError, match=r"BigQuery at http://127\.0\.0\.1:9 does not answer"):
        gone.bytes_read("SELECT 1")


def test_a_small_query_costs_as_much_as_the_least_that_is_charged() -> None:
    assert Estimate("a", 1).dollars == Estimate("b", MIN_BYTES).dollars > 0
    assert Estimate("a", 1024**4).dollars == 6.25
