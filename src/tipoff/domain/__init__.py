"""The vocabulary that every room shares: markets, prediction times, league time and names."""
