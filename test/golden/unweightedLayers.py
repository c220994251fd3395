"""Prints what PyTorch 2.13 makes of layers without weights, forward and backward in float64, for test/core/layers/unweighted.test.ts:

    python3 test/golden/unweightedLayers.py > test/golden/unweightedLayers.json

Pictures are (m, n_H, n_W, n_C) in the file and turned to PyTorch's channels first and back here.
"""
import json

import torch
from torch.nn import functional as F

torch.manual_seed(3)
m = 2


def first(x):
    return x.permute(0, 3, 1, 2)


def last(x):
    return x.permute(0, 2, 3, 1)


def case(layer, function, *shapes, equal=False):
    inputs = [torch.randn(m, *shape, dtype=torch.float64) for shape in shapes]
    if equal:  # some values of the second are those of the first
        inputs[1].reshape(-1)[::3] = inputs[0].reshape(-1)[::3]
    inputs = [x.requires_grad_() for x in inputs]
    A = function(*inputs)
    dA = torch.randn_like(A)
    A.backward(dA)
    flat = lambda x: [float(v) for v in x.detach().reshape(-1)]
    return {
        'layer': layer,
        'inputs': [{'shape': list(x.shape[1:]), 'values': flat(x), 'gradient': flat(x.grad)} for x in inputs],
        'output': {'shape': list(A.shape[1:]), 'values': flat(A), 'gradient': flat(dA)},
    }


P = (4, 3, 2)
cases = [
    case({'type': 'add'}, lambda a, b, c: a + b + c, P, P, P),
    case({'type': 'multiply'}, lambda a, b: a * b, (5,), (5,)),
    case({'type': 'multiply'}, lambda a, b, c: a * b * c, P, P, P),
    case({'type': 'average'}, lambda a, b, c: (a + b + c) / 3, P, P, P),
    case({'type': 'maximum'}, torch.maximum, P, P, equal=True),
    case({'type': 'maximum'}, lambda a, b, c: torch.maximum(torch.maximum(a, b), c), P, P, P),
    case({'type': 'concatenate'}, lambda a, b: torch.cat([a, b], -1), (3,), (2,)),
    case({'type': 'concatenate'}, lambda a, b: torch.cat([a, b], -1), (2, 3, 1), (2, 3, 4)),
    case({'type': 'concatenate', 'axis': 0}, lambda a, b: torch.cat([a, b], 1), (1, 3, 2), (2, 3, 2)),
    case({'type': 'concatenate', 'axis': 1}, lambda a, b: torch.cat([a, b], 2), (2, 3, 2), (2, 1, 2)),
    case({'type': 'reshape', 'shape': [2, 6]}, lambda x: x.reshape(m, 2, 6), (3, 2, 2)),
    case({'type': 'flatten'}, lambda x: x.reshape(m, -1), (3, 2, 2)),
    case({'type': 'permute', 'axes': [2, 0, 1]}, lambda x: x.permute(0, 3, 1, 2), P),
    case({'type': 'permute', 'axes': [1, 0, 2]}, lambda x: x.permute(0, 2, 1, 3), P),
    case(
        {'type': 'zero-pad', 'top': 1, 'bottom': 2, 'left': 0, 'right': 3},
        lambda x: last(F.pad(first(x), (0, 3, 1, 2))),
        P,
    ),
    case({'type': 'crop', 'top': 1, 'left': 1}, lambda x: x[:, 1:, 1:], P),
    case({'type': 'upsample', 'factor': 3}, lambda x: last(F.interpolate(first(x), scale_factor=3)), P),
    case(
        {'type': 'upsample', 'factor': 3, 'method': 'bilinear'},
        lambda x: last(F.interpolate(first(x), scale_factor=3, mode='bilinear', align_corners=False)),
        P,
    ),
    case(
        {'type': 'upsample', 'factor': 2, 'method': 'bilinear'},
        lambda x: last(F.interpolate(first(x), scale_factor=2, mode='bilinear', align_corners=False)),
        (1, 5, 1),
    ),
    case({'type': 'rescale', 'scale': 0.25, 'offset': -1}, lambda x: x * 0.25 - 1, P),
    case({'type': 'activation', 'activation': 'gelu'}, F.gelu, P),
    case({'type': 'activation', 'activation': 'softmax'}, lambda x: F.softmax(x, -1), P),
    case({'type': 'last-step'}, lambda x: x[:, -1], (4, 3)),
    case({'type': 'mean-over-time'}, lambda x: x.mean(1), (5, 3)),
    case({'type': 'max-over-time'}, lambda x: x.max(1).values, (5, 3)),
    case({'type': 'repeat', 'steps': 4}, lambda x: x[:, None].expand(m, 4, 3), (3,)),
    case({'type': 'subtract'}, lambda a, b: a - b, P, P),
    case({'type': 'dot'}, lambda a, b: (a * b).sum(-1, keepdim=True), (7,), (7,)),
    case({'type': 'dot'}, lambda a, b: (a * b).sum(-1, keepdim=True), (3, 5), (3, 5)),
]
print(json.dumps(cases))
