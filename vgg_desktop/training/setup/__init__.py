"""From recipe and data to an attempt that can begin: what is resolved, measured and forecast before the first step."""
