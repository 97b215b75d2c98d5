"""One picture and its answer."""
