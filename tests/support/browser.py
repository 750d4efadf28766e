"""Debian's Chromium, driven over its own protocol: pages as a person sees them."""

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
"""How a script writes a value that is not there."""
START_SECONDS, WAIT_SECONDS = 60.0, 120.0


def imported(module: str) -> str:
    """Return an expression of the promise of one of the application's modules, as it runs."""
    main = "document.querySelector('script[type=module]').src"
    return f"import({main}.replace(/main.js$/, '{module}'))"


@dataclass
class Page:
    """One tab. What it asked for, and what pages of the host that is open complained of, is kept.

    A page that was left may still ask for its icon when its server is gone already; that is told
    while the next host's page is open, and is no complaint of that one.
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
        mine = self.number
        self.connection.send(json.dumps({"id": mine, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.connection.recv(timeout=WAIT_SECONDS))
            if answer.get("id") == mine:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: dict[str, Any] = answer["result"]
                return result
            self._hear(answer)

    def open(self, url: str) -> None:
        """Go to an address and wait until the application says that it is ready."""
        self.send("Page.navigate", url="about:blank")
        self._come_from(self.host, urlsplit(url).netloc)
        self.send("Page.navigate", url=url)
        self.wait("document.documentElement?.dataset.ready !== undefined")

    def _come_from(self, before: str, host: str) -> None:
        if before != host:
            self.complaints.clear()
        self.left = {*self.left, before} - {host, ""}
        self.host = host

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression, awaited."""
        result = self.send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def wait(self, expression: str) -> None:
        """Wait until an expression is true."""
        until = time.monotonic() + WAIT_SECONDS
        while not self.evaluate(expression):
            assert time.monotonic() < until, f"never true: {expression}; {self.complaints}"
            time.sleep(0.02)

    def text(self, selector: str = "main") -> str:
        """Return what a person reads of an element: never a value that the page did not find."""
        told = str(self.evaluate(f"document.querySelector({json.dumps(selector)}).innerText"))
        assert (found := NOT_FOUND.search(told)) is None, f"{found} in {told}"
        return told

    def click(self, selector: str) -> None:
        """Click an element."""
        self.evaluate(f"document.querySelector({json.dumps(selector)}).click()")

    def choose(self, label: str, value: str) -> None:
        """Give the control under a label a value, as a person would."""
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
        """Give the window a size and the system a theme."""
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
        """Write what is seen, or the whole page, as a PNG."""
        made = self.send("Page.captureScreenshot", captureBeyondViewport=whole, **self._clip(whole))
        path.write_bytes(base64.b64decode(made["data"]))

    def _clip(self, whole: bool) -> dict[str, Any]:
        if not whole:
            return {}
        size = self.send("Page.getLayoutMetrics")["cssContentSize"]
        return {"clip": {**size, "scale": 1}}

    def _hear(self, event: dict[str, Any]) -> None:
        told = event.get("params", {})
        if event["method"] == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif event["method"] == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(told["exceptionDetails"])[:500])
        elif event["method"] == "Log.entryAdded":
            self._read(told["entry"])
        elif event["method"] == "Runtime.consoleAPICalled" and told["type"] in ("error", "warning"):
            self.complaints.append(json.dumps(told["args"])[:500])

    def _read(self, entry: dict[str, Any]) -> None:
        url = entry.get("url", "")
        if entry["level"] in ("error", "warning") and urlsplit(url).netloc not in self.left:
            self.complaints.append(f"{entry['text']} {url}".strip())


@contextmanager
def browser() -> Iterator[Page]:
    """Start a browser with one tab; a test that needs it is skipped where there is none."""
    if CHROMIUM is None:
        pytest.skip("no chromium: apt-get install chromium")
    from websockets.sync.client import connect

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [CHROMIUM, f"--user-data-dir={profile}", *FLAGS]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            port = _port(Path(profile), process)
            # Unread events are kept without limit: those of a full queue would hold back the answer
            # to the closing of the connection, which is waited for.
            with connect(_tab(port), max_size=None, max_queue=None, compression=None) as connection:
                page = Page(connection)
                for domain in ("Page", "Runtime", "Network", "Log"):
                    page.send(f"{domain}.enable")
                yield page
        finally:
            process.terminate()
            process.wait(timeout=10)


def _port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    told, until = profile / "DevToolsActivePort", time.monotonic() + START_SECONDS
    while not (told.exists() and "\n" in told.read_text()):
        assert process.poll() is None, f"chromium ended with {process.returncode}"
        assert time.monotonic() < until, "chromium does not start"
        time.sleep(0.05)
    return int(told.read_text().split("\n", maxsplit=1)[0])


def _tab(port: int) -> str:
    import httpx

    until = time.monotonic() + START_SECONDS
    while True:
        tabs = httpx.get(f"http://127.0.0.1:{port}/json/list", timeout=WAIT_SECONDS).json()
        found = [tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page"]
        if found:
            return str(found[0])
        assert time.monotonic() < until, "chromium has no tab"
        time.sleep(0.05)
