"""How large a picture is, read from its first bytes."""

import struct

from sandbox.api.refusals import bad

LARGEST = 10 * 2**20
LONGEST_SIDES = 10_000
STEEPEST = 20
PNG, GIF, JPEG = b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a"), b"\xff\xd8"
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height of a photo; raises Refused where Telegram would not take it."""
    if len(content) > LARGEST:
        raise bad("file is too big")
    size = read_size(content)
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = size
    if not width or not height or width + height > LONGEST_SIDES or max(size) > STEEPEST * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return size


def read_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF, JPEG or WebP; None for anything else."""
    try:
        if content.startswith(PNG):
            width, height = struct.unpack(">II", content[16:24])
        elif content.startswith(GIF):
            width, height = struct.unpack("<HH", content[6:10])
        elif content.startswith(JPEG):
            return jpeg_size(content)
        elif content[:4] == b"RIFF" and content[8:16] == b"WEBPVP8 ":
            width, height = (side & 0x3FFF for side in struct.unpack("<HH", content[26:30]))
        else:
            return None
    except struct.error:
        return None
    return width, height


def jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a JPEG, from its frame header; raises struct.error where it breaks off."""
    at = 2
    while at < len(content):
        marker, length = struct.unpack(">xBH", content[at : at + 4])
        if marker in FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
