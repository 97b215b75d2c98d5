"""The recipe: its fields, its file, its schedule and the shell command that says the same. Nothing here trains."""
