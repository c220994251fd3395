"""Prints g(z) and its slope of each activation as PyTorch 2.13 gives them in float64, for test/core/activations/golden.test.ts:

    python3 test/golden/activations.py > test/golden/activations.json

With --tail it prints the coefficients of src/core/activations/normal/upperTail.ts instead, made with mpmath.
"""
import json
import sys


def tail():
    import mpmath as mp
    mp.mp.dps = 50

    def ratio(t):
        u = 4 * (1 / t - 1)
        if u > 60:  # the asymptotic series of Mills' ratio
            s, term, k = mp.mpf(0), mp.mpf(1), 0
            while k < 40:
                s, k = s + term, k + 1
                term = -term * (2 * k - 1) / u**2
            return s / (u * mp.sqrt(2 * mp.pi)) / t
        return mp.erfc(u / mp.sqrt(2)) / 2 * mp.exp(u * u / 2) / t

    n = 64
    angles = [mp.pi * (k + mp.mpf(1) / 2) / n for k in range(n)]
    f = [ratio((mp.cos(a) + 1) / 2) for a in angles]
    c = [mp.mpf(2) / n * mp.fsum(y * mp.cos(j * a) for y, a in zip(f, angles)) for j in range(23)]
    c[0] /= 2
    print(',\n'.join(repr(float(x)) for x in c))


def golden():
    import torch
    from torch.nn import functional as F
    # PyTorch's softplus is z itself from a threshold on: one that is never met, since the formula has none
    functions = {
        'linear': lambda z: z * 1,
        'sigmoid': torch.sigmoid,
        'tanh': torch.tanh,
        'relu': F.relu,
        'relu6': F.relu6,
        'leaky-relu': F.leaky_relu,
        'elu': F.elu,
        'gelu': F.gelu,
        'silu': F.silu,
        'softplus': lambda z: F.softplus(z, threshold=1e9),
        'hard-swish': F.hardswish,
    }
    torch.manual_seed(1)
    at = torch.cat([torch.linspace(-12, 12, 49), torch.randn(40) * 3, torch.randn(20) * 1e-3]).double()
    at = at[at != 0]
    result = {'z': at.tolist()}
    for name, g in functions.items():
        z = at.clone().requires_grad_()
        a = g(z)
        a.sum().backward()
        result[name] = {'values': a.tolist(), 'slopes': z.grad.tolist()}
    print(json.dumps(result))


tail() if '--tail' in sys.argv else golden()
