"""What a run's model gets right and wrong, and corrections of its pictures."""
