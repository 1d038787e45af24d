"""Contact sheets: many screens on one picture, to be looked at by a person."""

from pathlib import Path

from PIL import Image, ImageDraw

ACROSS, DOWN = 3, 3
CELL, CAPTION, GAP = (640, 360), 22, 8


def draw_sheets(folder: Path) -> int:
    """Write lembar-NN.png of all pictures in the folders below; returns how many sheets."""
    for old in folder.glob("lembar-*.png"):
        old.unlink()
    pictures = sorted(folder.glob("*/*.png"))
    a_sheet = ACROSS * DOWN
    sheets = [pictures[at : at + a_sheet] for at in range(0, len(pictures), a_sheet)]
    for number, group in enumerate(sheets, 1):
        _sheet(group).save(folder / f"lembar-{number:02d}.png")
    return len(sheets)


def _sheet(group: list[Path]) -> Image.Image:
    broad, high = CELL[0] + GAP, CELL[1] + CAPTION + GAP
    sheet = Image.new("RGB", (broad * ACROSS + GAP, high * DOWN + GAP), "#888888")
    pen = ImageDraw.Draw(sheet)
    for at, path in enumerate(group):
        left, top = GAP + at % ACROSS * broad, GAP + at // ACROSS * high
        pen.text((left, top + 4), f"{path.parent.name} · {path.stem}", fill="#FFFFFF", font_size=14)
        picture = Image.open(path)
        picture.thumbnail(CELL)
        sheet.paste(picture, (left, top + CAPTION))
    return sheet
