"""From squares to the tensor that a network reads."""

import numpy as np
import torch

from vgg_desktop.core.model.model_info import Preprocessing


def normalised(
    pixels: np.ndarray | torch.Tensor, preprocessing: Preprocessing, device: torch.device | str = "cpu"
) -> torch.Tensor:
    """float32 (N, 3, H, W) on `device`, channels last, of uint8 (N, H, W, 3).

    The steps are torchvision's own and in its order, so that the result is the same to the last bit on the CPU; the
    pixels travel as bytes, a quarter of the floats.
    Source: torchvision.transforms.ImageClassification (convert_image_dtype, normalize).
    """
    batch = torch.from_numpy(pixels) if isinstance(pixels, np.ndarray) else pixels
    images = batch.to(device).to(torch.float32)
    mean = torch.tensor(preprocessing.mean, device=device)
    std = torch.tensor(preprocessing.std, device=device)
    images = images.div_(255.0).sub_(mean).div_(std)
    return (images.flip(3) if preprocessing.channels == "bgr" else images).permute(0, 3, 1, 2)
