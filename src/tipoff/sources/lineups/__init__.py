"""Daily lineups: expected and confirmed starters before tip-off."""
