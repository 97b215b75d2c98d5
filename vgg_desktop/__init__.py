"""VGG Desktop: classify pictures and train VGG networks, in a window or from a shell."""

__version__ = "0.1.0"
