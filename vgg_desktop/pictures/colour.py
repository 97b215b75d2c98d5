"""Every way in which a file can hold colours, turned into 8-bit sRGB."""

import functools
import io

import numpy as np
from PIL import Image, ImageCms

# A profile that moves no colour by more than this is sRGB under one of its many spellings.
_SAME_COLOUR_LEVELS = 2
_MODE_OF_PROFILE = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}


def to_srgb(image: Image.Image) -> Image.Image:
    """A loaded picture of 8 bits a channel as mode RGB: its profile applied, and what is transparent laid on white."""
    profile = image.info.get("icc_profile")
    if not image.has_transparency_data:
        return _opaque_to_srgb(image, profile)
    layered = (image.convert("LA") if image.mode == "La" else image).convert("RGBA")
    on_white = Image.new("RGB", image.size, "white")
    on_white.paste(_opaque_to_srgb(layered.convert("RGB"), profile), mask=layered.getchannel("A"))
    return on_white


def _opaque_to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGB")
    transform = _srgb_transform(profile, image.mode) if profile else None
    if transform:
        return transform.apply(image)
    # Pillow copies even where there is nothing to convert.
    return image if image.mode == "RGB" else image.convert("RGB")


@functools.lru_cache(maxsize=16)
def _srgb_transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """None where the profile is sRGB, is broken, or describes another kind of colour than the picture holds.

    Kept, because building one takes 4 ms and the photos of a folder share theirs. Threads may use one together.
    """
    try:
        source = ImageCms.getOpenProfile(io.BytesIO(profile))
        space = source.profile.xcolor_space.strip()  # pyright: ignore[reportAttributeAccessIssue]
        if _MODE_OF_PROFILE.get(space) != mode:
            return None
        transform = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
        return None if _changes_nothing(transform, mode) else transform
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    if mode == "CMYK":
        return False
    levels = np.arange(0, 256, 15, dtype=np.uint8)
    colours = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(1, -1, 3)
    probe = Image.fromarray(colours).convert(mode)
    before = np.asarray(probe.convert("RGB"), dtype=np.int16)
    after = np.asarray(transform.apply(probe), dtype=np.int16)
    return int(np.abs(after - before).max()) <= _SAME_COLOUR_LEVELS
