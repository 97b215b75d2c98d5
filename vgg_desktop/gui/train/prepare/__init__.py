"""Before a run: what the data are, and how they shall be trained on."""
