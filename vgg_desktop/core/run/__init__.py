"""A training run as files: its directory, events, steps, history and results. No arithmetic and no process."""
