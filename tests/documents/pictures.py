"""Pictures drawn for tests: logos of several shapes, by name."""

import io

from PIL import Image, ImageDraw

SHAPES = {"a": (300, 340), "b": (320, 240), "c": (200, 200), "d": (500, 200), "kop": (2100, 300)}


def picture(name: str) -> bytes:
    """A PNG with a transparent ground; its first letter decides its shape."""
    size = SHAPES[name]
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((0, 0, size[0] - 1, size[1] - 1), fill=(20, 90, 50, 255))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
