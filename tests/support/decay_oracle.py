"""A slow reference implementation of rates, points without luck and minutes by role.

Like ``support.oracle``, it is plain Python, written from the definitions alone, and shares no code
with the tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.oracle import Oracle

Row = dict[str, Any]
USUAL = {
    "points": 0.47,
    "rebounds": 0.185,
    "offensive_rebounds": 0.043,
    "assists": 0.104,
    "threes_made": 0.053,
    "threes_attempted": 0.146,
    "field_goals_attempted": 0.368,
    "free_throws_attempted": 0.092,
    "steals": 0.032,
    "blocks": 0.021,
    "personal_fouls": 0.082,
    "possessions_used": 0.4645,
}
RECENT = ("points", "rebounds", "assists", "threes_made", "threes_attempted", "possessions_used")
SHOTS = {
    "twos": (2, 0.222, 0.535, 80),
    "threes": (3, 0.146, 0.35, 150),
    "free_throws": (1, 0.092, 0.76, 40),
}
"""By kind of shot: points, attempts per minute, share made, and weight of the prior in attempts."""


def decayed(
    games: list[Row], season: str, half_life: float, kept: float, what: Callable[[Row], float]
) -> float:
    """Return a sum over games, ordered oldest first, with exponentially decaying weights."""
    total = 0.0
    for ago, game in enumerate(reversed(games)):
        seasons = int(season[:4]) - int(game["season"][:4])
        total += 0.5 ** (ago / half_life) * kept**seasons * what(game)
    return total


def rates(oracle: Oracle, player_id: int, game: Row) -> Row:
    """Return rates per 36 minutes, and expected points of attempts at long-run shooting."""
    games = [
        {**_dated(oracle, line), **_shots(line)}
        for line in oracle.history(player_id, game["game_date"])
    ]
    season = game["season"]

    def total(half_life: float, kept: float, name: str) -> float:
        return decayed(games, season, half_life, kept, lambda g: g[name])

    speeds = ((6, 0.3, 30), (20, 0.5, 60), (70, 0.7, 120))
    features: Row = {"decayed_minutes": total(70, 0.7, "minutes")}
    for name, usual in USUAL.items():
        fast, middle, slow = (
            36 * (total(h, kept, name) + k * usual) / (total(h, kept, "minutes") + k)
            for h, kept, k in speeds
        )
        features[f"rate_{name}"] = 0.35 * middle + 0.65 * slow
        features[f"projected_rate_{name}"] = 0.2 * fast + 0.3 * middle + 0.5 * slow
        if name in RECENT:
            features[f"recent_rate_{name}"] = fast
    return features | _without_luck(total)


def _dated(oracle: Oracle, line: Row) -> Row:
    season = oracle.schedule[line["game_id"]]["season"]
    return {**line, "season": season, "minutes": oracle.seconds(line) / 60}


def _shots(line: Row) -> Row:
    used = line["field_goals_attempted"] + 0.44 * line["free_throws_attempted"]
    return {
        "possessions_used": used + line["turnovers"],
        "twos_attempted": line["field_goals_attempted"] - line["threes_attempted"],
        "twos_made": line["field_goals_made"] - line["threes_made"],
    }


def _without_luck(total: Callable[[float, float, str], float]) -> Row:
    share = {
        shot: (total(90, 0.75, f"{shot}_made") + more * usual)
        / (total(90, 0.75, f"{shot}_attempted") + more)
        for shot, (_, _, usual, more) in SHOTS.items()
    }
    points: dict[int, float] = {}
    threes: dict[int, float] = {}
    luck: dict[int, float] = {}
    for half_life, kept, k in ((3, 0.2, 25), (8, 0.3, 40), (25, 0.5, 80), (90, 0.75, 120)):
        minutes = total(half_life, kept, "minutes") + k
        attempts = {shot: total(half_life, kept, f"{shot}_attempted") for shot in SHOTS}
        points[half_life] = sum(
            36 * (attempts[shot] + k * often) / minutes * share[shot] * worth
            for shot, (worth, often, _, _) in SHOTS.items()
        )
        threes[half_life] = 36 * (attempts["threes"] + k * 0.146) / minutes * share["threes"]
        earned = sum(attempts[shot] * share[shot] * SHOTS[shot][0] for shot in SHOTS)
        luck[half_life] = 36 * (total(half_life, kept, "points") - earned) / minutes
    return {
        **{f"expected_points_last_{n}": points[n] for n in (3, 8, 25)},
        **{f"expected_threes_last_{n}": threes[n] for n in (8, 25)},
        "expected_points": 0.15 * points[3]
        + 0.2 * points[8]
        + 0.3 * points[25]
        + 0.35 * points[90],
        "expected_threes": 0.1 * threes[3] + 0.2 * threes[8] + 0.3 * threes[25] + 0.4 * threes[90],
        "shooting_luck_last_8": luck[8],
        "three_share_made": share["threes"],
    }


def _weighed(by_half_life: dict[int, float], weights: tuple[float, ...]) -> float:
    return sum(w * v for w, v in zip(weights, by_half_life.values(), strict=True))


def minutes_form(oracle: Oracle, player_id: int, game: Row) -> Row:
    """Return minutes by role, and shares of games that a player starts, plays and appears in."""
    played = [
        {**_dated(oracle, line), "started": _started(oracle, line)}
        for line in oracle.history(player_id, game["game_date"])
    ]
    season = game["season"]

    def count(games: list[Row], half_life: float) -> float:
        return decayed(games, season, half_life, 0.5, lambda _: 1.0)

    starts = [g for g in played if g["started"]]
    nights = _nights(oracle, player_id, game)
    free = [n for n in nights if not (n["out"] or n["starting"])]
    started = decayed(played, season, 4, 0.5, lambda g: float(g["started"]))
    return {
        **_by_role(starts, [g for g in played if not g["started"]], season),
        "start_share": started / (count(played, 4) + 0.5),
        "play_share": (decayed(free, season, 8, 0.5, lambda n: float(n["played"])) + 1.2)
        / (count(free, 8) + 2),
        "appear_share": (decayed(nights, season, 3, 0.5, lambda n: float(n["played"])) + 0.6)
        / (count(nights, 3) + 1),
    }


def _by_role(starts: list[Row], bench: list[Row], season: str) -> Row:
    result = {}
    roles = (("starter", starts, bench, 27, 7), ("bench", bench, starts, 14, -8))
    for role, own, other, usual, step in roles:
        for speed, half_life, k in (("fast", 4, 1.5), ("slow", 15, 2)):
            known = decayed(other, season, half_life, 0.5, lambda _: 1.0)
            towards = float(usual)
            if known:
                away = decayed(other, season, half_life, 0.5, lambda g: g["minutes"]) / known
                towards = 0.45 * usual + 0.55 * (away + step)
            minutes = decayed(own, season, half_life, 0.5, lambda g: g["minutes"])
            games = decayed(own, season, half_life, 0.5, lambda _: 1.0)
            result[f"{role}_minutes_{speed}"] = (minutes + k * towards) / (games + k)
    return result


def _started(oracle: Oracle, line: Row) -> bool:
    clock = oracle.rotation.get((line["game_id"], line["player_id"]))
    return bool(clock and clock["starter"])


def _nights(oracle: Oracle, player_id: int, game: Row) -> list[Row]:
    """Return the games of the year before with the player in the pool, ordered oldest first."""
    teams = {team for rows in oracle.named.values() for team, player in rows if player == player_id}
    played = {line["game_id"] for line in oracle.by_player[player_id]}
    result = []
    for earlier in sorted(oracle.schedule.values(), key=lambda g: g["game_date"]):
        days = (game["game_date"] - earlier["game_date"]).days
        for team in teams & {earlier["home_team_id"], earlier["away_team_id"]}:
            if 1 <= days <= 365 and player_id in oracle.pool(earlier, team):
                out = oracle.known_out(team, earlier, morning=False, last=True) or set()
                lineup = oracle.lineup(earlier, last=True) or set()
                result.append(
                    {
                        "season": earlier["season"],
                        "played": earlier["game_id"] in played,
                        "out": player_id in out,
                        "starting": player_id in lineup,
                    }
                )
    return result
