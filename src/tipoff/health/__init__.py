"""The health of a home: status, freshness, gaps, drift, and counts of prices by outcome."""
