"""What a table is: its schema, its function, and the graph that signatures make."""
