"""Season files that a user has downloaded."""
