"""The ``tipoff`` command."""

from tipoff.cli import names, web
from tipoff.cli.commands import app

app.add_typer(web.dev, name="dev")
app.add_typer(names.names, name="names")

__all__ = ["app"]
