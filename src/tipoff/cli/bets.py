"""Commands on the bet log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tipoff.app.market_names import market_key
from tipoff.cli.guard import command
from tipoff.cli.opening import open_home
from tipoff.cli.options import Json, parse_day
from tipoff.cli.show.console import print_json, print_line, print_table
from tipoff.health.freshness import counted
from tipoff.kernel import clock
from tipoff.kernel.errors import UsageError
from tipoff.publishing import words

if TYPE_CHECKING:
    from collections.abc import Sequence

bets = typer.Typer(help="The bet log: placed bets and their results.", no_args_is_help=True)
NEGATIVE_NUMBERS = {"ignore_unknown_options": True}
"""Accept negative prices such as -110, which look like options."""


@bets.command("add", context_settings=NEGATIVE_NUMBERS)
@command
def add(
    player: Annotated[str, typer.Argument(help="Name of the player, or a unique part of it.")],
    side: Annotated[str, typer.Argument(help="One of: over, under.")],
    line: Annotated[float, typer.Argument(help="Line, such as 24.5.")],
    price: Annotated[float, typer.Argument(help="Price taken in American odds, such as -110.")],
    day: Annotated[
        str | None, typer.Option("--date", help="Date of the game; by default the next slate.")
    ] = None,
    market: Annotated[str, typer.Option(help="Market, such as points or rebounds.")] = "points",
    book: Annotated[str, typer.Option(help="Bookmaker, such as draftkings.")] = "",
    stake: Annotated[float, typer.Option(help="Stake, in your own unit.")] = 1.0,
    json: Json = False,
) -> None:
    """Log a bet that was placed."""
    from dataclasses import asdict, replace

    from tipoff.app.bets import Bet, add_bets
    from tipoff.app.bets.settling import find_player
    from tipoff.publishing.documents import slate_date

    key, home = market_key(market), open_home()
    with home.reading() as session:
        days = session.contents("player_pool").days
        game_date = parse_day(day) if day else slate_date(days, session.today)
        match = find_player(session, game_date, player)
    bet = Bet(
        id=f"{match['player_name']} {side} {line:g}",
        logged_at=clock.utc_now().isoformat(timespec="microseconds"),
        date=str(game_date),
        game_id=match["game_id"],
        player_id=match["player_id"],
        player_name=match["player_name"],
        market=key,
        side=side,
        line=line,
        price=price,
        bookmaker=book,
        stake=stake,
    )
    bet = replace(bet, id=bet.unique_id)
    add_bets(home, [bet])
    if json:
        print_json(asdict(bet))
    else:
        print_line(
            f"Logged: {bet.player_name} {side} {line:g} {market} at {words.price(price)},"
            f" stake {stake:g}"
        )


@bets.command("import")
@command
def import_file(
    file: Annotated[Path, typer.Argument(help="JSON file exported from the site's Bets page.")],
    json: Json = False,
) -> None:
    """Log bets exported from the site."""
    from tipoff.app.bets import add_bets, parse_bets
    from tipoff.sources.parsing.whole_file import read_whole

    if not file.is_file():
        raise UsageError(f"{file} is not a file: export the bets as JSON from the site first")
    imported = parse_bets(read_whole(file), str(file))
    added = add_bets(open_home(), imported)
    if json:
        print_json({"bets": len(imported), "new": added.new, "changed": added.changed})
    else:
        changed = f", {added.changed} changed" if added.changed else ""
        print_line(f"{counted(len(imported), 'bet')}, {added.new} of them new{changed}.")


@bets.command("list")
@command
def list_bets(json: Json = False) -> None:
    """Print every logged bet with its result, gain and closing line value."""
    from dataclasses import asdict

    from tipoff.app.bets import read_bets
    from tipoff.app.bets.settling import settled

    home = open_home()
    with home.reading() as session:
        logged = settled(session, read_bets(home))
    if json:
        print_json([asdict(each) for each in logged])
        return
    if not logged:
        print_line("No bet is logged: `tipoff bets add` logs one, `tipoff bets import` a file.")
        return
    print_table(
        "Bets",
        ("date", "player", "bet", "price", "stake", "actual", "result", "gain", "CLV"),
        [
            (
                each.bet.date,
                each.bet.player_name,
                f"{each.bet.side} {each.bet.line:g} {each.bet.market.removeprefix('player_')}",
                words.price(each.bet.price),
                each.bet.stake,
                each.actual,
                each.result or "pending",
                None if each.gain is None else round(each.gain, 2),
                words.signed_percent(each.closing_line_value),
            )
            for each in logged
        ],
    )
    print_line(_balance([(each.bet.stake, each.gain) for each in logged]))


def _balance(bets: Sequence[tuple[float, float | None]]) -> str:
    """Return the gain and the stakes of the decided bets, and the stakes on pending bets."""
    decided = [(stake, gain) for stake, gain in bets if gain is not None]
    staked = sum(stake for stake, _ in decided)
    gained = f"{sum(gain for _, gain in decided):+.2f} of {staked:.2f} staked"
    pending = sum(stake for stake, gain in bets if gain is None)
    parts = [gained] * bool(decided) + [f"{pending:.2f} staked on pending bets"] * bool(pending)
    return "; ".join(parts)
