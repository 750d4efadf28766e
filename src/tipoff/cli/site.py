"""Commands that publish the site again, and serve it."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from tipoff.cli.guard import command
from tipoff.cli.opening import open_home
from tipoff.cli.options import Json
from tipoff.cli.show.console import print_json, print_line
from tipoff.health.freshness import counted
from tipoff.kernel.errors import UsageError

site = typer.Typer()
LOOPBACK = "127.0.0.1"


@site.command("site")
@command
def publish_site(json: Json = False) -> None:
    """Publish the site again from what the last run left."""
    from tipoff.app.publication import republish

    home = open_home()
    made = republish(home)
    place = (home.published / "current").absolute()
    if json:
        print_json({"published": made, "directory": str(place)})
        return
    print_line(f"{counted(made, 'file')} made; the site is in {place}. Read it with: tipoff serve")


@site.command()
@command
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = LOOPBACK,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 for any that is free.")] = 8080,
    json: Json = False,
) -> None:
    """Serve the site and its documents, read-only, until interrupted."""
    try:
        import starlette  # noqa: F401
        import uvicorn
    except ModuleNotFoundError:
        raise UsageError("serving needs more libraries: pip install 'tipoff[serve]'") from None
    from tipoff.app.publication import bring_published, keeping_up
    from tipoff.publishing.server import configured

    home = open_home()
    bring_published(home)
    if not (home.published / "current").exists():
        raise UsageError(f"nothing is published in {home.published}: `tipoff run` publishes")
    with _listening(host, port) as listening, keeping_up(home):
        url = f"http://{host}:{listening.getsockname()[1]}/"
        if json:
            print_json({"url": url})
        else:
            print_line(f"Serving {url} until interrupted.")
        uvicorn.Server(configured(home.published)).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise UsageError(
            f"cannot listen on {host}:{port} ({error.strerror}): choose another --port, or a"
            " --host of this machine"
        ) from None
