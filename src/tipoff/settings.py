"""Settings: from ``tipoff.toml`` in the working directory, overridden by ``TIPOFF_*``."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from tipoff.home import Home
from tipoff.kernel.errors import UsageError


class Settings(BaseSettings):
    """All that can be set."""

    model_config = SettingsConfigDict(
        env_prefix="TIPOFF_", toml_file="tipoff.toml", extra="ignore", frozen=True
    )

    home: Path = Path(".tipoff")
    """Where all state lives."""
    threads: int | None = None
    """How many threads the database uses; all cores if unset."""
    memory_limit: str = "2GB"
    """How much memory the database uses before it goes to disk."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is passed first, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def open_home(directory: Path | None = None) -> Home:
    """The home the settings name, or the given directory.

    Raises:
        UsageError: a setting has a value that makes no sense; the message names it.
    """
    try:
        settings = Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        raise UsageError(f"setting {name}={first['input']!r}: {first['msg']}") from None
    return Home(directory or settings.home, settings.threads, settings.memory_limit)
