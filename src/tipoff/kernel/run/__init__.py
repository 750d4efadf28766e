"""How it is computed and committed: runs, sessions, checks and rollback."""
