"""Where bytes become pixels: Pillow and numpy only."""
