"""Runs, which compute and commit tables; sessions, which read them; and rollback."""
