"""Prints what test/core/proposal/knownNetworks.test.ts compares with: torchvision's networks, and three of PyTorch by hand.

Of each, as published: the shape (height, width, channels) that every convolution, norm, dense layer and max pool gives, in the order
in which they run, and the number of parameters. And small, with ten classes and weights by a rule: what it gives for a picture.
Run as python3 test/golden/knownNetworks.py > test/golden/knownNetworks.json; made with PyTorch 2.13 and torchvision 0.28 on Linux.
"""
import json
import math

import numpy as np
import torch
from torch import library, nn

# detection's operators aren't needed, and what they register with may be of another build
library.register_fake = lambda *_, **__: lambda function: function
from torchvision import models  # noqa: E402

torch.set_default_dtype(torch.float64)
TOLD = (nn.Conv2d, nn.ConvTranspose2d, nn.BatchNorm2d, nn.Linear, nn.MaxPool2d)


def uniform(count, salt):
    """Numbers from -1 to 1 that any language can make: a multiplicative hash (Knuth) of their place."""
    i = (np.arange(count, dtype=np.uint64) + salt * 1000003) & 0xFFFFFFFF
    return ((i * 2654435761) & 0xFFFFFFFF) / 2**31 - 1


def fill(model, spatial):
    """Weights by the rule, in the order of the layers; `spatial`: what the first dense layer flattens (h, w, c)."""
    salt = 0
    for module in model.modules():
        if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
            shape = module.weight.shape
            if isinstance(module, nn.Conv2d):  # seen as (f, f, n_C_prev, n_C)
                seen, axes = (shape[2], shape[3], shape[1], shape[0]), (3, 2, 0, 1)
                fan = shape[1] * shape[2] * shape[3]
                if module.groups > 1:  # a kernel a channel: (f, f, n_C, 1)
                    seen, axes = (shape[2], shape[3], shape[0], shape[1]), (2, 3, 0, 1)
            elif isinstance(module, nn.ConvTranspose2d):  # (f, f, n_C, n_C_prev)
                seen, axes, fan = (shape[2], shape[3], shape[1], shape[0]), (3, 2, 0, 1), shape[0]
            else:
                seen, axes, fan = tuple(shape), (0, 1), shape[1]
            W = (uniform(math.prod(seen), salt) * math.sqrt(6 / fan)).reshape(seen)
            if isinstance(module, nn.Linear) and spatial:
                # channels last for people, first for PyTorch
                W, spatial = W.reshape(-1, *spatial).transpose(0, 3, 1, 2).reshape(shape), None
            module.weight.data = torch.from_numpy(W.transpose(axes).reshape(shape).copy())
            if module.bias is not None:
                module.bias.data = torch.from_numpy(uniform(len(module.bias), salt + 1) / 10)
        elif isinstance(module, nn.BatchNorm2d):
            n = module.num_features
            module.weight.data = torch.from_numpy(1 + uniform(n, salt) / 10)
            module.bias.data = torch.from_numpy(uniform(n, salt + 1) / 10)
            module.running_mean = torch.from_numpy(uniform(n, salt + 2) / 10)
            module.running_var = torch.from_numpy(1 + uniform(n, salt + 3) / 2)
        else:
            continue
        salt += 4


def shapes(model, picture):
    told = []

    def tell(module, _, output):
        told.append([type(module).__name__, list(output.shape[2:]) + [output.shape[1]] if output.dim() == 4 else [output.shape[1]]])

    for module in model.modules():
        if isinstance(module, TOLD):
            module.register_forward_hook(tell)
    height, width, channels = picture
    model(torch.empty(1, channels, height, width, device="meta"))
    return told


def answer(model, picture):
    height, width, channels = picture
    X = torch.from_numpy(uniform(height * width * channels, 999).reshape(1, height, width, channels))
    with torch.no_grad():
        return model.eval()(X.permute(0, 3, 1, 2))


def classifier(make, picture, small, spatial=None, fit=lambda model: model, classes=1000):
    with torch.device("meta"):
        model = make(num_classes=classes)
    parameters = sum(parameter.numel() for parameter in model.parameters())
    little = fit(make(num_classes=10))
    fill(little, spatial)
    return {
        "parameters": parameters, "shapes": shapes(model.eval(), picture), "small": small,
        "answer": torch.softmax(answer(little, small), 1)[0].tolist(),
    }


def maker(make, picture, small, head):
    with torch.device("meta"):
        model = make()
    parameters = sum(parameter.numel() for parameter in model.parameters())
    little = make(small)
    fill(little, spatial=little.spatial)
    pixels = head(answer(little, small))[0].permute(1, 2, 0).reshape(-1)
    return {"parameters": parameters, "shapes": shapes(model.eval(), picture), "small": small,
            "answer": pixels[:: max(1, len(pixels) // 40)].tolist()}


def without_adaptive(first, values):
    """The pooling that brings the pictures to one size left out, as it is here: the first dense layer takes what there is."""
    def fit(model):
        model.avgpool = nn.Identity()
        model.classifier[first] = nn.Linear(values, 4096)
        return model
    return fit


def lenet(num_classes):
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, num_classes))


class UNet(nn.Module):
    spatial = None

    def __init__(self, picture=(64, 64, 1)):
        super().__init__()
        pair = lambda a, b: nn.Sequential(nn.Conv2d(a, b, 3, padding=1), nn.ReLU(), nn.Conv2d(b, b, 3, padding=1), nn.ReLU())
        self.sides = [-side % 8 for side in picture[:2]]
        for i, (a, b) in enumerate([(picture[2], 16), (16, 32), (32, 64)]):
            self.add_module(f"down{i}", pair(a, b))
            self.add_module(f"pool{i}", nn.MaxPool2d(2))
        self.bottom = pair(64, 128)
        for i, (a, b) in enumerate([(128, 64), (64, 32), (32, 16)]):
            self.add_module(f"larger{i}", nn.ConvTranspose2d(a, b, 2, stride=2))
            self.add_module(f"up{i}", pair(a, b))
        self.output = nn.Conv2d(16, 1, 1)

    def forward(self, A):
        down, across = self.sides
        frame = (across // 2, across - across // 2, down // 2, down - down // 2)
        A = nn.functional.pad(A, frame)
        kept = []
        for i in range(3):
            kept.append(getattr(self, f"down{i}")(A))
            A = getattr(self, f"pool{i}")(kept[-1])
        A = self.bottom(A)
        for i in range(3):
            larger = torch.relu(getattr(self, f"larger{i}")(A))
            A = getattr(self, f"up{i}")(torch.cat([kept[2 - i], larger], 1))
        A = A[:, :, frame[2]:A.shape[2] - frame[3], frame[0]:A.shape[3] - frame[1]]
        return self.output(A)


class Autoencoder(nn.Module):
    def __init__(self, picture=(28, 28, 1)):
        super().__init__()
        channels = picture[2]
        self.sides = [-side % 4 for side in picture[:2]]
        self.spatial = (*[(side + more) // 4 for side, more in zip(picture, self.sides)], 32)
        values = math.prod(self.spatial)
        self.encode = nn.Sequential(nn.Conv2d(channels, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU())
        self.code, self.decode = nn.Linear(values, 32), nn.Linear(32, values)
        self.larger = nn.Sequential(nn.ConvTranspose2d(32, 32, 2, 2), nn.ReLU(), nn.ConvTranspose2d(32, 16, 2, 2), nn.ReLU())
        self.output = nn.Conv2d(16, channels, 3, padding=1)

    def forward(self, A):
        down, across = self.sides
        frame = (across // 2, across - across // 2, down // 2, down - down // 2)
        A = self.encode(nn.functional.pad(A, frame)).flatten(1)
        A = torch.relu(self.decode(torch.relu(self.code(A))))
        # (h, w, c) here, since a reshape takes the values as they lie
        A = self.larger(A.reshape(-1, *self.spatial).permute(0, 3, 1, 2))
        A = A[:, :, frame[2]:A.shape[2] - frame[3], frame[0]:A.shape[3] - frame[1]]
        return self.output(A)


colour = (224, 224, 3)
small = (64, 64, 3)
smaller = (32, 32, 3)
print(json.dumps({
    "AlexNet": classifier(models.alexnet, colour, small, (1, 1, 256), without_adaptive(1, 256)),
    "Autoencoder": maker(Autoencoder, (28, 28, 1), (30, 26, 3), torch.sigmoid),
    "LeNet-5": classifier(lenet, (28, 28, 1), (28, 28, 1), (5, 5, 16), classes=10),
    "MobileNetV2": classifier(models.mobilenet_v2, colour, small),
    "ResNet-18": classifier(models.resnet18, colour, smaller),
    "ResNet-50": classifier(models.resnet50, colour, smaller),
    "SqueezeNet 1.1": classifier(models.squeezenet1_1, colour, small),
    "U-Net (small)": maker(UNet, (64, 64, 1), (20, 27, 3), torch.sigmoid),
    "VGG-16": classifier(models.vgg16, colour, smaller, (1, 1, 512), without_adaptive(0, 512)),
}, separators=(",", ":")))
