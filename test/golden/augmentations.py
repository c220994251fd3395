"""Prints what test/core/augmentations/golden.test.ts compares with: SciPy's affine_transform for movements, made of matrices
that are multiplied and inverted here, and Pillow's ImageEnhance for colours."""
import json

import numpy as np
from PIL import Image, ImageEnhance
from scipy.ndimage import affine_transform

MODES = {"reflect": "reflect", "edge": "nearest", "zeros": "grid-constant"}
random = np.random.default_rng(9)


def at(y, x):
    return np.array([[1, 0, y], [0, 1, x], [0, 0, 1.0]])


def scale(y, x):
    return np.diag([y, x, 1.0])


def turn(degrees):
    a = np.radians(degrees)
    # counterclockwise as one sees it, with y down
    return np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])


def slant(degrees):
    return np.array([[1, 0, 0], [np.tan(np.radians(degrees)), 1, 0], [0, 0, 1]])


def seen(picture, forward, border):
    """`forward` is from the centre."""
    h, w = picture.shape[:2]
    middle = at((h - 1) / 2, (w - 1) / 2)
    back = np.linalg.inv(middle @ forward @ np.linalg.inv(middle))
    planes = [
        affine_transform(picture[:, :, c], back[:2, :2], back[:2, 2], order=1, mode=MODES[border], cval=0)
        for c in range(picture.shape[2])
    ]
    return np.stack(planes, axis=2)


def movement(size, steps, forwards, border):
    picture = random.integers(0, 256, size).astype(float)
    whole = np.eye(3)
    for forward in forwards:
        whole = forward @ whole
    return {
        "size": size,
        "steps": steps,
        "border": border,
        "picture": picture.astype(int).ravel().tolist(),
        "seen": np.round(seen(picture, whole, border), 9).ravel().tolist(),
    }


def cropped(h, w, top, left, high, wide):
    """The part's middle goes to the middle of the picture, its sides to those of the picture."""
    return scale(h / high, w / wide) @ at(h / 2 - top - high / 2, w / 2 - left - wide / 2)


movements = []
for border in MODES:
    movements += [
        movement([7, 6, 1], [{"type": "rotate", "degrees": 30}], [turn(30)], border),
        movement([6, 7, 3], [{"type": "shift", "height": 0.3, "width": 0.2}], [at(0.3 * 6, 0.2 * 7)], border),
        movement([6, 6, 1], [{"type": "zoom", "from": 0.5, "to": 0.6}], [scale(0.6, 0.6)], border),
        movement([5, 8, 2], [{"type": "shear", "degrees": 25}], [slant(25)], border),
        movement(
            [6, 5, 3],
            [
                {"type": "flip", "direction": "horizontal"},
                {"type": "rotate", "degrees": 40},
                {"type": "zoom", "from": 1, "to": 1.3},
                {"type": "shear", "degrees": 10},
                {"type": "shift", "height": 0.1, "width": 0.4},
            ],
            [scale(1, -1), turn(40), scale(1.3, 1.3), slant(10), at(0.6, 2)],
            border,
        ),
    ]
movements += [
    movement([4, 5, 1], [{"type": "flip", "direction": "vertical"}], [scale(-1, 1)], "edge"),
    # the last place that there is
    movement([8, 9, 1], [{"type": "crop", "height": 5, "width": 4}], [cropped(8, 9, 3, 5, 5, 4)], "reflect"),
]

enhancers = {"brightness": ImageEnhance.Brightness, "contrast": ImageEnhance.Contrast, "saturation": ImageEnhance.Color}
colours = []
for name, enhancer in enhancers.items():
    for mode, size in [("RGB", [6, 5, 3]), ("L", [6, 5, 1])]:
        if name == "saturation" and mode == "L":
            continue
        picture = random.integers(0, 256, size).astype(np.uint8)
        image = Image.fromarray(picture.squeeze(), mode)
        changed = np.asarray(enhancer(image).enhance(1.4))
        colours.append({"type": name, "size": size, "picture": picture.ravel().tolist(), "changed": changed.ravel().tolist()})

print(json.dumps({"movements": movements, "colours": colours}))
