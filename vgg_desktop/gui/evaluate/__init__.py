"""The Evaluate tab: how good the chosen model is on labelled pictures, and a calibrated copy of it. Trains nothing."""
