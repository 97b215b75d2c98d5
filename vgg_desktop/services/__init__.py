"""QtCore only: owns threads, watches run directories, turns answers into signals."""
