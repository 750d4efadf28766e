"""The bet log: bets that the user placed, stored in the home.

``tipoff.app.bets.settling`` settles them; it is not imported here because it needs numpy.
"""

from tipoff.app.bets.bet import Bet, parse_bets
from tipoff.app.bets.log import FILE, Added, add_bets, bet_log_fault, parse_log, read_bets

__all__ = [
    "FILE",
    "Added",
    "Bet",
    "add_bets",
    "bet_log_fault",
    "parse_bets",
    "parse_log",
    "read_bets",
]
