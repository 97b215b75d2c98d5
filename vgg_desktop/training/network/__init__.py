"""The network while it learns: where it starts, what is frozen, the optimiser and the step."""
