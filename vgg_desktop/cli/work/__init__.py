"""What the commands do. They say nothing by themselves: words stand in `text`."""
