"""From a folder of pictures to a model: torch, no Qt."""
