"""The process of a run: started, steered, written down and ended. What it trains stands in the rooms below."""
