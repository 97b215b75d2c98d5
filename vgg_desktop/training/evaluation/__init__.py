"""How well a model does: figures, reports, a model on labelled pictures, its calibration. Nothing here trains."""
