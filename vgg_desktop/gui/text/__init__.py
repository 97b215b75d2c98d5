"""How everything is said: translations and wordings. It knows no widget and no page."""
