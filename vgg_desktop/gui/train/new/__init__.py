"""Before a run: data report, recipe and Start."""
