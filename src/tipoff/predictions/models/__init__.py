"""The prediction systems behind one interface."""
