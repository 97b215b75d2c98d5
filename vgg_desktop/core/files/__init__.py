"""Files of any kind: where they are, written whole, locked, listed and moved. What stands in them is read elsewhere."""
