"""Many pictures: filmstrip, table and filters."""
