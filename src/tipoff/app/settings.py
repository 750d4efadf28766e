"""Settings, read from ``tipoff.toml`` in the working directory and from ``TIPOFF_*`` variables.

An environment variable overrides the file.
"""

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
    invalid_json_error,
    invalid_value_error,
    is_secret,
    read_settings_file,
    refuse_unknown_keys,
    refuse_unknown_variables,
)
from tipoff.app.settings_values import (
    DATASET_PATTERN,
    ENGINE_PATTERN,
    LOOKS_LIKE_URL,
    MAX_SECONDS,
    MAX_THREADS,
    MIN_PER_SECOND,
    NAMES_PATTERN,
    STORAGE_PATTERN,
    WEB_URL_PATTERN,
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
"""Maximum random deviation of the interval between requests to the league's hosts, as a share."""


class Settings(BaseSettings):
    """All settings of Tipoff, with their defaults."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, toml_file=FILE, extra="ignore", frozen=True, allow_inf_nan=False
    )

    home: Annotated[Path, BeforeValidator(home_directory)] = Path(".tipoff")
    """The directory that holds all state."""
    threads: Annotated[int | None, Field(ge=1, le=MAX_THREADS)] = None
    """Threads of the database engine; all cores if unset."""
    memory_limit: Annotated[str | None, BeforeValidator(memory)] = None
    """Memory that the engine uses before it spills to disk; if unset, 1 GB, or less where the
    container or the machine has little."""
    engine: Annotated[str, Field(pattern=ENGINE_PATTERN)] = IN_PROCESS
    """The engine that computes tables: "duckdb" in this process, or the master of a Spark cluster,
    such as "spark://host:7077" or "local[4]" (needs the extra `spark`, and Java 17)."""
    catalog: SecretStr | None = None
    """The PostgreSQL database of the catalog, needed if several machines write to the home, such
    as "postgresql://user:password@host/tipoff" (needs the extra `postgresql`); never shown."""
    lease_seconds: Annotated[float, Field(ge=1, le=3600)] = LEASE_SECONDS
    """Seconds without a sign of life after which another machine takes over (with `catalog`)."""
    storage: Annotated[str, Field(pattern=STORAGE_PATTERN)] = ""
    """Object storage for payloads, tables and documents, such as "s3://bucket/tipoff"; the home's
    directory then holds copies (needs `catalog`; for s3:// the extra `s3`)."""
    bigquery_dataset: Annotated[str, Field(pattern=DATASET_PATTERN)] = ""
    """The dataset that `tipoff plan --engine bigquery` uses, as "project.dataset"."""
    bigquery_token: SecretStr | None = None
    """An access token for BigQuery, as `gcloud auth print-access-token` prints it; never shown."""
    bigquery_url: Annotated[str, Field(pattern=WEB_URL_PATTERN)] = "https://bigquery.googleapis.com"
    """URL of the BigQuery service."""
    keep_runs: Annotated[int, Field(ge=1, le=100_000)] = 10
    """Minimum number of runs that can be rolled back."""
    keep_days: Annotated[int, Field(ge=0, le=36_500)] = 7
    """Number of days for which every run can be rolled back."""
    archive: bool = False
    """Whether the home is an archive of past seasons, in which no source is reported as stale."""
    log_level: Literal["debug", "info", "warning", "error"] = "warning"
    """The lowest level that is logged; `--log-level` overrides it."""
    log_format: Literal["text", "json"] = "text"
    """Whether each log record is a line of text or a JSON object."""
    markets: Annotated[tuple[str, ...], NoDecode, BeforeValidator(market_names)] = ()
    """The markets to predict, such as ["points", "rebounds"]; all if empty."""
    catboost: bool = False
    """Whether CatBoost is trained beside LightGBM (needs the extra `catboost`)."""
    retrain_months: Annotated[int, Field(ge=1, le=3)] = 1
    """Months of a season between two trainings; models of threes, steals and blocks are trained
    half as often."""
    nba_stats_url: Annotated[str, Field(pattern=WEB_URL_PATTERN)] = "https://stats.nba.com/stats"
    """The league's statistics service."""
    nba_live_url: Annotated[str, Field(pattern=WEB_URL_PATTERN)] = (
        "https://cdn.nba.com/static/json/liveData"
    )
    """The league's live feed, for play-by-play and as the second source of box scores."""
    nba_static_url: Annotated[str, Field(pattern=WEB_URL_PATTERN)] = (
        "https://cdn.nba.com/static/json/staticData"
    )
    """Static data of the live feed's host: the second source of the schedule."""
    nba_lineups_url: Annotated[str, Field(pattern=WEB_URL_PATTERN)] = (
        "https://stats.nba.com/js/data/leaders"
    )
    """The league's lineups for each date."""
    nba_user_agent: Annotated[str, AfterValidator(header)] = USER_AGENT
    """The user agent of requests to the league's hosts, which answer only browsers."""
    nba_headers: Annotated[dict[str, str], AfterValidator(headers)] = {}
    """Additional headers of requests to the league's hosts; they replace headers of the same
    name."""
    nba_requests_per_second: Annotated[float, Field(ge=MIN_PER_SECOND)] = 0.7
    """Maximum requests per second to each of the league's hosts, which block faster clients."""
    nba_box_source: BoxSource = BoxSource.AUTO
    """The source of box scores: "stats", "cdn" (the live feed), or "auto": the live feed once the
    statistics service no longer answers."""
    injury_report_url: Annotated[str, Field(pattern=WEB_URL_PATTERN)] = (
        "https://ak-static.cms.nba.com/referee/injury"
    )
    """The site on which the editions of the injury report are published."""
    odds_api_url: Annotated[str, Field(pattern=WEB_URL_PATTERN)] = "https://api.the-odds-api.com/v4"
    """URL of The Odds API, the service of betting prices."""
    odds_api_key: SecretStr | None = None
    """The key of The Odds API; sent only to it, and never shown."""
    odds_regions: Annotated[str, Field(pattern=NAMES_PATTERN)] = "us"
    """Comma-separated regions whose books' prices are fetched, such as "us,us_dfs"; each region
    costs credits."""
    odds_bookmakers: Annotated[str, Field(pattern=f"^$|{NAMES_PATTERN}")] = ""
    """Comma-separated books, used instead of the regions; ten cost as much as one region."""
    odds_budget: Annotated[int | None, Field(ge=0)] = None
    """Maximum credits that one command spends; all that are left if unset."""
    odds_reserve: Annotated[int, Field(ge=0)] = 0
    """Credits that are never spent."""
    day_sources: Annotated[tuple[str, ...], NoDecode, BeforeValidator(source_names)] = SOURCES
    """The sources that `tipoff day` fetches: "odds" only with `odds_api_key`, "injuries" only with
    the extra `injuries`."""
    fetch_concurrency: Annotated[int, Field(ge=1, le=64)] = 8
    """Maximum concurrent requests."""
    fetch_requests_per_second: Annotated[float, Field(ge=MIN_PER_SECOND)] = 2.0
    """Maximum requests per second to each host."""
    fetch_attempts: Annotated[int, Field(ge=1, le=20)] = 5
    """Maximum attempts per request, where retrying can help."""
    fetch_timeout: Annotated[float, Field(gt=0, le=MAX_SECONDS)] = 30.0
    """Seconds to wait for a connection, and for each part of a response."""
    fetch_time_budget: Annotated[float | None, Field(gt=0, le=MAX_SECONDS)] = None
    """Maximum seconds for all requests of a command; the next command sends the rest."""
    fetch_backoff: Annotated[float, Field(ge=0, le=MAX_SECONDS)] = 1.0
    """Seconds before the second attempt; doubled before each further one."""
    alert_channels: Annotated[tuple[SecretStr, ...], NoDecode, BeforeValidator(addresses)] = ()
    """Channels that receive alerts, as Apprise addresses such as ["tgram://TOKEN/CHAT"]; never
    shown (needs the extra `alerts`)."""
    alert_muted: Annotated[tuple[str, ...], NoDecode, BeforeValidator(names)] = ()
    """Channels that receive nothing, by their names in `tipoff alerts list`."""
    alert_quiet_hours: Annotated[str, AfterValidator(quiet_hours)] = ""
    """Hours in US Eastern time, such as "23-8", during which only critical alerts are sent."""
    alert_digest_hour: Annotated[int, Field(ge=0, le=23)] = 9
    """The hour in US Eastern time from which the morning digest is sent."""
    alert_ping_url: SecretStr | None = None
    """URL that is requested once per day if the day went well, of a monitoring service that alerts
    you if the request does not arrive; never shown."""
    fetch_proxy: SecretStr | None = None
    """URL of a proxy, with user and password if it needs them; never shown."""

    def secrets(self) -> dict[str, tuple[str, ...]]:
        """Return the values of the secret settings, by their names."""
        texts = {}
        for name, field in type(self).model_fields.items():
            if is_secret(field):
                value = getattr(self, name)
                each = value if isinstance(value, tuple) else (value,)
                texts[name] = tuple(s.get_secret_value().strip() for s in each if s is not None)
        return texts

    def league_limits(self) -> Limits:
        """Return the limits of requests to the league's hosts: slow, at irregular intervals."""
        return replace(self.limits(self.nba_requests_per_second), jitter=JITTER)

    def league_headers(self) -> dict[str, str]:
        """Return the headers of requests to the league's hosts."""
        return {**HEADERS, "User-Agent": self.nba_user_agent, **self.nba_headers}

    def limits(self, requests_per_second: float | None = None) -> Limits:
        """Return the limits of requests to a service.

        Args:
            requests_per_second: the maximum for this service; that of the settings if None.

        Raises:
            UsageError: the proxy is not a URL; the message does not show it.
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
        """Return the URL of the catalog's database; empty if the catalog is a file in the home.

        Raises:
            UsageError: it is not a PostgreSQL URL; the message does not show it.
        """
        url = self.catalog.get_secret_value().strip() if self.catalog else ""
        if url and not url.startswith(("postgresql://", "postgres://")):
            raise UsageError(
                "setting catalog: not an address like postgresql://user:password@host/database"
            )
        return url

    def storage_url(self) -> str:
        """Return the URL of the object storage; empty if the home has none.

        Raises:
            UsageError: the catalog is a file in the home's directory, which other machines cannot
                read, or the engine's workers cannot read that directory.
        """
        if self.storage and not self.catalog_url():
            raise UsageError(
                "setting storage: needs the setting catalog, so that one process at a time writes"
            )
        if self.storage and not self.engine.startswith((IN_PROCESS, "local")):
            raise UsageError(
                f"settings storage, engine: the workers of {self.engine} cannot read the copies in"
                " this machine's directory: use a directory that they share, or engine duckdb"
            )
        return self.storage

    def odds_key(self) -> str:
        """Return the key of The Odds API.

        Raises:
            UsageError: it is not set.
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
        """Return the sources of values, the strongest first: arguments, environment, file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings() -> Settings:
    """Read the settings from the file and the environment.

    Raises:
        UsageError: the file cannot be read, a name is unknown, or a value is invalid; the message
            names the setting, and shows no secret.
    """
    known = Settings.model_fields
    content = read_settings_file(Path(FILE))
    refuse_unknown_keys(content, known, FILE)
    refuse_unknown_variables(known, PREFIX)
    try:
        return Settings()
    except ValidationError as error:
        raise invalid_value_error(error, known, FILE, PREFIX) from None
    except SettingsError as error:
        raise invalid_json_error(error, known, PREFIX) from None


def open_home(directory: Path | None = None) -> Home:
    """Return the home in a directory; in that of the settings if None.

    Raises:
        UsageError: a setting has an invalid value; the message names the setting.
    """
    settings = load_settings()
    path = directory or settings.home
    if LOOKS_LIKE_URL.match(str(path)):
        raise UsageError(
            f"setting home: {path} is no directory of this machine: put the address of object"
            " storage into the setting storage"
        )
    return Home(
        path,
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
