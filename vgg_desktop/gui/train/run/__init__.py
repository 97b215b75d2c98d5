"""One run while it trains and afterwards: header, curves, recipe, actions."""
