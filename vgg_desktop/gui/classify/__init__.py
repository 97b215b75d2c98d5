"""The Classify tab: one picture and what it is, or many in a strip and a table."""
