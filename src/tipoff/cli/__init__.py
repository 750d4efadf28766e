"""The ``tipoff`` command."""

from tipoff.cli import (
    alerts,
    bets,
    day,
    demo,
    export,
    health,
    ingests,
    models,
    names,
    runs,
    site,
    store,
    views,
)
from tipoff.cli.app import app

app.add_typer(views.views)
app.add_typer(health.healths)
app.add_typer(runs.runs)
app.add_typer(day.days)
app.add_typer(runs.history, name="runs")
app.add_typer(ingests.ingest, name="ingest")
app.add_typer(site.site)
app.add_typer(export.export)
app.add_typer(bets.bets, name="bets")
app.add_typer(alerts.alerts, name="alerts")
app.add_typer(store.store)
app.add_typer(store.landing, name="landing")
app.add_typer(names.names, name="names")
app.add_typer(models.models, name="models")
app.add_typer(demo.demos)
app.add_typer(demo.dev, name="dev")

__all__ = ["app"]
