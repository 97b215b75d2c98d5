"""How well a model does: figures, a model on labelled pictures, its calibration. Nothing here trains."""
