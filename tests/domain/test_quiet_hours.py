"""Quiet hours, across midnight and not at all."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tipoff.domain.quiet_hours import QuietHours


@pytest.mark.parametrize(
    ("text", "hour", "quiet"),
    [
        ("23-8", 23, True),
        ("23-8", 3, True),
        ("23-8", 8, False),
        ("23-8", 22, False),
        ("1-5", 0, False),
        ("1-5", 4, True),
        ("", 3, False),
        ("7-7", 7, False),
    ],
)
def test_hours_are_eastern_and_may_pass_midnight(text: str, hour: int, quiet: bool) -> None:
    now = datetime(2024, 1, 10, (hour + 5) % 24, 30, tzinfo=UTC)  # in winter UTC is five ahead
    assert QuietHours.parse(text).cover(now) is quiet


@pytest.mark.parametrize("text", ["23", "25-8", "late", "8-24", "-"])
def test_what_names_no_hours_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not hours"):
        QuietHours.parse(text)
