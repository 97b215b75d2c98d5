"""How a model does on labelled pictures, part by part: what the Train and the Evaluate tab show alike."""
