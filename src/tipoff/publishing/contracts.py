"""The form of every published document, as types from which its JSON Schema is made."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

T = TypeVar("T")
Number = float | None
Text = str | None
Time = datetime | None


class Part(BaseModel):
    """Anything in a document: a field that is not declared is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Runs(Part, Generic[T]):
    """A column in which ``values[j]`` stands in the next ``counts[j]`` rows."""

    values: list[T]
    counts: list[int]


class Coded(Part, Generic[T]):
    """A column whose row ``i`` is ``values[codes[i]]``."""

    values: list[T]
    codes: list[int]


Column = list[T] | Runs[T] | Coded[T]
"""A column in the shortest of three forms."""


class ChainHead(Part):
    """The newest live slate."""

    number: int
    hash: str
    created_at: datetime


class Document(Part):
    """What every document begins with."""

    form: int
    digest: str
    generated_at: datetime
    version: str
    simulated: bool
    freshness: dict[str, date | None]
    chain_head: ChainHead | None


class Halt(Part):
    """Whether there are no picks, and why."""

    halted: bool
    reasons: list[str]


class Games(Part):
    """The games of a slate, in order of tip-off."""

    game_id: Column[str]
    tip_at: Column[datetime]
    arena: Column[Text]
    status: Column[int]
    home_team_id: Column[int]
    home_team_code: Column[str]
    home_team_name: Column[str]
    away_team_id: Column[int]
    away_team_code: Column[str]
    away_team_name: Column[str]
    home_spread: Column[Number]
    home_spread_open: Column[Number]
    total: Column[Number]
    total_open: Column[Number]
    home_price: Column[Number]
    away_price: Column[Number]
    bookmaker: Column[Text]
    captured_at: Column[Time]


class Teams(Part):
    """Both teams of each game, as of just before it."""

    game: Column[int | None]
    team_id: Column[int]
    home: Column[bool]
    days_rest: Column[Number]
    is_back_to_back: Column[bool | None]
    implied_team_total: Column[Number]
    games_last_7_days: Column[Number]
    pace_avg_last_10: Column[Number]
    offensive_rating_avg_last_10: Column[Number]
    defensive_rating_avg_last_10: Column[Number]
    wins_avg_season: Column[Number]
    points_avg_last_10: Column[Number]
    points_allowed_avg_last_10: Column[Number]
    lineup_status: Column[Text]
    lineup_at: Column[Time]
    report_at: Column[Time]
    paint_weakness: Column[Number]
    mid_range_weakness: Column[Number]
    corner_three_weakness: Column[Number]
    above_break_three_weakness: Column[Number]


class Players(Part):
    """Everyone who may play, with the newest report of any source."""

    game: Column[int]
    player_id: Column[int]
    player_name: Column[str]
    home: Column[bool]
    status: Column[Text]
    status_source: Column[Text]
    status_at: Column[Time]
    reason: Column[Text]
    starting: Column[bool | None]
    minutes_avg_last_10: Column[Number]
    minutes_std_last_10: Column[Number]
    usage_rate_avg_last_10: Column[Number]
    paint_attempts_avg_last_10: Column[Number]
    mid_range_attempts_avg_last_10: Column[Number]
    corner_three_attempts_avg_last_10: Column[Number]
    above_break_three_attempts_avg_last_10: Column[Number]
    paint_field_goal_share_last_10: Column[Number]
    mid_range_field_goal_share_last_10: Column[Number]
    corner_three_field_goal_share_last_10: Column[Number]
    above_break_three_field_goal_share_last_10: Column[Number]


class Context(Part):
    """Facts known before tip-off, in words; ``market`` is empty where it is about all of them."""

    player: Column[int]
    market: Column[str]
    text: Column[str]


class Predictions(Part):
    """What is said of each player and market, of nobody who is out."""

    player: Column[int]
    market: Column[str]
    record: Column[str]
    moment: Column[str]
    information: Column[str]
    p_plays: Column[Number]
    system: Column[str]
    as_of: Column[datetime]
    created_at: Column[Time]
    mean: Column[float]
    dispersion: Column[float]
    zero_share: Column[float]
    low_share: Column[Number]
    low_ratio: Column[Number]
    low_dispersion: Column[Number]
    blend_mean: Column[Number]
    blend_dispersion: Column[Number]
    blend_zero_share: Column[Number]
    blend_low_share: Column[Number]
    blend_low_ratio: Column[Number]
    blend_low_dispersion: Column[Number]
    median: Column[float]
    low: Column[float]
    high: Column[float]
    bookmaker: Column[Text]
    line: Column[Number]
    over_price: Column[Number]
    under_price: Column[Number]
    captured_at: Column[Time]
    lead_p_over: Column[Number]
    p_push: Column[Number]
    model_p_over: Column[Number]
    market_p_over: Column[Number]
    market_books: Column[int]
    bet_side: Column[Text]
    bet_bookmaker: Column[Text]
    bet_price: Column[Number]
    price_captured_at: Column[Time]
    price_now: Column[Number]
    fair_price: Column[Number]
    expected_value: Column[Number]
    stake_share: Column[Number]
    recommendation: Column[str]


class Breakouts(Part):
    """Chances of scoring half as much again as the season's mean."""

    player: Column[int]
    probability: Column[float]
    base_rate: Column[Number]
    season_mean: Column[Number]


class NewestInputs(Part):
    """When each input of the slate was last heard of."""

    prices: Time
    injury_report: Time
    lineups: Time


class Today(Document):
    """The slate to come."""

    clock: Time
    date: date
    games: Games
    teams: Teams
    players: Players
    context: Context
    predictions: Predictions
    breakouts: Breakouts
    inputs: NewestInputs
    halt: Halt
    notices: list[str]


class Offers(Part):
    """Every standing quote on the slate, alternates and suspect prices included."""

    player: Column[int]
    market: Column[str]
    bookmaker: Column[str]
    line: Column[float]
    over_price: Column[Number]
    under_price: Column[Number]
    captured_at: Column[Time]
    is_alternate: Column[bool]
    suspect: Column[Text]
    opened_at: Column[Time]
    opening_line: Column[Number]
    opening_over_price: Column[Number]
    opening_under_price: Column[Number]
    p_over: Column[Number]
    p_push: Column[Number]
    over_expected_value: Column[Number]
    under_expected_value: Column[Number]


class Prices(Document):
    """Every book's prices on the slate to come; ``player`` is a row of today's players."""

    date: date
    offers: Offers


class LogPlayers(Part):
    """The players of a team's log."""

    player_id: Column[int]
    player_name: Column[str]


class LogGames(Part):
    """What each player did in each game of two seasons."""

    player: Column[int]
    game_id: Column[str]
    game_date: Column[date]
    season: Column[str]
    team: Column[Text]
    opponent: Column[Text]
    home: Column[bool]
    starter: Column[bool | None]
    minutes: Column[Number]
    points: Column[int]
    rebounds: Column[int]
    assists: Column[int]
    threes_made: Column[int]
    steals: Column[int]
    blocks: Column[int]
    turnovers: Column[int]


class TeamLog(Document):
    """A team's players and their games."""

    team_id: int
    code: Text
    name: Text
    players: LogPlayers
    games: LogGames


class DirectoryTeams(Part):
    """Every team."""

    team_id: Column[int]
    code: Column[str]
    name: Column[str]


class DirectoryPlayers(Part):
    """Every player of two seasons; ``team`` is a row of the teams."""

    player_id: Column[int]
    player_name: Column[str]
    team: Column[int | None]


class Directory(Document):
    """Who there is."""

    teams: DirectoryTeams
    players: DirectoryPlayers


class SlatePlayers(Part):
    """The players of a past slate, with what was known when they were predicted."""

    record: Column[str]
    moment: Column[str]
    as_of: Column[datetime]
    game_id: Column[str]
    tip_at: Column[datetime]
    away_team_code: Column[str]
    home_team_code: Column[str]
    home: Column[bool]
    player_id: Column[int]
    player_name: Column[str]


class MarketPredictions(Part):
    """One market of a slate, a row for each of its players; missing where nothing was predicted."""

    system: Column[Text]
    created_at: Column[Time]
    mean: Column[Number]
    low: Column[Number]
    high: Column[Number]


class SlateLines(Part):
    """The predictions at a line, and their best offers."""

    player: Column[int]
    market: Column[str]
    bookmaker: Column[Text]
    line: Column[float]
    over_price: Column[Number]
    under_price: Column[Number]
    p_over: Column[Number]
    p_push: Column[Number]
    blend_p_over: Column[Number]
    bet_bookmaker: Column[Text]
    bet_line: Column[Number]
    bet_side: Column[Text]
    bet_price: Column[Number]
    expected_value: Column[Number]
    stake_share: Column[Number]
    recommendation: Column[str]


class SlateBreakouts(Part):
    """The breakout predictions of a slate."""

    game_id: Column[str]
    player_id: Column[int]
    probability: Column[float]
    base_rate: Column[Number]
    season_mean: Column[Number]
    as_of: Column[Time]
    record: Column[str]


class SlateOfDate(Document):
    """What was predicted for a date."""

    date: date
    players: SlatePlayers
    predictions: dict[str, MarketPredictions]
    lines: SlateLines
    breakouts: SlateBreakouts
    halt: Halt


class ResultPlayers(Part):
    """The players of a date, with the seconds they played."""

    game_id: Column[str]
    player_id: Column[int]
    player_name: Column[str]
    seconds: Column[int | None]


class ResultLines(Part):
    """Every prediction at a line, and what became of it."""

    player: Column[int]
    market: Column[str]
    record: Column[str]
    moment: Column[str]
    information: Column[str]
    system: Column[str]
    mean: Column[Number]
    line: Column[float]
    p_over: Column[Number]
    recommendation: Column[str]
    result: Column[str]
    grade: Column[str]


class ResultsOfDate(Document):
    """What became of a date's predictions."""

    date: date
    players: ResultPlayers
    actual: dict[str, Column[int | None]]
    lines: ResultLines


class Scores(Part):
    """Metrics of every system, population and market."""

    market: Column[str]
    record: Column[str]
    moment: Column[str]
    information: Column[str]
    population: Column[str]
    system: Column[str]
    metric: Column[str]
    n: Column[int]
    value: Column[Number]
    low: Column[Number]
    high: Column[Number]


class Groups(Part):
    """How predictions and picks did, by what they have in common."""

    record: Column[str]
    by: Column[str]
    value: Column[str]
    lines: Column[int]
    over_share: Column[Number]
    priced_lines: Column[int]
    log_loss_lead: Column[Number]
    log_loss_model: Column[Number]
    log_loss_market: Column[Number]
    lead_less_market: Column[Number]
    lead_less_market_low: Column[Number]
    lead_less_market_high: Column[Number]
    picks: Column[int]
    won: Column[int]
    lost: Column[int]
    returned: Column[int]
    units: Column[float]
    expected_units: Column[float]
    roi: Column[Number]
    roi_low: Column[Number]
    roi_high: Column[Number]


class Calibration(Part):
    """Bins of what was said of over, beside how often it came in."""

    record: Column[str]
    who: Column[str]
    n: Column[int]
    said: Column[float]
    happened: Column[float]
    low: Column[float]
    high: Column[float]


class Disagreement(Part):
    """How far to follow the model where it differs from the market: 0 not at all, 1 wholly."""

    record: Column[str]
    n: Column[int]
    slope: Column[Number]
    low: Column[Number]
    high: Column[Number]


class SeasonRecord(Part):
    """The record of one season."""

    inputs: str
    generated_at: datetime
    scores: Scores
    groups: Groups
    calibration: Calibration
    disagreement: Disagreement


class Performance(Document):
    """The record of every season."""

    seasons: dict[str, SeasonRecord]


class StatusDocument(Document):
    """Where every table stands, as ``tipoff status --json`` prints it."""

    tables: list[dict[str, Any]]
    checks: list[dict[str, Any]]
    reasons: list[dict[str, Any]]
    refused_payloads: list[str]
    games: dict[str, int]
    prices: dict[str, int]
    feeds: dict[str, dict[str, int]]
    sources: list[dict[str, Any]]
    holes: list[str]
    lacking: list[str]
    stale_at: datetime | None
    problems: list[str]
    warnings: list[str]


class GridTables(Part):
    """Rows of each table, by the grid's dates."""

    table: Column[str]
    rows: Column[list[int]]


class Grid(Part):
    """The last dates with games."""

    dates: list[date]
    tables: GridTables


class RunsTable(Part):
    """The newest runs."""

    run: Column[int]
    command: Column[str]
    started_at: Column[str]
    version: Column[str]


class ModelsTable(Part):
    """The newest model of each market, prediction time and system."""

    market: Column[str]
    system: Column[str]
    serves: Column[str]
    trained_for: Column[date]


class Lineage(Part):
    """What each table reads."""

    table: Column[str]
    reads: Column[list[str]]


class SetAside(Part):
    """Rows that break a rule, the newest first."""

    table_name: Column[str]
    day: Column[Text]
    key: Column[Text]
    rule: Column[Text]
    column_name: Column[Text]
    value: Column[Text]


class PipelineDocument(Document):
    """The pipeline: rows by date, runs, models, lineage and rows set aside."""

    grid: Grid
    runs: RunsTable
    models: ModelsTable
    lineage: Lineage
    set_aside: SetAside


class Index(Document):
    """What a release holds: read it first, and compare each document's digest with it."""

    predictions: list[date]
    results: list[date]
    latest: date | None
    documents: dict[str, str]


CONTRACTS: dict[str, type[Document]] = {
    "today.json": Today,
    "prices.json": Prices,
    "directory.json": Directory,
    "teams/{team_id}.json": TeamLog,
    "predictions/{date}.json": SlateOfDate,
    "results/{date}.json": ResultsOfDate,
    "performance.json": Performance,
    "status.json": StatusDocument,
    "pipeline.json": PipelineDocument,
    "index.json": Index,
}
"""Every kind of document by its path."""


def contract_of(path: str) -> type[Document]:
    """Return the form of a published document.

    Raises:
        KeyError: no document is published there.
    """
    directory, _, name = path.rpartition("/")
    if not directory:
        return CONTRACTS[name]
    return next(c for pattern, c in CONTRACTS.items() if pattern.startswith(f"{directory}/{{"))


def schema_path(pattern: str) -> str:
    """Return where the JSON Schema of a kind of document is published."""
    return f"schemas/{pattern.partition('/')[0].removesuffix('.json')}.schema.json"
