"""The ``tipoff`` command."""

from tipoff.cli.commands import app

__all__ = ["app"]
