"""A driver of Chromium over the DevTools protocol, for tests of the site."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from websockets.sync.client import ClientConnection

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
    "about:blank",
)
NOT_FOUND = re.compile(r"\b(undefined|NaN|Infinity|null)\b|\[object ")
"""Texts of missing values that a script printed by mistake."""
START_SECONDS, WAIT_SECONDS = 60.0, 120.0


def imported(module: str) -> str:
    """Return a JavaScript expression that imports one of the running application's modules."""
    main = "document.querySelector('script[type=module]').src"
    return f"import({main}.replace(/main.js$/, '{module}'))"


@dataclass
class Page:
    """One tab. It records requests, and the errors and warnings of the current host's pages.

    A page that was left may still request its icon after its server has stopped. That error arrives
    while a page of another host is open, and is ignored.
    """

    connection: ClientConnection
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    number: int = 0
    host: str = ""
    left: set[str] = field(default_factory=set)

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its result."""
        self.number += 1
        own = self.number
        self.connection.send(json.dumps({"id": own, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.connection.recv(timeout=WAIT_SECONDS))
            if answer.get("id") == own:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: dict[str, Any] = answer["result"]
                return result
            self._record(answer)

    def open(self, url: str) -> None:
        """Open an address and wait until the application is ready."""
        self.send("Page.navigate", url="about:blank")
        self._change_host(self.host, urlsplit(url).netloc)
        self.send("Page.navigate", url=url)
        self.wait("document.documentElement?.dataset.ready !== undefined")

    def _change_host(self, before: str, host: str) -> None:
        if before != host:
            self.complaints.clear()
        self.left = {*self.left, before} - {host, ""}
        self.host = host

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, awaited if it is a promise."""
        result = self.send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def wait(self, expression: str) -> None:
        """Wait until a JavaScript expression is true."""
        until = time.monotonic() + WAIT_SECONDS
        while not self.evaluate(expression):
            assert time.monotonic() < until, f"never true: {expression}; {self.complaints}"
            time.sleep(0.02)

    def text(self, selector: str = "main") -> str:
        """Return the visible text of an element, and check that it shows no missing values."""
        text = str(self.evaluate(f"document.querySelector({json.dumps(selector)}).innerText"))
        assert (match := NOT_FOUND.search(text)) is None, f"{match} in {text}"
        return text

    def click(self, selector: str) -> None:
        """Click an element."""
        self.evaluate(f"document.querySelector({json.dumps(selector)}).click()")

    def choose(self, label: str, value: str) -> None:
        """Set the value of the control with a label, and send its events."""
        self.evaluate(
            f"""(() => {{
                const label = [...document.querySelectorAll("label")]
                    .find((each) => each.textContent === {json.dumps(label)});
                const control = document.getElementById(label.htmlFor);
                control.value = {json.dumps(value)};
                control.dispatchEvent(new Event("input", {{ bubbles: true }}));
                control.dispatchEvent(new Event("change", {{ bubbles: true }}));
            }})()"""
        )

    def size(self, width: int, height: int, *, dark: bool = False) -> None:
        """Set the size of the window and the system's theme."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 500,
        )
        theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[theme])

    def screenshot(self, path: Path, *, whole: bool = False) -> None:
        """Write the visible part, or the whole page, as PNG."""
        shot = self.send("Page.captureScreenshot", captureBeyondViewport=whole, **self._clip(whole))
        path.write_bytes(base64.b64decode(shot["data"]))

    def _clip(self, whole: bool) -> dict[str, Any]:
        if not whole:
            return {}
        size = self.send("Page.getLayoutMetrics")["cssContentSize"]
        return {"clip": {**size, "scale": 1}}

    def _record(self, event: dict[str, Any]) -> None:
        parameters = event.get("params", {})
        if event["method"] == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])
        elif event["method"] == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(parameters["exceptionDetails"])[:500])
        elif event["method"] == "Log.entryAdded":
            self._read(parameters["entry"])
        elif event["method"] == "Runtime.consoleAPICalled" and parameters["type"] in (
            "error",
            "warning",
        ):
            self.complaints.append(json.dumps(parameters["args"])[:500])

    def _read(self, entry: dict[str, Any]) -> None:
        url = entry.get("url", "")
        if entry["level"] in ("error", "warning") and urlsplit(url).netloc not in self.left:
            self.complaints.append(f"{entry['text']} {url}".strip())


@contextmanager
def browser() -> Iterator[Page]:
    """Start a browser with one tab; skip the test if no Chromium is installed."""
    if CHROMIUM is None:
        pytest.skip("no chromium: apt-get install chromium")
    from websockets.sync.client import connect

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [CHROMIUM, f"--user-data-dir={profile}", *FLAGS]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            port = _port(Path(profile), process)
            # The queue of unread events has no limit: a full one would block the answer to the
            # closing of the connection, which the client waits for.
            with connect(_tab(port), max_size=None, max_queue=None, compression=None) as connection:
                page = Page(connection)
                for domain in ("Page", "Runtime", "Network", "Log"):
                    page.send(f"{domain}.enable")
                yield page
        finally:
            process.terminate()
            process.wait(timeout=10)


def _port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    port_file, until = profile / "DevToolsActivePort", time.monotonic() + START_SECONDS
    while not (port_file.exists() and "\n" in port_file.read_text()):
        assert process.poll() is None, f"chromium ended with {process.returncode}"
        assert time.monotonic() < until, "chromium does not start"
        time.sleep(0.05)
    return int(port_file.read_text().split("\n", maxsplit=1)[0])


def _tab(port: int) -> str:
    import httpx

    until = time.monotonic() + START_SECONDS
    while True:
        tabs = httpx.get(f"http://127.0.0.1:{port}/json/list", timeout=WAIT_SECONDS).json()
        urls = [tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page"]
        if urls:
            return str(urls[0])
        assert time.monotonic() < until, "chromium has no tab"
        time.sleep(0.05)
