"""The Train tab: from a folder of pictures to a model."""
