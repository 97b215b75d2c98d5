"""Small ICC profiles with a visible effect."""

from PIL import ImageCms


def srgb_profile() -> bytes:
    """The profile that changes nothing."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapped_profile() -> bytes:
    """An sRGB profile whose red and blue primaries have changed places: nobody can overlook whether it was applied."""
    data = bytearray(srgb_profile())
    at = {bytes(data[i : i + 4]): i for i in range(132, 132 + 12 * int.from_bytes(data[128:132], "big"), 12)}
    red, blue = at[b"rXYZ"], at[b"bXYZ"]
    data[red + 4 : red + 12], data[blue + 4 : blue + 12] = data[blue + 4 : blue + 12], data[red + 4 : red + 12]
    return bytes(data)


def linear_grey_profile() -> bytes:
    """The smallest grey ICC profile: linear light. Source: ICC.1:2010, 7.2 and 8.3.4."""
    tags = [
        (b"wtpt", b"XYZ \0\0\0\0" + bytes.fromhex("0000f6d6000100000000d32d")),
        (b"kTRC", b"curv\0\0\0\0\0\0\0\0"),
    ]
    table, blocks, at = b"", b"", 128 + 4 + 12 * len(tags)
    for name, block in tags:
        table += name + at.to_bytes(4, "big") + len(block).to_bytes(4, "big")
        blocks += block
        at += len(block)
    header = bytearray(128)
    header[0:4] = at.to_bytes(4, "big")
    header[8:12] = bytes.fromhex("02100000")
    header[12:24] = b"mntrGRAYXYZ "
    header[36:40] = b"acsp"
    header[68:80] = bytes.fromhex("0000f6d6000100000000d32d")
    return bytes(header) + len(tags).to_bytes(4, "big") + table + blocks
