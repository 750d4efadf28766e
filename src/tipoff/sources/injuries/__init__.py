"""The official injury report: its editions, files and rows."""
