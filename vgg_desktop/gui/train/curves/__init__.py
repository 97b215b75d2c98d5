"""Curves: axes, lines, crosshair and their export."""
