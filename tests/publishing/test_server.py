"""The read-only server: one release, tags, a description, and no way out of the directory."""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING

import httpx
import pytest

from support.site_server import serving
from tipoff.publishing.contracts import CONTRACTS
from tipoff.publishing.release import Publication, document
from tipoff.publishing.server import openapi

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


MODULE = "app/0123456789abcdef/main.js"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[httpx.Client]:
    """A client of a release with a page and two documents."""
    (tmp_path / "secret.json").write_text("{}")
    Publication(tmp_path / "published").publish(
        [
            document("index.html", "1", lambda: "<!doctype html>"),
            document("today.json", "1", lambda: {"date": "2025-01-15", "long": "x" * 5000}),
            document("teams/7.json", "1", lambda: {"team_id": 7}),
            document(MODULE, "1", lambda: "export {};"),
        ]
    )
    with serving(tmp_path / "published") as url, httpx.Client(base_url=url) as new_client:
        yield new_client


def test_the_site_and_its_documents_are_served(client: httpx.Client) -> None:
    assert client.get("/").text == "<!doctype html>"
    for path in ("/today.json", "/api/today.json"):
        answer = client.get(path)
        assert answer.json()["date"] == "2025-01-15"
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["content-encoding"] == "gzip"
    assert client.get("/teams/7.json").json() == {"team_id": 7}


def test_a_copy_that_is_current_is_not_sent_again(client: httpx.Client, tmp_path: Path) -> None:
    first = client.get("/today.json")
    assert first.headers["cache-control"] == "no-cache"
    known = {"If-None-Match": first.headers["etag"]}
    again = client.get("/today.json", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    Publication(tmp_path / "published").publish([document("today.json", "2", lambda: {"date": 2})])
    assert client.get("/today.json", headers=known).json() == {"date": 2}


def test_a_module_is_requested_once_and_whatever_may_change_each_time(
    client: httpx.Client,
) -> None:
    assert "immutable" in client.get(MODULE).headers["cache-control"]
    for path in ("/", "/teams/7.json", "/app/0123456789abcdef.json"):
        assert client.get(path).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.json",
        "/%2e%2e/secret.json",
        "/..%2fsecret.json",
        "/teams/../../secret.json",
        "//etc/passwd.json",
        "/%00.json",
        "/.hidden.json",
        "/today.json%0d%0aX:%201",
        "/" + "a" * 500 + ".json",
        "/%E2%80%AEgro.json",
        "/%ff.json",
    ],
)
def test_no_path_leads_out_of_the_release(client: httpx.Client, path: str) -> None:
    """Paths are sent unchanged: a client would normalize them."""
    with socket.create_connection((client.base_url.host, client.base_url.port or 80)) as raw:
        raw.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        status = raw.makefile("rb").readline().split()[1]
    assert status in (b"400", b"404")


@pytest.mark.parametrize("path", ["/manifest.json", "/none.json", "/teams", "/app/none.js"])
def test_what_is_not_published_is_not_found(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_what_cannot_be_read_now_is_not_called_missing(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: Path) -> bytes:
        raise OSError(errno.EMFILE, "Too many open files", str(file))

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.read_bytes", refuse)
        answer = client.get("/teams/7.json")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    assert client.get("/teams/7.json").status_code == 200


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, *", False),
        ("*;q=0", False),
        ("identity, zgzipped", False),
        ("", False),
    ],
)
def test_a_reader_that_does_not_take_gzip_is_not_given_it(
    client: httpx.Client, accepted: str, packed: bool
) -> None:
    answer = client.get("/today.json", headers={"Accept-Encoding": accepted})
    assert ("content-encoding" in answer.headers) == packed


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(client: httpx.Client, method: str) -> None:
    assert client.request(method, "/today.json").status_code == 405


def test_the_description_names_every_document_and_only_schemas_that_are_there(
    client: httpx.Client,
) -> None:
    described = client.get("/api").json()
    assert described == openapi()
    assert set(described["paths"]) == {f"/api/{pattern}" for pattern in CONTRACTS}
    text = client.get("/api").text
    wanted = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert wanted <= set(described["components"]["schemas"])
