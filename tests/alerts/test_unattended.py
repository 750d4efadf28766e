"""What an operator is told of a day that nobody watches: services, pipeline and channels."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from support.day_service import cold_start, day_service, few_days
from support.receiver import receiver
from tipoff.simulation.daily_world import eastern

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from support.receiver import Receiver


def _log(hook: Receiver) -> list[str]:
    """Return what was told, a line for each message."""
    return [f"{m['title']}: {m['message']}".replace("\n", " | ") for m in hook.messages]


def test_a_morning_without_prices_is_told_once_and_so_is_its_end(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    world = few_days()
    shutil.copytree(cold_start(tmp_path_factory) / "home", tmp_path / "home")
    day = world.days[0]
    with (
        receiver() as hook,
        receiver(404) as broken,
        day_service(world, tmp_path / "home", monkeypatch) as service,
    ):
        service.settings |= {
            "ALERT_CHANNELS": f"{hook.address()} {broken.address()}",
            "ALERT_PING_URL": f"http://127.0.0.1:{hook.port}/ping",
        }
        assert service.at(eastern(day, 9.2)).exit_code == 0
        assert hook.pings == 0, "nothing was due, so nothing was done"
        service.settings["ODDS_API_URL"] = f"{service.url}/nothing"
        assert service.at(eastern(day, 12)).exit_code == 1
        assert hook.pings == 0, "what was done failed"
        del service.settings["ODDS_API_URL"]
        assert service.at(eastern(day, 12.5)).exit_code == 0
        assert hook.pings == 1
        listed = service.call("alerts", "list").stdout
    print("\n".join(_log(hook)))
    told = [line for line in _log(hook) if "odds: " in line]
    assert [line.split(":")[1].strip() for line in told] == ["1 problem", "1 problem resolved"]
    assert [line for line in _log(hook) if f"Tipoff: {day:%A} {day}" in line], "the digest"
    assert any("channel json 2: answered 404" in line for line in _log(hook))
    assert "answered 404" in listed
