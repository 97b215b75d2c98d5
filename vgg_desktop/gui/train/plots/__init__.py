"""Curves, painted by ourselves: importing pyqtgraph would stop the window for 370 ms (2 cores, files cached)."""
