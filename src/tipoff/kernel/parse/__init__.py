"""From landed payloads to typed rows, with the rows that are refused."""
