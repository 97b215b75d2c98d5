"""Pictures on their way into the network: cache, augmentation, order and loaders."""
