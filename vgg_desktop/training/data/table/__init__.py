"""Tables of pictures: which column means what, where the files lie, what a cell says."""
