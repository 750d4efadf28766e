"""Commands that republish the site and serve it."""

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
    """Publish the site again from the results of the last run."""
    from tipoff.app.publication import republish

    home = open_home()
    file_count = republish(home)
    place = (home.published / "current").absolute()
    if json:
        print_json({"published": file_count, "directory": str(place)})
        return
    print_line(
        f"{counted(file_count, 'file')} written; the site is in {place}. Open it with: tipoff serve"
    )


@site.command()
@command
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = LOOPBACK,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 for any free one.")] = 8080,
    json: Json = False,
) -> None:
    """Serve the site and its documents, read-only, until interrupted."""
    try:
        import starlette  # noqa: F401
        import uvicorn
    except ModuleNotFoundError:
        raise UsageError("serving needs more libraries: pip install 'tipoff[serve]'") from None
    from tipoff.app.publication import fetch_published, following_published
    from tipoff.publishing.server import uvicorn_config

    home = open_home()
    fetch_published(home)
    if not (home.published / "current").exists():
        raise UsageError(f"nothing is published in {home.published}: `tipoff run` publishes")
    with _listening_socket(host, port) as listener, following_published(home):
        url = f"http://{host}:{listener.getsockname()[1]}/"
        if json:
            print_json({"url": url})
        else:
            print_line(f"Serving {url} until interrupted.")
        uvicorn.Server(uvicorn_config(home.published)).run(sockets=[listener])


def _listening_socket(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise UsageError(
            f"cannot listen on {host}:{port} ({error.strerror}): choose another --port, or a"
            " --host of this machine"
        ) from None
