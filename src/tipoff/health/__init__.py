"""Status of a home, and accounts of its prices and of the games that feeds name."""
