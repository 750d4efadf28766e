"""A slow second opinion: the domain's formulas in plain Python, row by row, from raw tables.

Written from the definitions alone; it shares no code with the pipeline.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from functools import cached_property
from statistics import mean, stdev
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from conftest import World

Row = dict[str, Any]
YEAR = timedelta(365)
ZONES = ("paint", "mid_range", "corner_three", "above_break_three")


class Oracle:
    """Answers for one player-game at a time."""

    def __init__(self, world: World) -> None:
        self.schedule = {r["game_id"]: r for r in world.rows("schedule")}
        self.lines = world.rows("player_box_score")
        self.teams = {(r["game_id"], r["team_id"]): r for r in world.rows("team_box_score")}
        self.rotation = {(r["game_id"], r["player_id"]): r for r in world.rows("player_rotation")}
        self.inactive = {(r["game_id"], r["player_id"]): r for r in world.rows("inactive_player")}
        self.shots: dict[tuple[str, int], list[Row]] = defaultdict(list)
        for shot in world.rows("shot"):
            self.shots[shot["game_id"], shot["player_id"]].append(shot)
        self.by_player: dict[int, list[Row]] = defaultdict(list)
        for line in sorted(self.lines, key=lambda r: r["game_date"]):
            self.by_player[line["player_id"]].append(line)

    def opponent(self, game_id: str, team_id: int) -> int:
        """The other team of a game."""
        game = self.schedule[game_id]
        sides = {game["home_team_id"], game["away_team_id"]} - {team_id}
        return int(sides.pop())

    def seconds(self, line: Row) -> int:
        """Exact where the rotation has them, else whole minutes."""
        clock = self.rotation.get((line["game_id"], line["player_id"]))
        exact = clock["seconds"] if clock else None
        return int(line["minutes"] * 60 if exact is None else exact)

    def usage_rate(self, line: Row) -> float | None:
        """100 (FGA + .44 FTA + TOV) (team minutes / 5) / (minutes (team's of the same))."""
        team, seconds = self.teams[line["game_id"], line["team_id"]], self.seconds(line)
        if seconds < 180:
            return None
        share = _plays(line) * team["minutes"] / 5 / (seconds / 60 * _plays(team))
        return float(100 * share)

    def offense(self, game_id: str, team_id: int) -> Row:
        """Possessions, rating and pace of one team in one game."""
        line, other = self.teams[game_id, team_id], self.opponent(game_id, team_id)
        possessions = _plays(line) - line["offensive_rebounds"]
        return {
            "possessions": possessions,
            "offensive_rating": 100 * line["points"] / possessions,
            "pace": 48 * possessions / (line["minutes"] / 5),
            "overtime_periods": round((line["minutes"] - 240) / 25),
            "margin": line["points"] - self.teams[game_id, other]["points"],
            "true_shooting_share": line["points"]
            / (2 * (line["field_goals_attempted"] + 0.44 * line["free_throws_attempted"])),
        }

    def history(self, player_id: int, before: date) -> list[Row]:
        """A player's games strictly before a date and at most a year old, the last one last."""
        return [
            line
            for line in self.by_player[player_id]
            if before - YEAR <= line["game_date"] < before
        ]

    @cached_property
    def named(self) -> dict[date, list[tuple[int, int]]]:
        """(team, player) of everyone named for a game of a date: played, dressed or inactive."""
        found = defaultdict(list)
        for rows in (self.lines, self.rotation.values(), self.inactive.values()):
            for row in rows:
                found[row["game_date"]].append((row["team_id"], row["player_id"]))
        return found

    def pool(self, game: Row, team_id: int) -> set[int]:
        """Who may play: named in the team's last 10 games, and by no other team since."""
        days = sorted(d for d in self.named if game["game_date"] - YEAR <= d < game["game_date"])
        own = [d for d in days if any(team == team_id for team, _ in self.named[d])][-10:]
        latest = {p: team for d in days for team, p in sorted(self.named[d], reverse=True)}
        candidates = {p for d in own for team, p in self.named[d] if team == team_id}
        return {p for p in candidates if latest[p] == team_id}

    def windows(self, player_id: int, game: Row) -> dict[str, list[Row]]:
        """The games each window holds."""
        games = self.history(player_id, game["game_date"])
        season = [g for g in games if self.schedule[g["game_id"]]["season"] == game["season"]]
        return {**{f"last_{n}": games[-n:] for n in (3, 5, 10, 20)}, "season": season}

    def form(self, player_id: int, game: Row) -> Row:
        """Means and deviations of some statistics over each window."""
        found: Row = {}
        for window, games in self.windows(player_id, game).items():
            found[f"games_{window}"] = len(games)
            values = {
                "points": [g["points"] for g in games],
                "minutes": [self.seconds(g) / 60 for g in games],
                "usage_rate": [u for g in games if (u := self.usage_rate(g)) is not None],
                "threes_attempted": [g["threes_attempted"] for g in games],
                "turnovers": [g["turnovers"] for g in games],
            }
            for name, numbers in values.items():
                found[f"{name}_avg_{window}"] = mean(numbers) if numbers else None
                if name in ("points", "minutes", "usage_rate"):
                    spread = stdev(numbers) if len(numbers) > 1 else None
                    found[f"{name}_std_{window}"] = spread
        return found

    def zones(self, player_id: int, game: Row) -> Row:
        """Shares of attempts by zone over the last 10 games, and the primary zone."""
        games = self.windows(player_id, game)["last_10"]
        taken = [s["zone"] for g in games for s in self.shots[g["game_id"], player_id]]
        taken = [zone for zone in taken if zone in ZONES]
        shares = {z: taken.count(z) / len(taken) if taken else None for z in ZONES}
        found = {f"{zone}_share_last_10": share for zone, share in shares.items()}
        return {**found, "primary_zone": _primary(taken)}

    def load(self, player_id: int, game: Row) -> Row:
        """Days since his last game, games and minutes of the last 7 and 14 days."""
        games, today = self.history(player_id, game["game_date"]), game["game_date"]
        found: Row = {"days_since_played": (today - games[-1]["game_date"]).days if games else None}
        for days in (7, 14):
            recent = [g for g in games if today - g["game_date"] <= timedelta(days)]
            found[f"games_last_{days}_days"] = len(recent)
            found[f"minutes_last_{days}_days"] = sum(self.seconds(g) for g in recent) / 60
        return found

    def teammates_out(self, player_id: int, team_id: int, game: Row) -> Row:
        """How many teammates are listed out, and what they did over their last 10 games."""
        out = [
            p
            for p in self.pool(game, team_id) - {player_id}
            if (game["game_id"], p) in self.inactive
        ]
        form = {p: self.form(p, game) for p in out}
        newly = [p for p in out if (self.load(p, game)["days_since_played"] or 999) <= 12]
        return {
            "teammates_out": len(out),
            "teammates_out_minutes": sum(form[p]["minutes_avg_last_10"] or 0 for p in out),
            "teammates_out_points": sum(form[p]["points_avg_last_10"] or 0 for p in out),
            "teammates_newly_out_usage": sum(form[p]["usage_rate_avg_last_10"] or 0 for p in newly),
        }

    def team_form(self, team_id: int, game: Row) -> Row:
        """A team's pace, ratings and wins over its last 10 games and season, and its rest."""
        today = game["game_date"]
        played = sorted(
            (self.schedule[g]["game_date"], g) for g, team in self.teams if team == team_id
        )
        recent = [g for day, g in played if today - YEAR <= day < today]
        last_10 = recent[-10:]
        season = [g for g in recent if self.schedule[g]["season"] == game["season"]]
        days = [g["game_date"] for g in self.schedule.values()
                if team_id in (g["home_team_id"], g["away_team_id"])
                and today - YEAR <= g["game_date"] < today]  # fmt: skip
        offense = [self.offense(g, team_id) for g in last_10]
        defense = [self.offense(g, self.opponent(g, team_id)) for g in last_10]
        wins = [float(self.teams[g, team_id]["won"]) for g in season]
        return {
            "pace_avg_last_10": _mean(o["pace"] for o in offense),
            "offensive_rating_avg_last_10": _mean(o["offensive_rating"] for o in offense),
            "defensive_rating_avg_last_10": _mean(d["offensive_rating"] for d in defense),
            "wins_avg_season": _mean(wins),
            "days_rest": (today - max(days)).days if days else None,
        }


def _mean(values: Any) -> float | None:
    numbers = list(values)
    return mean(numbers) if numbers else None


def _plays(line: Row) -> float:
    return float(
        line["field_goals_attempted"] + 0.44 * line["free_throws_attempted"] + line["turnovers"]
    )


def _primary(taken: list[str]) -> str | None:
    if not taken:
        return None
    threes = sum(zone.endswith("three") for zone in taken)
    for zone, count, least in (
        ("paint", taken.count("paint"), 0.40),
        ("three", threes, 0.40),
        ("mid_range", taken.count("mid_range"), 0.35),
    ):
        if count / len(taken) >= least:
            return zone
    return "balanced"
