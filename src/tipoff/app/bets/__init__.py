"""The bet log: what a person bet, kept in the home.

``tipoff.app.bets.settling`` tells what became of the bets; it loads what computes with odds.
"""

from tipoff.app.bets.bet import Bet, parsed
from tipoff.app.bets.log import FILE, Added, add_bets, bet_log_fault, read_bets, sound_bets

__all__ = [
    "FILE",
    "Added",
    "Bet",
    "add_bets",
    "bet_log_fault",
    "parsed",
    "read_bets",
    "sound_bets",
]
