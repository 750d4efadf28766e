"""What Tipoff costs: time, processor and memory of whole processes, beside a bare script."""
