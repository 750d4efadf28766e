"""A slow reference implementation of the domain's formulas, row by row, from raw tables.

It is plain Python, written from the definitions alone, and shares no code with the pipeline except
the locations of arenas.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from functools import cached_property, wraps
from itertools import islice, pairwise, takewhile
from math import atan2, cos, prod, radians, sin, sqrt
from statistics import linear_regression, mean, stdev
from typing import TYPE_CHECKING, Any, TypeVar, cast

from support.decay_oracle import minutes_form, rates
from tipoff.analytics.arenas import ARENAS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from conftest import World

Row = dict[str, Any]
YEAR = timedelta(365)
ZONES = ("paint", "mid_range", "corner_three", "above_break_three")
RECENT_GAMES = {
    **dict.fromkeys(("steals", "blocks", "turnovers"), (10, 20)),
    **dict.fromkeys(
        (
            "field_goals_attempted",
            "field_goals_made",
            "threes_attempted",
            "free_throws_attempted",
            "free_throws_made",
        ),
        (5, 10, 20),
    ),
}
"""The windows averaged in a recent mean, where they are not 3, 5, 10 and 20."""


Method = TypeVar("Method", bound="Callable[..., Any]")


def remembered(method: Method) -> Method:
    """Cache a method's results: many questions lead to the same ones."""

    @wraps(method)
    def cached(self: Any, *args: Any, **kwargs: Any) -> Any:
        named = (a["game_id"] if isinstance(a, dict) else a for a in args)
        key = (method.__name__, *named, *sorted(kwargs.items()))
        if key not in self.answers:
            self.answers[key] = method(self, *args, **kwargs)
        return self.answers[key]

    return cast("Method", cached)


class Oracle:
    """Reference values, computed for one player-game at a time."""

    def __init__(self, world: World) -> None:
        self.answers: dict[tuple[Any, ...], Any] = {}
        self.schedule = {r["game_id"]: r for r in world.rows("schedule")}
        self.lines = world.rows("player_box_score")
        self.teams = {(r["game_id"], r["team_id"]): r for r in world.rows("team_box_score")}
        self.rotation = {(r["game_id"], r["player_id"]): r for r in world.rows("player_rotation")}
        self.inactive = {(r["game_id"], r["player_id"]): r for r in world.rows("inactive_player")}
        self.lineups: dict[str, list[Row]] = defaultdict(list)
        for row in world.rows("daily_lineup"):
            self.lineups[row["game_id"]].append(row)
        self.shots: dict[tuple[str, int], list[Row]] = defaultdict(list)
        for shot in world.rows("shot"):
            self.shots[shot["game_id"], shot["player_id"]].append(shot)
        self.plays = {(r["game_id"], r["player_id"]): r for r in world.rows("player_play_summary")}
        self.odds = {
            (r["game_date"], r["home_team_name"], r["away_team_name"]): r
            for r in world.rows("game_price")
        }
        self.roster = world.rows("roster")
        self.reports = world.rows("injury_report")
        self.submitted = {
            (r["report_at"], r["game_date"], r["team_name"])
            for r in world.rows("injury_submission")
            if r["submitted"]
        }
        self.quotes: dict[tuple[date, str], list[Row]] = defaultdict(list)
        for quote in world.rows("prop_price", "market = 'player_points' AND NOT is_pickem"):
            self.quotes[quote["game_date"], quote["name_key"]].append(quote)
        named = [*self.inactive.values(), *self.rotation.values(), *self.lines]
        self.name_keys = {r["player_id"]: r["name_key"] for r in named}
        self.by_player: dict[int, list[Row]] = defaultdict(list)
        for line in sorted(self.lines, key=lambda r: r["game_date"]):
            self.by_player[line["player_id"]].append(line)

    def opponent(self, game_id: str, team_id: int) -> int:
        """Return the other team of a game."""
        game = self.schedule[game_id]
        sides = {game["home_team_id"], game["away_team_id"]} - {team_id}
        return int(sides.pop())

    def seconds(self, line: Row) -> int:
        """Return seconds played: exact where the rotation has them, else from whole minutes."""
        clock = self.rotation.get((line["game_id"], line["player_id"]))
        exact = clock["seconds"] if clock else None
        return int(line["minutes"] * 60 if exact is None else exact)

    def usage_rate(self, line: Row) -> float | None:
        """Return usage: 100 plays * (team minutes / 5) / (minutes * team plays).

        Plays are FGA + 0.44 FTA + TOV.
        """
        team, seconds = self.teams[line["game_id"], line["team_id"]], self.seconds(line)
        if seconds < 180:
            return None
        share = _plays(line) * team["minutes"] / 5 / (seconds / 60 * _plays(team))
        return float(100 * share)

    def offense(self, game_id: str, team_id: int) -> Row:
        """Return possessions, rating and pace of a team in a game."""
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
        """Return a player's games of the year strictly before a date, oldest first."""
        return [
            line
            for line in self.by_player[player_id]
            if before - YEAR <= line["game_date"] < before
        ]

    @cached_property
    def named(self) -> dict[date, list[tuple[int, int]]]:
        """Return (team, player) of everyone named for a game of a date, the first team's last."""
        result = defaultdict(set)
        for rows in (self.lines, self.rotation.values(), self.inactive.values()):
            for row in rows:
                result[row["game_date"]].add((row["team_id"], row["player_id"]))
        return {day: sorted(result[day], reverse=True) for day in sorted(result)}

    @remembered
    def pool(self, game: Row, team_id: int) -> set[int]:
        """Return who may play: named in the team's last 10 games, and by no other team since."""
        days = [d for d in self.named if game["game_date"] - YEAR <= d < game["game_date"]]
        ours = (d for d in reversed(days) if any(team == team_id for team, _ in self.named[d]))
        own = [*islice(ours, 10)]
        latest = {p: team for d in days for team, p in self.named[d]}
        candidates = {p for d in own for team, p in self.named[d] if team == team_id}
        return {p for p in candidates if latest[p] == team_id}

    def windows(self, player_id: int, game: Row) -> dict[str, list[Row]]:
        """Return the games of each window, oldest first."""
        games = self.history(player_id, game["game_date"])
        season = [g for g in games if self.schedule[g["game_id"]]["season"] == game["season"]]
        return {**{f"last_{n}": games[-n:] for n in (2, 3, 5, 10, 20)}, "season": season}

    def values(self, line: Row) -> dict[str, float | None]:
        """Return all values of a game that are averaged over games."""
        singles = {
            "points": line["points"],
            "rebounds": line["rebounds"],
            "assists": line["assists"],
            "threes": line["threes_made"],
            "steals": line["steals"],
            "blocks": line["blocks"],
            "turnovers": line["turnovers"],
        }
        combinations = {
            "_".join(parts): sum(singles[part] for part in parts)
            for parts in (
                ("points", "rebounds", "assists"),
                ("points", "rebounds"),
                ("points", "assists"),
                ("rebounds", "assists"),
                ("blocks", "steals"),
            )
        }
        shots, free = line["field_goals_attempted"], line["free_throws_attempted"]
        clock = self.rotation.get((line["game_id"], line["player_id"]))
        volume = (
            "field_goals_attempted",
            "field_goals_made",
            "threes_attempted",
            "free_throws_attempted",
            "free_throws_made",
        )
        return {
            **singles,
            **combinations,
            **{name: line[name] for name in volume},
            "minutes": self.seconds(line) / 60,
            "usage_rate": self.usage_rate(line),
            "true_shooting_share": line["points"] / (2 * (shots + 0.44 * free))
            if shots + free
            else None,
            "starts": float(clock["starter"]) if clock else None,
        }

    @remembered
    def form(self, player_id: int, game: Row) -> Row:
        """Return means, deviations and slopes of all values over every window."""
        result: Row = {}
        for window, games in self.windows(player_id, game).items():
            result[f"games_{window}"] = len(games)
            table = [self.values(g) for g in games]
            for name in self.values(self.lines[0]):
                numbers = [v for row in table if (v := row[name]) is not None]
                result[f"{name}_avg_{window}"] = mean(numbers) if numbers else None
                result[f"{name}_std_{window}"] = stdev(numbers) if len(numbers) > 1 else None
                result[f"{name}_slope_{window}"] = _slope(numbers)
        for name in self.values(self.lines[0]):
            means = [result[f"{name}_avg_last_{n}"] for n in RECENT_GAMES.get(name, (3, 5, 10, 20))]
            result[f"{name}_avg_recent"] = None if None in means else mean(means)
        return result

    def in_role(self, player_id: int, game: Row, *, started: bool) -> list[Row]:
        """Return a player's last 10 games as a starter, or off the bench."""
        games = self.history(player_id, game["game_date"])
        role = [
            g
            for g in games
            if (clock := self.rotation.get((g["game_id"], player_id)))
            and clock["starter"] == started
        ]
        return role[-10:]

    def announced(self, game: Row, *, last: bool = False) -> list[Row]:
        """Return the newest lineups known half an hour before tip-off, or right before it."""
        rows = [r for r in self.lineups[game["game_id"]] if r["captured_at"] < game["tip_at"]]
        if not last and game["is_final"]:
            until = game["tip_at"] - timedelta(minutes=30)
            rows = [r for r in rows if r["captured_at"] <= until]
        newest: dict[int, Any] = {}
        for row in sorted(rows, key=lambda r: r["captured_at"]):
            newest[row["team_id"]] = row["captured_at"]
        return [r for r in rows if r["captured_at"] == newest[r["team_id"]]]

    def lineup(self, game: Row, *, last: bool = False) -> set[int] | None:
        """Return the announced starters, or else the actual ones; None while neither is known."""
        announced = {r["player_id"] for r in self.announced(game, last=last) if r["starter"]}
        return announced or self.starters.get(game["game_id"])

    @cached_property
    def starters(self) -> dict[str, set[int]]:
        """Return the starters of each game."""
        result = defaultdict(set)
        for (game_id, player_id), row in self.rotation.items():
            if row["starter"]:
                result[game_id].add(player_id)
        return dict(result)

    def role(self, player_id: int, team_id: int, game: Row) -> Row:
        """Return whether the player starts, their form in that role, and the lineup around them."""
        lineup, out = self.lineup(game), self.known_out(team_id, game, morning=False) or set()
        result: Row = {"starting": None if lineup is None else player_id in lineup}
        for name, started in (("starting", True), ("off_bench", False)):
            games = self.in_role(player_id, game, started=started)
            result[f"{name}_minutes_avg_last_10"] = _mean(self.seconds(g) / 60 for g in games)
            result[f"{name}_points_avg_last_10"] = _mean(g["points"] for g in games)
        role = "starting" if result["starting"] else "off_bench"
        for what in ("minutes", "points"):
            own = result[f"{role}_{what}_avg_last_10"]
            result[f"role_{what}"] = None if lineup is None else own
        team = {p: self.form(p, game) for p in self.pool(game, team_id)}
        there = sorted(
            (team[p]["minutes_avg_last_10"] or 0 for p in team if p not in out), reverse=True
        )
        own = team[player_id]["minutes_avg_last_10"] or 0
        others = {p: f for p, f in team.items() if p != player_id}

        def minutes(who: set[int]) -> float | None:
            summed = sum(others[p]["minutes_avg_last_10"] or 0 for p in who & others.keys())
            return None if lineup is None else float(summed)

        usual = {p for p, f in others.items() if (f["starts_avg_last_10"] or 0) >= 0.5}
        return result | {
            "minutes_rank": None if player_id in out else there.index(own) + 1,
            "teammates_available_points": float(
                sum(f["points_avg_last_10"] or 0 for p, f in others.items() if p not in out)
            ),
            "teammates_starting_minutes": minutes(lineup or set()),
            "usual_starters_missing_minutes": minutes(usual - (lineup or set())),
        }

    @remembered
    def conditions(self, player_id: int, team_id: int, game: Row) -> tuple[Any, ...]:
        """Return opponent's tier, venue, rest days up to three, and whether form is at its mean."""
        against = self.team_form(self.opponent(game["game_id"], team_id), game)
        rating, (_, league) = against["defensive_rating_avg_last_10"], self.league(game)
        tier = None if None in (rating, league) else _clamp((rating - league) / 4, 3)
        if tier is not None:
            tier = (tier > 0.5) - (tier < -0.5)
        days = self.team_context(team_id, game)["days_rest"]
        windows = self.windows(player_id, game)
        last_5, season = (_mean(g["points"] for g in windows[w]) for w in ("last_5", "season"))
        form = None if last_5 is None or season is None else last_5 >= season
        home = game["home_team_id"] == team_id
        return tier, home, None if days is None else max(1, min(days, 3)), form

    def similar(self, player_id: int, team_id: int, game: Row) -> Row:
        """Return means over the year's games, weighted by 1 plus the conditions in common."""
        now, weights = self.conditions(player_id, team_id, game), (3, 2, 2, 2)
        weighted = []
        for line in self.history(player_id, game["game_date"]):
            then = self.schedule[line["game_id"]]
            if player_id in self.pool(then, line["team_id"]):
                conditions = self.conditions(player_id, line["team_id"], then)
                alike = sum(
                    w
                    for w, a, b in zip(weights, now, conditions, strict=True)
                    if a is not None and a == b
                )
                weighted.append((1 + alike, self.values(line)))
        total = sum(w for w, _ in weighted)
        singles = ("points", "rebounds", "assists", "threes", "steals", "blocks", "turnovers")
        return {
            "similar_games": len(weighted),
            **{
                f"{m}_avg_similar": sum(w * (v[m] or 0) for w, v in weighted) / total
                if len(weighted) >= 5
                else None
                for m in singles
            },
        }

    def shot_counts(self, line: Row) -> dict[str, int]:
        """Return attempts and makes of a player-game by zone."""
        taken = self.shots[line["game_id"], line["player_id"]]
        return {
            f"{zone}_{what}": sum(
                s["zone"] == zone and (what == "attempts" or s["made"]) for s in taken
            )
            for zone in ZONES
            for what in ("attempts", "makes")
        }

    def zones(self, player_id: int, game: Row) -> Row:
        """Return attempts, makes, shares by zone over 10 and 20 games, and the primary zone."""
        result: Row = {}
        required = min(3 + self.season_day(game) // 3, 10)
        for window in ("last_10", "last_20"):
            games = self.windows(player_id, game)[window]
            counts = [self.shot_counts(g) for g in games]
            summed = {n: sum(c[n] for c in counts) for n in self.shot_counts(self.lines[0])}
            result |= {f"{n}_avg_{window}": _share(v, len(games)) for n, v in summed.items()}
            total = sum(summed[f"{zone}_attempts"] for zone in ZONES)
            threes = summed["corner_three_attempts"] + summed["above_break_three_attempts"]
            shares = {f"{z}_share_{window}": _share(summed[f"{z}_attempts"], total) for z in ZONES}
            shares |= {
                f"{z}_field_goal_share_{window}": _share(
                    summed[f"{z}_makes"], summed[f"{z}_attempts"]
                )
                for z in ZONES
            }
            shares[f"three_share_{window}"] = _share(threes, total)
            shares[f"zone_attempts_{window}"] = _share(total, len(games))
            plays = [p for g in games if (p := self.plays.get((g["game_id"], player_id)))]
            assisted = sum(p["assisted_makes"] for p in plays)
            made = assisted + sum(p["unassisted_makes"] for p in plays)
            shares[f"assisted_share_{window}"] = _share(assisted, made)
            enough = len(self.windows(player_id, game)["last_10"]) >= required
            result |= {n: v if enough else None for n, v in shares.items()}
        return {**result, "primary_zone": _primary(result)}

    def season_day(self, game: Row) -> int:
        """Return the days since the first game of the season."""
        starts = min(
            g["game_date"] for g in self.schedule.values() if g["season"] == game["season"]
        )
        return int((game["game_date"] - starts).days)

    def load(self, player_id: int, game: Row) -> Row:
        """Return days since the last game, load of 7 and 14 days, and games since interruptions."""
        games, today = self.history(player_id, game["game_date"]), game["game_date"]
        away = (today - games[-1]["game_date"]).days if games else None
        result: Row = {"days_since_played": away}
        for days in (7, 14):
            recent = [g for g in games if today - g["game_date"] <= timedelta(days)]
            result[f"games_last_{days}_days"] = len(recent)
            result[f"minutes_last_{days}_days"] = sum(self.seconds(g) for g in recent) / 60
        gaps = _gaps(games)
        result["back_to_backs_last_14_days"] = sum(
            gap == 1 and today - g["game_date"] <= timedelta(14)
            for g, gap in zip(games, gaps, strict=True)
        )
        back = [n for n, gap in enumerate(gaps) if gap is None or gap >= 14]
        result["games_since_long_absence"] = (
            None if away is None else 0 if away >= 14 else len(games) - back[-1]
        )
        return result

    def games_since_trade(self, player_id: int, team_id: int, game: Row) -> int | None:
        """Return the games with a new team, if the player changed teams within a year."""
        games = self.history(player_id, game["game_date"])
        if games and games[-1]["team_id"] != team_id:
            return 0
        moves = [n for n in range(1, len(games)) if games[n]["team_id"] != games[n - 1]["team_id"]]
        return len(games) - moves[-1] if moves else None

    def report(self, team_id: int, game: Row, before: timedelta) -> dict[str, str] | None:
        """Return a team's players' statuses in the newest injury report a time before tip-off."""
        editions = [
            r
            for r in self.reports
            if r["game_date"] == game["game_date"] and r["report_at"] <= game["tip_at"] - before
        ]
        side = "home" if game["home_team_id"] == team_id else "away"
        team = game[f"{side}_team_name"]
        known = {
            r["report_at"]
            for r in editions
            if (r["report_at"], game["game_date"], team) in self.submitted
        }
        if not known:
            return None
        newest = max(known)
        return {
            r["name_key"]: r["status"]
            for r in editions
            if r["report_at"] == newest and r["team_name"] == team
        }

    def injury_risk(self, player_id: int, team_id: int, game: Row) -> int | None:
        """Return the status in the last report, from 0 (available or unnamed) to 3 (doubtful)."""
        report = self.report(team_id, game, timedelta(minutes=30))
        if report is None:
            return None
        steps = ["available", "probable", "questionable", "doubtful", "out"]
        return min(3, steps.index(report.get(self.name_keys[player_id], "available")))

    @cached_property
    def inactive_listed(self) -> set[str]:
        """Return the games with an inactive list."""
        return {game_id for game_id, _ in self.inactive}

    @remembered
    def known_out(
        self, team_id: int, game: Row, *, morning: bool, last: bool = False
    ) -> set[int] | None:
        """Return who of a team's pool is known to be out; None where nothing is known."""
        pool = self.pool(game, team_id)
        lineup = [] if morning else self.announced(game, last=last)
        lineup = [r for r in lineup if r["team_id"] == team_id]
        if not (morning or lineup) and game["game_id"] in self.inactive_listed:
            return {p for p in pool if (game["game_id"], p) in self.inactive}
        report = self.report(team_id, game, timedelta(hours=8 if morning else 0.5))
        if report is None and not lineup:
            return None
        inactive = {r["player_id"] for r in lineup if r["roster_status"] == "Inactive"}
        reported = {p for p in pool if (report or {}).get(self.name_keys[p]) == "out"}
        return (inactive & {*pool}) | reported

    def teammates_out(self, player_id: int, team_id: int, game: Row, *, morning: bool) -> Row:
        """Return teammates known to be out or back, and their counts over their last 10 games."""
        known = self.known_out(team_id, game, morning=morning)
        others = self.pool(game, team_id) - {player_id}
        form = {p: self.form(p, game) for p in others}
        away = {p: self.load(p, game)["days_since_played"] for p in others}
        out = others & (known or set())
        newly = {p for p in out if away[p] is not None and away[p] <= 12}
        back = {p for p in others - out if away[p] is not None and away[p] > 12}

        def total(who: set[int], *names: str) -> float:
            values = [[form[p][f"{n}_avg_last_10"] for n in names] for p in who]
            return float(sum(prod(v) for v in values if None not in v))

        result = {
            "teammates_out": len(out),
            "teammates_out_minutes": total(out, "minutes"),
            "teammates_out_points": total(out, "points"),
            "teammates_newly_out_minutes": total(newly, "minutes"),
            "teammates_newly_out_points": total(newly, "points"),
            "teammates_newly_out_usage": total(newly, "usage_rate"),
            "teammates_newly_out_usage_minutes": total(newly, "usage_rate", "minutes"),
            "teammates_back_minutes": total(back, "minutes"),
            "teammates_available_minutes": total(others - out, "minutes"),
            "teammates_available_usage_minutes": total(others - out, "usage_rate", "minutes"),
        }
        prefix = "morning_" if morning else ""
        return {f"{prefix}{n}": None if known is None else v for n, v in result.items()}

    def points_line(self, player_id: int, game: Row) -> Row:
        """Return the last line before tip-off at the most preferred book, and that book's first.

        If there are several, the line closest to even money counts.
        """
        ranks = {"draftkings": 0, "fanduel": 1, "consensus": 9}
        quoted = [
            q
            for q in self.quotes[game["game_date"], self.name_keys[player_id]]
            if q["captured_at"] is None or q["captured_at"] < game["tip_at"]
        ]
        implied = {
            (q["bookmaker"], q["line"], q["capture"], q["side"]): _implied(q["price"])
            for q in quoted
            if q["price"] is not None
        }

        def main(quote: Row) -> tuple[bool, float, float]:
            whole = quote["bookmaker"], quote["line"], quote["capture"]
            sides = [implied[*whole, s] for s in ("over", "under") if (*whole, s) in implied]
            over = sides[0] / sum(sides) if len(sides) == 2 else max(sides, default=1.5)
            return len(sides) < 2, abs(over - 0.5), quote["line"]

        book = min((q["bookmaker"] for q in quoted), key=lambda b: (ranks.get(b, 2), b), default="")
        own = [q for q in quoted if q["bookmaker"] == book]
        newest = max((q["capture"] for q in own), default=None)
        line = min((q for q in own if q["capture"] == newest), key=main, default=None)
        timed = [q for q in own if q["captured_at"] is not None]
        first = min(timed, key=lambda q: (q["captured_at"], *main(q)), default=None)
        return {
            "has_points_line": line is not None,
            "points_line": line and line["line"],
            "points_opening_line": first and first["line"],
            "points_line_move": first and line and line["line"] - first["line"],
        }

    def team_games(self, team_id: int, game: Row) -> list[str]:
        """Return a team's scheduled games of the year before, oldest first."""
        today = game["game_date"]
        return [
            g["game_id"]
            for g in sorted(self.schedule.values(), key=lambda g: g["game_date"])
            if team_id in (g["home_team_id"], g["away_team_id"])
            and today - YEAR <= g["game_date"] < today
        ]

    @remembered
    def team_form(self, team_id: int, game: Row) -> Row:
        """Return a team's pace, ratings and allowed counts over its last 10 games, and its wins."""
        recent = [g for g in self.team_games(team_id, game) if (g, team_id) in self.teams]
        last_10 = recent[-10:]
        season = [g for g in recent if self.schedule[g]["season"] == game["season"]]
        offense = [self.offense(g, team_id) for g in last_10]
        defense = [self.offense(g, self.opponent(g, team_id)) for g in last_10]
        against = [self.teams[g, self.opponent(g, team_id)] for g in last_10]
        allowed = {
            "points_allowed": "points",
            "assists_allowed": "assists",
            "threes_allowed": "threes_made",
            "steals_allowed": "steals",
            "blocks_allowed": "blocks",
            "turnovers_forced": "turnovers",
        }
        return {
            "pace_avg_last_10": _mean(o["pace"] for o in offense),
            "offensive_rating_avg_last_10": _mean(o["offensive_rating"] for o in offense),
            "defensive_rating_avg_last_10": _mean(d["offensive_rating"] for d in defense),
            "points_avg_last_10": _mean(self.teams[g, team_id]["points"] for g in last_10),
            "wins_avg_last_10": _mean(float(self.teams[g, team_id]["won"]) for g in last_10),
            "wins_avg_season": _mean(float(self.teams[g, team_id]["won"]) for g in season),
            "rebounds_allowed_avg_last_10": _mean(
                a["offensive_rebounds"] + a["defensive_rebounds"] for a in against
            ),
            **{f"{n}_avg_last_10": _mean(a[o] for a in against) for n, o in allowed.items()},
        }

    @remembered
    def team_context(self, team_id: int, game: Row) -> Row:
        """Return rest, load and travel of a team, and the market from its side."""
        games = [self.schedule[g] for g in self.team_games(team_id, game)]
        today, home = game["game_date"], game["home_team_id"] == team_id
        rest = (today - games[-1]["game_date"]).days if games else None
        away = (
            0
            if home
            else 1
            + sum(1 for _ in takewhile(lambda g: g["away_team_id"] == team_id, reversed(games)))
        )
        start = games[-1]["home_team_id"] if rest is not None and rest < 4 else team_id
        odds: Row = self.odds.get((today, game["home_team_name"], game["away_team_name"]), {})
        sign = 1 if home else -1
        names = ("home_spread", "home_spread_open", "total", "total_open")
        prices: list[Any] = [odds.get(n) for n in names]
        spread, opened, total, total_open = prices
        both = spread is not None and total is not None
        return {
            "home": home,
            "days_rest": rest,
            "is_back_to_back": rest == 1,
            "is_playoff": game["game_id"].startswith("004")
            if game["game_id"][:3] in ("001", "002", "004", "005", "006")
            else None,
            "team_games_last_7_days": sum((today - g["game_date"]).days <= 7 for g in games),
            "team_back_to_backs_last_14_days": sum(
                gap == 1 and (today - g["game_date"]).days <= 14
                for g, gap in zip(games, _gaps(games), strict=True)
            ),
            "consecutive_road_games": away,
            "travel_kilometers": _kilometers(start, game["home_team_id"]),
            "time_zones_crossed": _zones_crossed(start, game["home_team_id"]),
            "spread": None if spread is None else sign * spread,
            "spread_move": None if None in (spread, opened) else sign * (spread - opened),
            "total": total,
            "total_move": None if None in (total, total_open) else total - total_open,
            "implied_team_total": (total - sign * spread) / 2 if both else None,
        }

    @remembered
    def defense_by_zone(self, team_id: int, game: Row) -> Row:
        """Return weakness in each zone over the last 15 games, against the league of 30 days."""
        recent = [g for g in self.team_games(team_id, game) if (g, team_id) in self.teams][-15:]
        if len(recent) < min(3 + self.season_day(game) // 3, 10):
            return dict.fromkeys(ZONES)
        faced = self._zone_sums({(g, self.opponent(g, team_id)) for g in recent})
        since = game["game_date"] - timedelta(30)
        league = self._zone_sums(
            {k for k, t in self.teams.items() if since <= t["game_date"] < game["game_date"]}
        )
        return {
            zone: 100 * (faced[zone][1] / faced[zone][0] - league[zone][1] / league[zone][0])
            if faced[zone][0] and league[zone][0]
            else None
            for zone in ZONES
        }

    def _zone_sums(self, attackers: set[tuple[str, int]]) -> dict[str, tuple[int, int]]:
        """Return attempts and makes in each zone by some teams in some games."""
        counts = [self.team_shots[key] for key in attackers]
        return {z: (sum(c[z][0] for c in counts), sum(c[z][1] for c in counts)) for z in ZONES}

    @cached_property
    def team_shots(self) -> dict[tuple[str, int], dict[str, list[int]]]:
        """Return attempts and makes of each team in each game by zone."""
        result: dict[Any, Any] = defaultdict(lambda: {z: [0, 0] for z in ZONES})
        for shots in self.shots.values():
            for s in shots:
                if s["zone"] in ZONES:
                    result[s["game_id"], s["team_id"]][s["zone"]][0] += 1
                    result[s["game_id"], s["team_id"]][s["zone"]][1] += s["made"]
        return result

    @remembered
    def league(self, game: Row) -> tuple[float | None, float | None]:
        """Return mean pace and offensive rating of all teams over the 30 days before."""
        since = game["game_date"] - timedelta(30)
        played = [
            self.offense(*key)
            for key, t in self.teams.items()
            if since <= t["game_date"] < game["game_date"]
        ]
        return _mean(o["pace"] for o in played), _mean(o["offensive_rating"] for o in played)

    def factors(self, player_id: int, team_id: int, game: Row, known: Row) -> Row:
        """Return the factors freshness, mismatch, pace, usage, travel and opponent."""
        today, other = game["game_date"], self.opponent(game["game_id"], team_id)
        births = {
            r["birth_date"]
            for r in self.roster
            if r["player_id"] == player_id and today - YEAR <= r["starts_on"] <= today
        }
        birth = max(births - {None}, default=None)
        age = birth and today.year - birth.year - (
            (today.month, today.day) < (birth.month, birth.day)
        )
        score = _fatigue(known, age)
        pace, rating = self.league(game)
        own, against = self.team_form(team_id, game), self.team_form(other, game)
        paces = own["pace_avg_last_10"], against["pace_avg_last_10"], pace
        usage, minutes = known["usage_rate_avg_last_10"], known["minutes_avg_last_10"]
        left, available = (
            known[f"teammates_{n}_usage_minutes"] for n in ("newly_out", "available")
        )
        travel = known["travel_kilometers"]
        strength = against["defensive_rating_avg_last_10"]
        return {
            "age_years": age,
            "fatigue_score": score,
            "fatigue_adjustment": (score - 100) / 20,
            "shot_zone_mismatch_score": _mismatch(known, self.defense_by_zone(other, game)),
            "pace_score": None
            if None in paces
            else _clamp(((paces[0] + paces[1]) / 2 - pace) / 2, 3),
            "usage_spike_score": None
            if None in (usage, left)
            else _clamp(usage * left / (usage * minutes + available), 3),
            "travel_score": None
            if travel is None
            else -min(travel / 1500 + known["time_zones_crossed"] / 2, 3),
            "opponent_strength_score": None
            if None in (strength, rating)
            else _clamp((strength - rating) / 4, 3),
        }

    def met(self, player_id: int, team_id: int, game: Row) -> Row:
        """Return means against the opponent over a year."""
        other = self.opponent(game["game_id"], team_id)
        games = [
            g
            for g in self.history(player_id, game["game_date"])
            if self.opponent(g["game_id"], g["team_id"]) == other
        ]
        values = [self.values(g) for g in games]
        markets = (
            "points",
            "rebounds",
            "assists",
            "threes",
            "steals",
            "blocks",
            "turnovers",
            "points_rebounds_assists",
            "points_rebounds",
            "points_assists",
            "rebounds_assists",
            "blocks_steals",
        )
        return {
            "games_vs_opponent": len(games),
            **{f"{m}_avg_vs_opponent": _mean(v[m] for v in values) for m in markets},
        }

    def trends(self, player_id: int, game: Row, known: Row) -> Row:
        """Return trends of form, and the breakout scores."""
        points = [g["points"] for g in self.history(player_id, game["game_date"])[-5:]]
        last_5, season = known["points_avg_last_5"], known["points_avg_season"]
        last_10, spread = known["points_avg_last_10"], known["points_std_season"]
        minutes = known["minutes_avg_last_10"], known["minutes_avg_season"]
        recent = [
            b
            for g in self.history(player_id, game["game_date"])[-20:]
            if (b := self._breakout(g)) is not None
        ]
        rate = _mean(recent)
        return {
            "recent_trend": _steps(mean(points[-2:]) - mean(points[:-2]), 2, 5)
            if len(points) > 2
            else None,
            "minutes_change": None
            if not minutes[1]
            else _steps(minutes[0] / minutes[1] - 1, 0.1, 0.2),
            "free_throw_points_share": _ratio(known["free_throws_made_avg_last_10"], last_10),
            "points_per_minute": _ratio(last_10, minutes[0]),
            "points_zscore": None
            if None in (last_5, season) or not spread
            else _clamp((last_5 - season) / spread, 3),
            "breakout_flag": None
            if None in (last_5, season, spread)
            else (last_5 > season + 1.5 * spread),
            "breakout_rate_last_20": rate,
            "breakout_risk_score": _risk(known, rate),
            "composite_breakout_signal": _signal(known),
        }

    def _breakout(self, line: Row) -> float | None:
        """Return whether a game had 1.5 times the season's mean points before it."""
        game = self.schedule[line["game_id"]]
        in_pool = any(
            line["player_id"] in self.pool(game, side)
            for side in (game["home_team_id"], game["away_team_id"])
        )
        before = [g["points"] for g in self.windows(line["player_id"], game)["season"]]
        return float(line["points"] >= 1.5 * mean(before)) if before and in_pool else None

    def availability(self, player_id: int, team_id: int, game: Row) -> Row:
        """Return the team's last games with a record of the player, and how many were sat out."""
        games = [g for g in self.team_games(team_id, game) if self.schedule[g]["is_final"]]
        played = {r["game_id"]: r for r in self.by_player[player_id] if r["team_id"] == team_id}
        absent = {
            g
            for (g, p), r in [*self.rotation.items(), *self.inactive.items()]
            if p == player_id and r["team_id"] == team_id and g not in played
        }
        last_10 = games[-10:]
        return {
            "dnp_rate": _share(sum(g in absent for g in last_10), len(last_10)),
            "games_without_clock": sum(
                g in played and (self.rotation.get((g, player_id)) or {}).get("seconds") is None
                for g in last_10
            ),
            "team_games_missing": sum((g, team_id) not in self.teams for g in games[-20:]),
            **{
                f"completeness_last_{n}": _share(
                    sum(g in played or g in absent for g in games[-n:]), len(games[-n:])
                )
                for n in (3, 5, 10, 20)
            },
        }

    def store_row(self, player_id: int, team_id: int, game: Row) -> Row:
        """Return all values of the feature store for a player before a game."""
        other = self.opponent(game["game_id"], team_id)
        context, facing = self.team_context(team_id, game), self.team_context(other, game)
        rests = context["days_rest"], facing["days_rest"]
        known = {
            **self.form(player_id, game),
            **self.zones(player_id, game),
            **self.load(player_id, game),
            **context,
            **self.teammates_out(player_id, team_id, game, morning=False),
            **self.teammates_out(player_id, team_id, game, morning=True),
            **self.points_line(player_id, game),
            "injury_risk": self.injury_risk(player_id, team_id, game),
            "games_since_trade": self.games_since_trade(player_id, team_id, game),
            "opponent_days_rest": facing["days_rest"],
            "rest_advantage": None if None in rests else _clamp(rests[0] - rests[1], 2),
            **{f"team_{n}": v for n, v in self.team_form(team_id, game).items()},
            **{f"opponent_{n}": v for n, v in self.team_form(other, game).items()},
            **self.met(player_id, team_id, game),
            **self.role(player_id, team_id, game),
            **self.similar(player_id, team_id, game),
            **{f"opponent_{z}_weakness": v for z, v in self.defense_by_zone(other, game).items()},
            **self.availability(player_id, team_id, game),
            **rates(self, player_id, game),
            **minutes_form(self, player_id, game),
        }
        known |= self.factors(player_id, team_id, game, known)
        return known | self.trends(player_id, game, known)


def _mean(values: Any) -> float | None:
    numbers = list(values)
    return mean(numbers) if numbers else None


def _implied(price: float) -> float:
    """Return the implied probability of American odds, margin included."""
    return -price / (100 - price) if price < 0 else 100 / (100 + price)


def _plays(line: Row) -> float:
    return float(
        line["field_goals_attempted"] + 0.44 * line["free_throws_attempted"] + line["turnovers"]
    )


def _primary(shares: Row) -> str | None:
    if shares["paint_share_last_10"] is None:
        return None
    for zone, least in (("paint", 0.40), ("three", 0.40), ("mid_range", 0.35)):
        if shares[f"{zone}_share_last_10"] >= least:
            return zone
    return "balanced"


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _ratio(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else part / whole


def _clamp(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))


def _slope(numbers: list[float]) -> float | None:
    if len(numbers) < 2:
        return None
    return float(linear_regression(range(len(numbers)), numbers).slope)


def _gaps(games: list[Row]) -> list[int | None]:
    """Return the days from each game's previous one to it."""
    days = [g["game_date"] for g in games]
    return [None, *((b - a).days for a, b in pairwise(days))] if days else []


def _steps(change: float, small: float, large: float) -> int:
    size = 2 if abs(change) >= large - 1e-9 else 1 if abs(change) >= small - 1e-9 else 0
    return size if change > 0 else -size


def _fatigue(known: Row, age: int | None) -> float:
    score, rest, games = 100, known["days_rest"], known["games_last_7_days"]
    minutes, doubles = known["minutes_last_7_days"], known["back_to_backs_last_14_days"]
    score += -15 if rest == 1 else 5 if rest is not None and rest >= 3 else 0
    score -= 10 if games >= 4 else 0
    score -= 10 if minutes > 240 else 0
    score -= 8 if games and minutes / games > 35 else 0
    score -= 12 if doubles >= 2 else 5 if doubles == 1 else 0
    score -= 0 if age is None else 10 if age >= 35 else 5 if age >= 30 else 0
    return float(max(0, min(100, score)))


def _mismatch(known: Row, weakness: Row) -> float | None:
    zone = known["primary_zone"]
    if zone is None or None in weakness.values():
        return None
    share = {z: known[f"{z}_share_last_10"] for z in ZONES}
    if zone == "balanced":
        score = sum(weakness[z] * share[z] for z in ZONES)
    else:
        parts = [z for z in ZONES if z.endswith("three")] if zone == "three" else [zone]
        whole = sum(share[z] for z in parts)
        weak = sum(share[z] * weakness[z] for z in parts) / whole
        score = weak * min(whole / 0.5, 1)
    return _clamp(score * 1.2 if abs(score) > 5 else score, 10)


def _risk(known: Row, rate: Any) -> Any:
    season, last_10 = known["points_avg_season"], known["points_avg_last_10"]
    strength, spread = known["opponent_strength_score"], known["points_std_last_10"]
    left = known["teammates_newly_out_points"]
    if not season or not last_10 or None in (rate, strength, spread, left):
        return None
    parts = (
        (0.15, (known["points_avg_last_3"] / season - 1) / 0.5),
        (0.10, (1 - known["points_avg_last_5"] / season) / 0.3),
        (0.25, spread / last_10 / 0.8),
        (0.20, strength / 6 + 0.5),
        (0.15, left / 30),
        (0.15, rate / 0.3),
    )
    return 100 * sum(weight * max(0.0, min(1.0, part)) for weight, part in parts)


def _signal(known: Row) -> Any:
    needed = ("points_std_last_10", "starts_avg_last_10", "usage_rate_avg_last_10")
    if any(known[n] is None for n in needed):
        return None
    mean_10 = known["points_avg_last_10"]
    return (
        (known["points_std_last_10"] >= 0.60 * mean_10)
        + (known["points_avg_last_5"] <= 0.80 * mean_10)
        + (known["starts_avg_last_10"] >= 0.5 and known["usage_rate_avg_last_10"] >= 18)
        + known["home"]
        + (known["games_last_7_days"] <= 2)
    )


def _kilometers(start: int, end: int) -> float | None:
    """Return the great-circle distance of two places, by the angle between their vectors."""
    if start not in ARENAS or end not in ARENAS:
        return None
    a, b = (
        (cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat))
        for arena in (ARENAS[start], ARENAS[end])
        for lat, lon in [(radians(arena.latitude_degrees), radians(arena.longitude_degrees))]
    )
    cross = sqrt(sum((a[i] * b[j] - a[j] * b[i]) ** 2 for i, j in ((0, 1), (1, 2), (2, 0))))
    return 6371.0088 * atan2(cross, sum(x * y for x, y in zip(a, b, strict=True)))


def _zones_crossed(start: int, end: int) -> int | None:
    if start not in ARENAS or end not in ARENAS:
        return None
    return abs(ARENAS[start].utc_offset_hours - ARENAS[end].utc_offset_hours)
