"""Plain data and rules: no torch, no Qt, no Pillow."""
