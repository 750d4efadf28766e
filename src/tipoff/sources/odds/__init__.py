"""The Odds API: how its answers become rows, the streams of prices, and the client."""
