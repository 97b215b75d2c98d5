"""Weights files: our bundle, foreign layouts and the catalogue of what is there. What runs a model is one room up."""
