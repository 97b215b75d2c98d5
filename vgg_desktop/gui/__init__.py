"""The window: shows state and sends wishes. Never imports torch or the engine."""
