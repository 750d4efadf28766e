"""The wrapper of every command: logging, one line for each failure, and the exit code."""

from __future__ import annotations

import inspect
import logging
import signal
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from tipoff.app.failures import explained
from tipoff.app.logs import LEVELS, configure_logging
from tipoff.app.timing import timed
from tipoff.cli.opening import load_settings
from tipoff.cli.show.console import print_error
from tipoff.cli.signals import RESUME_HINT, Signals, Stopped, handled_signals

if TYPE_CHECKING:
    from collections.abc import Callable

LogLevel = Annotated[
    str | None,
    typer.Option(
        "--log-level",
        metavar="LEVEL",
        help=f"Lowest level to log to standard error: {', '.join(LEVELS)}.",
    ),
]
SERVER_COMMANDS = ("serve", "replay")
"""Commands that run until they are stopped."""
logger = logging.getLogger(__name__)


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Add ``--log-level`` to a command, and turn its failures into one line and an exit code."""

    @wraps(function)
    def guarded(*args: Any, log_level: str | None = None, **kwargs: Any) -> None:
        signals = Signals()
        try:
            configure_logging(load_settings(), log_level)
            named = f"the command {function.__name__.replace('_', ' ')}"
            with handled_signals(signals), timed(logger, named):
                function(*args, **kwargs)
        except (typer.Exit, typer.Abort):
            raise
        except KeyboardInterrupt as error:
            stopped = signals.stopped or Stopped(signal.SIGINT)
            _end_stopped(stopped, error, serves=function.__name__ in SERVER_COMMANDS)
        except Exception as error:
            if signals.stopped is not None:
                _end_stopped(signals.stopped, error, serves=function.__name__ in SERVER_COMMANDS)
            failure = explained(error)
            logger.debug("the command failed", exc_info=error)
            print_error(f"tipoff: {failure}")
            raise typer.Exit(failure.exit_code) from None

    signature = inspect.signature(function, eval_str=True)
    option = inspect.Parameter(
        "log_level", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=LogLevel
    )
    guarded.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[*signature.parameters.values(), option]
    )
    annotations = {name: each.annotation for name, each in signature.parameters.items()}
    guarded.__annotations__ = {**annotations, "log_level": LogLevel}
    return guarded


def _end_stopped(stopped: Stopped, error: BaseException, *, serves: bool) -> NoReturn:
    """End a command that a signal stopped; the error that it caused in a library is logged.

    The hint that the command can be resumed is left out for commands that serve.
    """
    logger.debug("the command was stopped", exc_info=error)
    print_error(f"tipoff: {stopped}" if serves else f"tipoff: {stopped}: {RESUME_HINT}")
    raise typer.Exit(stopped.exit_code) from None
