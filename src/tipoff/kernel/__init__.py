"""Declare, plan, run, verify, commit, roll back. Knows nothing of basketball."""
