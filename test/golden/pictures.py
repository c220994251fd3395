"""Prints the picture files that test/data/images/formats.test.ts reads, and the pixels that Pillow (libjpeg, libwebp) reads from them."""
import base64, io, json, zlib
import numpy as np
from PIL import Image, ImageOps

def scene(width, height, seed):
    """Slopes, an edge and some noise, in three colours."""
    r = np.random.RandomState(seed)
    y, x = np.mgrid[0:height, 0:width]
    a = np.stack([128 + 110 * np.sin(x / 4 + seed), 128 + 100 * np.cos(y / 3 + x / 9), (x * 9 + y * 4) % 256], -1)
    a[height // 3:height // 2, width // 4:] = [250, 20, 40]
    return Image.fromarray((a + r.randn(height, width, 3) * 4).clip(0, 255).astype("u1"))

entries = []

def add(name, image, format, turned=False, **how):
    file = io.BytesIO()
    image.save(file, format, **how)
    read = Image.open(io.BytesIO(file.getvalue()))
    if turned: read = ImageOps.exif_transpose(read)
    pixels = read if read.mode == "L" else read.convert("RGB")
    entries.append({"name": name, "file": base64.b64encode(file.getvalue()).decode(), "width": pixels.width, "height": pixels.height,
                    "channels": len(pixels.getbands()), "pixels": base64.b64encode(zlib.compress(pixels.tobytes(), 9)).decode()})

def exif(orientation):
    tags = Image.Exif()
    tags[274] = orientation
    return tags

sizes = [(24, 20), (17, 13), (8, 8), (31, 9), (1, 1), (16, 16), (7, 19), (23, 16), (9, 1), (3, 21)]
number = 0
for quality in (30, 75, 95):
    for subsampling in ("4:4:4", "4:2:2", "4:2:0"):
        for progressive in (False, True):
            for restart in (0, 1):
                width, height = sizes[number % len(sizes)]
                add(f"{quality} {subsampling}{' progressive' if progressive else ''}{' restart' if restart else ''} {width}x{height}.jpg",
                    scene(width, height, number), "JPEG", quality=quality, subsampling=subsampling, progressive=progressive,
                    restart_marker_blocks=restart, optimize=number % 2 == 1)
                number += 1
for quality in (20, 60, 85, 100):
    for progressive in (False, True):
        width, height = sizes[number % len(sizes)]
        add(f"{quality} grey{' progressive' if progressive else ''} {width}x{height}.jpg", scene(width, height, number).convert("L"),
            "JPEG", quality=quality, progressive=progressive)
        number += 1
for quality in (50, 90):
    for subsampling in ("4:4:4", "4:2:2", "4:2:0"):
        width, height = sizes[number % len(sizes)]
        add(f"{quality} {subsampling} rgb {width}x{height}.jpg", scene(width, height, number), "JPEG", quality=quality,
            **({"keep_rgb": True} if subsampling == "4:4:4" else {"subsampling": subsampling, "restart_marker_rows": 1}))
        number += 1
while number < 60:
    add(f"table {number}.jpg", scene(22, 18, number), "JPEG", subsampling=number % 3,
        qtables=[[1 + (i * (number % 7 + 1)) % 60 for i in range(64)], [2 + i // 2 for i in range(64)]])
    number += 1

for orientation in range(1, 9):
    add(f"orientation {orientation}.jpg", scene(15, 10, 5), "JPEG", turned=True, exif=exif(orientation), quality=95)
    add(f"orientation {orientation}.png", scene(7, 4, 5), "PNG", turned=True, exif=exif(orientation))
    add(f"orientation {orientation}.webp", scene(7, 4, 5), "WEBP", turned=True, exif=exif(orientation), lossless=True)
add("orientation grey 6.jpg", scene(15, 10, 5).convert("L"), "JPEG", turned=True, exif=exif(6))

add("lossy.webp", scene(24, 20, 1), "WEBP", quality=80)
add("lossless.webp", scene(17, 13, 2), "WEBP", lossless=True)
clear = scene(12, 9, 3).convert("RGBA")
clear.putalpha(Image.fromarray(np.arange(108, dtype="u1").reshape(9, 12) * 2))
add("transparent.webp", clear, "WEBP", lossless=True, exact=True)
add("transparent.png", clear, "PNG")
add("colours.gif", scene(24, 20, 4).quantize(200), "GIF")
add("not interlaced.gif", scene(21, 17, 4).quantize(7), "GIF", interlace=0)
add("large.gif", scene(90, 70, 4).quantize(256), "GIF", interlace=1)
add("see-through.gif", scene(9, 7, 5).quantize(8), "GIF", transparency=2)
add("animated.gif", scene(9, 7, 6).quantize(16), "GIF", save_all=True, append_images=[scene(9, 7, 7).quantize(16)])
add("grey.gif", scene(14, 11, 6).convert("L"), "GIF")
add("palette.png", scene(14, 11, 6).quantize(11), "PNG")
add("animated.png", scene(5, 4, 6), "PNG", save_all=True, append_images=[scene(5, 4, 7)])
add("cmyk.jpg", scene(8, 8, 6).convert("CMYK"), "JPEG")
add("animated.webp", scene(5, 4, 6), "WEBP", save_all=True, append_images=[scene(5, 4, 7)])

print("[\n" + ",\n".join(json.dumps(entry) for entry in entries) + "\n]")
