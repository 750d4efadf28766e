"""The Odds API: how its answers become rows, and the client that asks for them."""
