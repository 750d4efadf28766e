"""BigQuery: the tables' SQL in a data warehouse, over its REST interface, version 2.

A client with three requests: load rows into a table, say how many bytes a query would read, and
run a query. It is no engine that runs commit with: a warehouse keeps its own tables, and what a run
keeps are files. It tells what the same queries would cost there, and lets them be compared.

The requests are as documented at https://cloud.google.com/bigquery/docs/reference/rest/v2. They
have been tested against a local stand-in with answers of the documented form, never against the
service itself.
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
"""The price on demand in the United States as published in 2024; it may have changed."""
MIN_BYTES = 10 * 1024**2
"""What a query that reads less is charged for."""
TIMEOUT_SECONDS = 60.0
BOUNDARY = "tipoff-part"


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a query would read, by a dry run."""

    table: str
    bytes: int

    @property
    def dollars(self) -> float:
        """What it would cost on demand, of which a monthly free amount is not taken off."""
        return max(self.bytes, MIN_BYTES) / 1024**4 * DOLLARS_PER_TEBIBYTE


@dataclass(frozen=True)
class BigQuery:
    """A dataset, and who asks."""

    project: str
    dataset: str
    token: str = field(repr=False)
    """An access token, such as ``gcloud auth print-access-token`` prints; never shown."""
    url: str = URL

    def load(self, table: str, rows: pa.Table) -> None:
        """Replace a table of the dataset by Arrow rows; the job is waited for.

        Raises:
            TipoffError: the service refuses it, or cannot be reached.
        """
        import pyarrow.parquet as pq

        written = io.BytesIO()
        pq.write_table(rows, written)
        load = {
            "sourceFormat": "PARQUET",
            "writeDisposition": "WRITE_TRUNCATE",
            "destinationTable": {**self._default(), "tableId": table},
        }
        stated = json.dumps({"configuration": {"load": load}}).encode()
        job = self._ask(
            "POST",
            f"/upload/bigquery/v2/projects/{self.project}/jobs?uploadType=multipart",
            _related(stated, written.getvalue()),
            f"multipart/related; boundary={BOUNDARY}",
        )
        self._wait_for(job)

    def bytes_read(self, query: str) -> int:
        """Return how many bytes a query would read; it is not run, and costs nothing.

        Raises:
            TipoffError: the service refuses the query, or cannot be reached.
        """
        configuration = {"dryRun": True, "query": self._query(query)}
        job = self._post(f"/projects/{self.project}/jobs", {"configuration": configuration})
        return int(job["statistics"]["totalBytesProcessed"])

    def query(self, query: str) -> list[tuple[Any, ...]]:
        """Run a query and return its rows, of all pages.

        Raises:
            TipoffError: the service refuses the query, or cannot be reached.
        """
        answer = self._post(f"/projects/{self.project}/queries", self._query(query))
        rows: list[tuple[Any, ...]] = []
        for page in self._pages(answer):
            kinds = [each["type"] for each in page["schema"]["fields"]]
            rows += [
                tuple(_value(k, cell["v"]) for k, cell in zip(kinds, row["f"], strict=True))
                for row in page.get("rows", ())
            ]
        return rows

    def _pages(self, answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield the answer to a query, once there is one, and each further page."""
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
        return {"query": query, "useLegacySql": False, "defaultDataset": self._default()}

    def _default(self) -> dict[str, str]:
        return {"projectId": self.project, "datasetId": self.dataset}

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        content = json.dumps(body).encode()
        return self._ask("POST", f"/bigquery/v2{path}", content, "application/json")

    def _get(self, path: str) -> dict[str, Any]:
        return self._ask("GET", f"/bigquery/v2{path}", None, "application/json")

    def _ask(self, method: str, path: str, content: bytes | None, kind: str) -> dict[str, Any]:
        """Make a request and return the answer, parsed."""
        import httpx

        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": kind}
        try:
            answer = httpx.request(
                method, self.url + path, content=content, headers=headers, timeout=TIMEOUT_SECONDS
            )
            answer.raise_for_status()
            found: dict[str, Any] = answer.json()
        except httpx.HTTPStatusError as error:
            raise TipoffError(f"BigQuery: {_refusal(error.response)}") from None
        except (httpx.HTTPError, ValueError) as error:
            raise TipoffError(f"BigQuery at {self.url} does not answer: {error}") from None
        return found


def _related(stated: bytes, body: bytes) -> bytes:
    """Return a job's configuration and the rows to load, as parts of one body."""
    mark = f"--{BOUNDARY}".encode()
    described = b"Content-Type: application/json; charset=UTF-8\r\n\r\n" + stated
    rows = b"Content-Type: application/octet-stream\r\n\r\n" + body
    return b"\r\n".join([mark, described, mark, rows, mark + b"--\r\n"])


def _refusal(answer: Any) -> str:
    """Return why a request was refused, as the service says it."""
    try:
        told = str(answer.json()["error"]["message"])
    except (ValueError, KeyError, TypeError):
        told = answer.reason_phrase
    return f"{answer.status_code}: {told}"


def _value(kind: str, text: str | None) -> Any:
    """Return a cell's value, which JSON holds as text."""
    if text is None:
        return None
    match kind:
        case "INTEGER" | "INT64":
            return int(text)
        case "FLOAT" | "FLOAT64":
            return float(text)
        case "BOOLEAN" | "BOOL":
            return text == "true"
        case _:
            return text
