"""The ``tipoff`` command."""

from tipoff.cli import web
from tipoff.cli.commands import app

app.add_typer(web.dev, name="dev")

__all__ = ["app"]
