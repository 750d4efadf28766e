"""BigQuery: run the tables' SQL in a data warehouse, over its REST API, version 2.

The client makes three requests: load rows into a table, estimate how many bytes a query would read,
and run a query. It is not an engine for runs, which commit files, while a warehouse keeps its own
tables. It serves to estimate the cost of the same queries there and to compare their results.

The requests follow https://cloud.google.com/bigquery/docs/reference/rest/v2. They have been tested
against a local stand-in that responds in the documented form, never against the service itself.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import TipoffError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

URL = "https://bigquery.googleapis.com"
DIALECT = "bigquery"
DOLLARS_PER_TEBIBYTE = 6.25
"""The on-demand price in the United States as published in 2024; it may have changed."""
MIN_BYTES = 10 * 1024**2
"""The smallest number of bytes charged for a query, even if it reads less."""
TIMEOUT_SECONDS = 60.0
BOUNDARY = "tipoff-part"


@dataclass(frozen=True, slots=True)
class Estimate:
    """The bytes that the query of a table would read, from a dry run."""

    table: str
    bytes: int

    @property
    def dollars(self) -> float:
        """The on-demand cost, without subtracting the monthly free tier."""
        return max(self.bytes, MIN_BYTES) / 1024**4 * DOLLARS_PER_TEBIBYTE


@dataclass(frozen=True)
class BigQuery:
    """A client for one dataset, with its access token."""

    project: str
    dataset: str
    token: str = field(repr=False)
    """An access token, as printed by ``gcloud auth print-access-token``; never shown."""
    url: str = URL

    def load(self, table: str, rows: pa.Table) -> None:
        """Replace a table of the dataset with Arrow rows, and wait for the load job to end.

        Raises:
            TipoffError: the service refuses the job, or cannot be reached.
        """
        import pyarrow.parquet as pq

        parquet = io.BytesIO()
        pq.write_table(rows, parquet)
        load = {
            "sourceFormat": "PARQUET",
            "writeDisposition": "WRITE_TRUNCATE",
            "destinationTable": {**self._default_dataset(), "tableId": table},
        }
        configuration = json.dumps({"configuration": {"load": load}}).encode()
        job = self._request(
            "POST",
            f"/upload/bigquery/v2/projects/{self.project}/jobs?uploadType=multipart",
            _multipart_related(configuration, parquet.getvalue()),
            f"multipart/related; boundary={BOUNDARY}",
        )
        self._wait_for(job)

    def bytes_read(self, query: str) -> int:
        """Return how many bytes a query would read, by a dry run that costs nothing.

        Raises:
            TipoffError: the service refuses the query, or cannot be reached.
        """
        configuration = {"dryRun": True, "query": self._query(query)}
        job = self._post(f"/projects/{self.project}/jobs", {"configuration": configuration})
        return int(job["statistics"]["totalBytesProcessed"])

    def query(self, query: str) -> list[tuple[Any, ...]]:
        """Run a query and return the rows of all its pages.

        Raises:
            TipoffError: the service refuses the query, or cannot be reached.
        """
        answer = self._post(f"/projects/{self.project}/queries", self._query(query))
        rows: list[tuple[Any, ...]] = []
        for page in self._pages(answer):
            types = [each["type"] for each in page["schema"]["fields"]]
            rows += [
                tuple(_value(t, cell["v"]) for t, cell in zip(types, row["f"], strict=True))
                for row in page.get("rows", ())
            ]
        return rows

    def _pages(self, answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield the first page of a query's result, once it is complete, and each further page."""
        job = answer["jobReference"]
        path = f"/projects/{self.project}/queries/{job['jobId']}?location={job.get('location', '')}"
        while not answer["jobComplete"]:
            answer = self._get(path)
        yield answer
        while "pageToken" in answer:
            answer = self._get(f"{path}&pageToken={answer['pageToken']}")
            yield answer

    def _wait_for(self, job: dict[str, Any]) -> None:
        reference = job["jobReference"]
        location = reference.get("location", "")
        while job["status"]["state"] != "DONE":
            job = self._get(
                f"/projects/{self.project}/jobs/{reference['jobId']}?location={location}"
            )
        if "errorResult" in job["status"]:
            raise TipoffError(f"BigQuery: {job['status']['errorResult']['message']}")

    def _query(self, query: str) -> dict[str, Any]:
        return {"query": query, "useLegacySql": False, "defaultDataset": self._default_dataset()}

    def _default_dataset(self) -> dict[str, str]:
        return {"projectId": self.project, "datasetId": self.dataset}

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        content = json.dumps(body).encode()
        return self._request("POST", f"/bigquery/v2{path}", content, "application/json")

    def _get(self, path: str) -> dict[str, Any]:
        return self._request("GET", f"/bigquery/v2{path}", None, "application/json")

    def _request(
        self, method: str, path: str, content: bytes | None, content_type: str
    ) -> dict[str, Any]:
        """Make a request and return the parsed response."""
        import httpx

        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": content_type}
        try:
            response = httpx.request(
                method, self.url + path, content=content, headers=headers, timeout=TIMEOUT_SECONDS
            )
            response.raise_for_status()
            parsed: dict[str, Any] = response.json()
        except httpx.HTTPStatusError as error:
            raise TipoffError(f"BigQuery: {_refusal(error.response)}") from None
        except (httpx.HTTPError, ValueError) as error:
            raise TipoffError(f"BigQuery at {self.url} does not answer: {error}") from None
        return parsed


def _multipart_related(configuration: bytes, rows: bytes) -> bytes:
    """Return one body with two parts: a job's configuration, and the rows to load."""
    boundary = f"--{BOUNDARY}".encode()
    first = b"Content-Type: application/json; charset=UTF-8\r\n\r\n" + configuration
    second = b"Content-Type: application/octet-stream\r\n\r\n" + rows
    return b"\r\n".join([boundary, first, boundary, second, boundary + b"--\r\n"])


def _refusal(response: Any) -> str:
    """Return the status and the service's own message for a refused request."""
    try:
        message = str(response.json()["error"]["message"])
    except (ValueError, KeyError, TypeError):
        message = response.reason_phrase
    return f"{response.status_code}: {message}"


def _value(data_type: str, text: str | None) -> Any:
    """Parse a cell's value, which JSON holds as text."""
    if text is None:
        return None
    match data_type:
        case "INTEGER" | "INT64":
            return int(text)
        case "FLOAT" | "FLOAT64":
            return float(text)
        case "BOOLEAN" | "BOOL":
            return text == "true"
        case _:
            return text
