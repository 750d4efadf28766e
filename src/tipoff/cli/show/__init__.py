"""Print the results of commands, as tables for people or as JSON for programs."""
