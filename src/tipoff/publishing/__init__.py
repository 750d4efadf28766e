"""What people and programs read: JSON documents, switched all at once."""
