"""Examples that call `tipoff day` unattended: each calls exactly that, and is valid."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
SERVICE, TIMER = "tipoff-day.service", "tipoff-day.timer"


def _text(name: str) -> str:
    return (DEPLOY / name).read_text()


def _yaml(name: str) -> Any:
    return yaml.safe_load(_text(name))


def _instructions() -> list[tuple[str, str]]:
    """Return the Dockerfile's instructions with their arguments, continued lines joined."""
    joined = re.sub(r"\\\n\s*", "", _text("Dockerfile"))
    lines = [line for line in joined.splitlines() if line and not line.startswith("#")]
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines)]


@pytest.mark.parametrize(
    "name", ["systemd/tipoff-day.service", "crontab", "Dockerfile", "github-day.yml"]
)
def test_each_example_calls_tipoff_day_and_nothing_else(name: str) -> None:
    text = "\n".join(line for line in _text(name).splitlines() if not line.lstrip().startswith("#"))
    called = re.findall(r"(?<![\w./-])(?:/opt/tipoff/bin/|\.venv/bin/)?tipoff ([a-z]\w*)", text)
    assert called == ["day"]


def test_the_units_are_accepted_by_systemd(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd-analyze here")
    for name in (SERVICE, TIMER):
        text = _text(f"systemd/{name}").replace("/opt/tipoff/bin/tipoff", "/bin/true")
        (tmp_path / name).write_text(text)
    process = subprocess.run(
        [analyze, "verify", str(tmp_path / TIMER), str(tmp_path / SERVICE)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (process.returncode, process.stderr) == (0, "")


def test_the_image_is_of_two_stages_and_runs_as_no_root() -> None:
    instructions = _instructions()
    names = [name for name, _ in instructions]
    assert names.count("FROM") == 2
    last = instructions[len(names) - 1 - names[::-1].index("FROM") :]
    users = [rest for name, rest in last if name == "USER"]
    assert users == ["10001"]
    assert [name for name, _ in last].index("USER") > [name for name, _ in last].index("RUN")
    assert "HEALTHCHECK" in names
    assert "ADD" not in names
    assert {rest.split()[0] for name, rest in instructions if name == "FROM"} == {
        "python:3.12-slim"
    }
    for name, rest in instructions:
        if name == "RUN" and "apt-get install" in rest:
            assert "--no-install-recommends" in rest
            assert "rm -rf /var/lib/apt/lists" in rest
        if name == "RUN" and "pip install" in rest:
            assert "--require-hashes" in rest or "--no-deps" in rest


def test_what_the_image_copies_is_sent_to_the_builder() -> None:
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().split() if line[0] == "!"}
    copied = {
        word
        for name, rest in _instructions()
        if name == "COPY" and "--from" not in rest
        for word in rest.split()[:-1]
    }
    assert copied == allowed
    assert all((ROOT / name).exists() for name in copied)


def test_the_composition_is_whole() -> None:
    services = _yaml("compose.yaml")["services"]
    assert services["day"]["build"] == {"context": "..", "dockerfile": "deploy/Dockerfile"}
    assert services["site"]["command"][:2] == ["tipoff", "serve"]
    assert services["site"]["ports"] == ["127.0.0.1:8080:8080"], "only from this machine"
    named = {volume.split(":")[0] for each in services.values() for volume in each["volumes"]}
    assert named == _yaml("compose.yaml")["volumes"].keys()


def test_the_composition_with_dagster_is_whole() -> None:
    made = _yaml("compose-dagster.yaml")
    services = made["services"]
    built = services["webserver"]["build"]
    usual = _yaml("compose.yaml")["services"]["day"]["build"]
    assert built == {**usual, "args": {"LOCK": "requirements-dagster.lock"}}
    assert (ROOT / built["args"]["LOCK"]).exists()
    assert "ARG LOCK=requirements.lock" in _text("Dockerfile")
    for name in ("webserver", "daemon"):
        (command,) = services[name]["command"][2:]
        assert command.startswith(f"mkdir -p /data/dagster && exec dagster-{name}")
        assert command.endswith("--module-name tipoff.orchestration.definitions")
    for name in ("webserver", "daemon", "site"):
        settings = services[name]["environment"]
        assert settings["TIPOFF_CATALOG"] == (
            "postgresql://tipoff:${POSTGRES_PASSWORD}@catalog/tipoff"
        )
        assert services[name]["depends_on"]["catalog"]["condition"] == "service_healthy"
    published = [port for each in services.values() for port in each.get("ports", ())]
    assert all(port.startswith("127.0.0.1:") for port in published), "only from this machine"
    named = {volume.split(":")[0] for each in services.values() for volume in each["volumes"]}
    assert named == made["volumes"].keys()


def test_the_workflow_keeps_what_was_landed_and_publishes_the_site() -> None:
    workflow = _yaml("github-day.yml")
    job = workflow["jobs"]["day"]
    steps = job["steps"]
    runs = [step.get("run") for step in steps]
    uses = [step.get("uses", "").split("@")[0] for step in steps]
    assert uses.index("actions/cache/restore") < runs.index(".venv/bin/tipoff day")
    kept = steps[uses.index("actions/cache/save")]
    assert kept["if"] == "always()" or kept["if"].startswith("always()")
    assert kept["with"]["path"] == "home"
    assert "actions/deploy-pages" in uses
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert workflow["concurrency"] == {"group": "day", "cancel-in-progress": False}


def test_no_example_holds_a_secret() -> None:
    for path in DEPLOY.rglob("*"):
        if path.is_file():
            values = re.findall(r"^[^#\n]*KEY\s*[:=]\s*(\S+)", path.read_text(), re.MULTILINE)
            assert all(value.startswith("${{") for value in values), path.name
