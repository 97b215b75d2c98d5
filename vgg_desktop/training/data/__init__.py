"""What there is to learn from: listings, classes, split, manifest and the data report. Pixels come later."""
