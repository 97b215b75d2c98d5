"""One attempt, step by step, with its metrics and checkpoints. It knows no process and no command file."""
