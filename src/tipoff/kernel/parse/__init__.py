"""Parse landed payloads into typed rows, and set aside the rows that cannot be read."""
