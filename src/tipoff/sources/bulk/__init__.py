"""Season files that a user downloaded."""
