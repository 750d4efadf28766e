"""The features the points model reads, by name and in order."""

from __future__ import annotations

from tipoff.features.ml_feature_store import COLUMNS

IDENTIFIERS = {"player_name", "name_key", "team_id", "opponent_id", "season", "tip_at",
               "listed_inactive"}  # fmt: skip
POINTS_FEATURES: tuple[str, ...] = tuple(
    name
    for name, column in COLUMNS.items()
    if not (column.key or column.partition or name in IDENTIFIERS)
)
