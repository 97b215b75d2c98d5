"""The VGG family, weights files, devices and classification: torch, no Qt."""
