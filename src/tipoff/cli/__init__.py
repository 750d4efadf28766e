"""The ``tipoff`` command."""

from tipoff.cli import looking, models, names, site, store, web
from tipoff.cli.commands import app

app.add_typer(looking.looking)
app.add_typer(site.site)
app.add_typer(store.store)
app.add_typer(store.landing, name="landing")
app.add_typer(web.dev, name="dev")
app.add_typer(names.names, name="names")
app.add_typer(models.models, name="models")

__all__ = ["app"]
