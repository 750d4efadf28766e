"""The Odds API: its answers as rows, the streams of prices, and the client."""
