"""The sources that are available, and what each needs first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import SecretStr

from tipoff.app.settings import Settings
from tipoff.domain.source_names import INJURIES, LINEUPS, NBA, ODDS
from tipoff.operations import source_fetcher
from tipoff.operations.source_fetcher import configured_sources, missing_for

if TYPE_CHECKING:
    import pytest


def test_a_source_names_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_fetcher, "PDF_LIBRARY", "a_library_that_is_not_installed")
    settings = Settings(day_sources=(NBA, ODDS, INJURIES))
    assert configured_sources(settings) == (NBA,)
    assert missing_for(NBA, settings) == ""
    assert missing_for(LINEUPS, settings) == "add it to the setting day_sources"
    assert "TIPOFF_ODDS_API_KEY" in missing_for(ODDS, settings)
    assert "extra injuries" in missing_for(INJURIES, settings)


def test_a_source_that_needs_nothing_more_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_fetcher, "PDF_LIBRARY", "json")
    settings = Settings(day_sources=(NBA, ODDS, INJURIES), odds_api_key=SecretStr("key"))
    assert {*configured_sources(settings)} == {NBA, ODDS, INJURIES}
    assert not any(missing_for(name, settings) for name in configured_sources(settings))
