"""Settings: from ``tipoff.toml`` in the working directory, overridden by ``TIPOFF_*``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from tipoff.app.home import IN_PROCESS, LEASE_SECONDS, Home
from tipoff.app.settings_errors import (
    refuse_broken_file,
    refuse_unknown_keys,
    refuse_unknown_variables,
    undecodable,
    unfit,
)
from tipoff.app.settings_values import (
    ADDRESS,
    DATASET,
    ENGINES,
    MAX_SECONDS,
    MAX_THREADS,
    MIN_PER_SECOND,
    NAMES,
    STORAGE,
    WEB,
    addresses,
    header,
    headers,
    home_directory,
    market_names,
    memory,
    names,
    quiet_hours,
    source_names,
)
from tipoff.domain.source_names import SOURCES
from tipoff.kernel.errors import UsageError
from tipoff.kernel.run.retention import Retention
from tipoff.sources.nba.hosts import HEADERS, USER_AGENT, BoxSource

if TYPE_CHECKING:
    from tipoff.sources.http import Limits

FILE, PREFIX = "tipoff.toml", "TIPOFF_"
JITTER = 0.5


class Settings(BaseSettings):
    """Everything that can be set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, toml_file=FILE, extra="ignore", frozen=True, allow_inf_nan=False
    )

    home: Annotated[Path, BeforeValidator(home_directory)] = Path(".tipoff")
    """Where all state lives."""
    threads: Annotated[int | None, Field(ge=1, le=MAX_THREADS)] = None
    """How many threads the database uses; all cores if unset."""
    memory_limit: Annotated[str | None, BeforeValidator(memory)] = None
    """How much memory the engine uses before it goes to disk; if unset, 1 GB, or less where the
    container or the machine has little."""
    engine: Annotated[str, Field(pattern=ENGINES)] = IN_PROCESS
    """What computes tables: "duckdb" in this process, or the master of a Spark cluster, such as
    "spark://host:7077" or "local[4]" (needs the extra spark, and Java 17)."""
    catalog: SecretStr | None = None
    """Where the catalog is kept if several machines write to the home: a PostgreSQL database, such
    as "postgresql://user:password@host/tipoff" (needs the extra of that name); never shown."""
    lease_seconds: Annotated[float, Field(ge=1, le=3600)] = LEASE_SECONDS
    """After how long another machine takes over from one that stands still, with such a catalog."""
    storage: Annotated[str, Field(pattern=STORAGE)] = ""
    """Object storage for payloads, tables and documents, such as "s3://bucket/tipoff"; the home's
    directory then has copies (needs `catalog`; for s3:// the extra s3)."""
    bigquery_dataset: Annotated[str, Field(pattern=DATASET)] = ""
    """Where `tipoff plan --engine bigquery` looks, as "project.dataset"."""
    bigquery_token: SecretStr | None = None
    """An access token for it, as `gcloud auth print-access-token` prints; never shown."""
    bigquery_url: Annotated[str, Field(pattern=WEB)] = "https://bigquery.googleapis.com"
    """BigQuery's service."""
    keep_runs: Annotated[int, Field(ge=1, le=100_000)] = 10
    """How many runs can be rolled back at least."""
    keep_days: Annotated[int, Field(ge=0, le=36_500)] = 7
    """For how many days every run can be rolled back."""
    archive: bool = False
    """Whether the home holds past seasons that nobody keeps up: no source is called stale in it."""
    log_level: Literal["debug", "info", "warning", "error"] = "warning"
    """From which level on is logged; `--log-level` takes its place."""
    log_format: Literal["text", "json"] = "text"
    """Whether a log record is a line for people or a JSON object."""
    markets: Annotated[tuple[str, ...], NoDecode, BeforeValidator(market_names)] = ()
    """The markets that are predicted, such as ["points", "rebounds"]; all, if empty."""
    catboost: bool = False
    """Whether CatBoost is trained beside LightGBM (needs the extra of that name)."""
    retrain_months: Annotated[int, Field(ge=1, le=3)] = 1
    """In every how many months of a season models are trained anew; of threes, steals and blocks in
    every second of these."""
    nba_stats_url: Annotated[str, Field(pattern=WEB)] = "https://stats.nba.com/stats"
    """The league's statistics service."""
    nba_live_url: Annotated[str, Field(pattern=WEB)] = "https://cdn.nba.com/static/json/liveData"
    """The league's live feed, for play-by-play and as second source of box scores."""
    nba_static_url: Annotated[str, Field(pattern=WEB)] = (
        "https://cdn.nba.com/static/json/staticData"
    )
    """Where the live feed's host keeps the schedule, its second source."""
    nba_lineups_url: Annotated[str, Field(pattern=WEB)] = "https://stats.nba.com/js/data/leaders"
    """Where the league publishes each date's lineups."""
    nba_user_agent: Annotated[str, AfterValidator(header)] = USER_AGENT
    """The browser that the league's hosts are asked as: they answer no other clients."""
    nba_headers: Annotated[dict[str, str], AfterValidator(headers)] = {}
    """Further headers of requests to the league's hosts; they replace those of the same name."""
    nba_requests_per_second: Annotated[float, Field(ge=MIN_PER_SECOND)] = 0.7
    """Maximum requests per second and host of the league, which cuts off faster clients."""
    nba_box_source: BoxSource = BoxSource.AUTO
    """Who is asked for box scores: "stats", "cdn" (the live feed), or "auto": the live feed once
    the statistics service does not answer any more."""
    injury_report_url: Annotated[str, Field(pattern=WEB)] = (
        "https://ak-static.cms.nba.com/referee/injury"
    )
    """Where editions of the injury report are published."""
    odds_api_url: Annotated[str, Field(pattern=WEB)] = "https://api.the-odds-api.com/v4"
    """The service of betting prices."""
    odds_api_key: SecretStr | None = None
    """Its key: sent to it, and never shown."""
    odds_regions: Annotated[str, Field(pattern=NAMES)] = "us"
    """Regions whose books are asked for, with commas between, such as "us,us_dfs"; each costs."""
    odds_bookmakers: Annotated[str, Field(pattern=f"^$|{NAMES}")] = ""
    """Books, with commas between, in the place of regions; ten cost as much as a region."""
    odds_budget: Annotated[int | None, Field(ge=0)] = None
    """Credits one command may spend; all there are if unset."""
    odds_reserve: Annotated[int, Field(ge=0)] = 0
    """Credits that are always left over."""
    day_sources: Annotated[tuple[str, ...], NoDecode, BeforeValidator(source_names)] = SOURCES
    """The sources that `tipoff day` asks: "odds" only with a key, "injuries" only with the extra of
    that name."""
    fetch_concurrency: Annotated[int, Field(ge=1, le=64)] = 8
    """Maximum requests under way at a time."""
    fetch_requests_per_second: Annotated[float, Field(ge=MIN_PER_SECOND)] = 2.0
    """Maximum requests per second and host."""
    fetch_attempts: Annotated[int, Field(ge=1, le=20)] = 5
    """Maximum attempts per request, where asking again can help."""
    fetch_timeout: Annotated[float, Field(gt=0, le=MAX_SECONDS)] = 30.0
    """Seconds to wait for a connection, and for each part of an answer."""
    fetch_time_budget: Annotated[float | None, Field(gt=0, le=MAX_SECONDS)] = None
    """Seconds for all requests of a command; what is left over, the next one asks."""
    fetch_backoff: Annotated[float, Field(ge=0, le=MAX_SECONDS)] = 1.0
    """Seconds before a second attempt; doubled for each after it."""
    alert_channels: Annotated[tuple[SecretStr, ...], NoDecode, BeforeValidator(addresses)] = ()
    """Where problems are told, as addresses that Apprise knows, such as ["tgram://TOKEN/CHAT"]:
    never shown (needs the extra `alerts`)."""
    alert_muted: Annotated[tuple[str, ...], NoDecode, BeforeValidator(names)] = ()
    """Channels that are sent nothing, by the names that `tipoff alerts list` shows."""
    alert_quiet_hours: Annotated[str, AfterValidator(quiet_hours)] = ""
    """Hours US Eastern, such as "23-8", in which only what is critical is told."""
    alert_digest_hour: Annotated[int, Field(ge=0, le=23)] = 9
    """Hour US Eastern from which on the morning's digest goes out."""
    alert_ping_url: SecretStr | None = None
    """URL that is asked once a day if the day is good, at a service that writes to you if it was
    not: never shown."""
    fetch_proxy: SecretStr | None = None
    """URL of a proxy, with user and password if it needs them: never shown."""

    def league_limits(self) -> Limits:
        """Return what a fetcher may do to the league's hosts: ask slowly, and not evenly."""
        return replace(self.limits(self.nba_requests_per_second), jitter=JITTER)

    def league_headers(self) -> dict[str, str]:
        """Return the headers of requests to the league's hosts."""
        return {**HEADERS, "User-Agent": self.nba_user_agent, **self.nba_headers}

    def limits(self, requests_per_second: float | None = None) -> Limits:
        """Return what a fetcher may do; a service with a pace of its own names it.

        Raises:
            UsageError: the proxy is no URL; the message does not show it.
        """
        from tipoff.sources.http import Limits

        proxy = self.fetch_proxy.get_secret_value() if self.fetch_proxy else None
        if proxy is not None and not proxy.startswith(("http://", "https://")):
            raise UsageError("setting fetch_proxy: not a URL like http://user:password@host:port")
        return Limits(
            concurrency=self.fetch_concurrency,
            requests_per_second=requests_per_second or self.fetch_requests_per_second,
            attempts=self.fetch_attempts,
            timeout=self.fetch_timeout,
            time_budget=self.fetch_time_budget,
            backoff=self.fetch_backoff,
            proxy=proxy,
        )

    def catalog_url(self) -> str:
        """Return the address of the catalog's database; empty for a file of the home.

        Raises:
            UsageError: it is no address of PostgreSQL; the message does not show it.
        """
        url = self.catalog.get_secret_value().strip() if self.catalog else ""
        if url and not url.startswith(("postgresql://", "postgres://")):
            raise UsageError(
                "setting catalog: not an address like postgresql://user:password@host/database"
            )
        return url

    def storage_url(self) -> str:
        """Return the address of the object storage; empty for a home in its directory alone.

        Raises:
            UsageError: the catalog is a file of the directory, which other machines do not see, or
                the engine's workers do not see the directory.
        """
        if self.storage and not self.catalog_url():
            raise UsageError(
                "setting storage: needs the setting catalog, so that one process at a time writes"
            )
        if self.storage and not self.engine.startswith((IN_PROCESS, "local")):
            raise UsageError(
                f"settings storage, engine: the workers of {self.engine} do not see the copies in"
                " this machine's directory: use a directory that they share, or engine duckdb"
            )
        return self.storage

    def odds_key(self) -> str:
        """Return the key of the service of betting prices.

        Raises:
            UsageError: there is none.
        """
        if self.odds_api_key is None or not self.odds_api_key.get_secret_value().strip():
            raise UsageError("setting odds_api_key: not set; put the key into TIPOFF_ODDS_API_KEY")
        return self.odds_api_key.get_secret_value().strip()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return what is read, in order: what is passed, the environment, the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings() -> Settings:
    """Return the settings as they stand now.

    Raises:
        UsageError: the file is broken, a name is unknown, or a value makes no sense; the message
            names the setting, and shows no secret.
    """
    known = Settings.model_fields
    content = refuse_broken_file(Path(FILE))
    refuse_unknown_keys(content, known, FILE)
    refuse_unknown_variables(known, PREFIX)
    try:
        return Settings()
    except ValidationError as error:
        raise unfit(error, known, FILE, PREFIX) from None
    except SettingsError as error:
        raise undecodable(error, known, PREFIX) from None


def open_home(directory: Path | None = None) -> Home:
    """Return the home that the settings name, or the given directory as one.

    Raises:
        UsageError: a setting has a value that makes no sense; the message names it.
    """
    settings = load_settings()
    place = directory or settings.home
    if ADDRESS.match(str(place)):
        raise UsageError(
            f"setting home: {place} is no directory of this machine: put the address of object"
            " storage into the setting storage"
        )
    return Home(
        place,
        settings.threads,
        settings.memory_limit,
        settings.markets,
        settings.catboost,
        settings.retrain_months,
        Retention(settings.keep_runs, settings.keep_days),
        settings.archive,
        engine=settings.engine,
        catalog_url=settings.catalog_url(),
        lease_seconds=settings.lease_seconds,
        storage_url=settings.storage_url(),
    )
