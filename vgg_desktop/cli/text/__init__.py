"""How the shell says it: tables, progress and sentences."""
