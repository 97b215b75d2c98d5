"""What a model says of itself and of pictures: architecture, labels, predictions, devices. No weights."""
