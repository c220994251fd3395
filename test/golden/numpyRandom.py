"""Prints the numbers that test/core/random.test.ts compares with. Made with NumPy 1.24 on Linux."""
import json
import numpy as np

def draws(seed):
    r = np.random.RandomState(seed)
    return {
        "seed": seed,
        "rand": [r.rand() for _ in range(4)],
        "randn": [r.randn() for _ in range(5)],
        "uniform": r.uniform(-2, 5),
        "randint": [int(r.randint(3, 17)) for _ in range(6)],
        "permutation": r.permutation(12).tolist(),
        "afterwards": [r.randn(), r.rand()],
    }

print(json.dumps({
    "draws": [draws(seed) for seed in [0, 1, 2, 3, 12345, 4294967295, [1], [7, 0], [2, 41], list(range(700))]],
    "late": [np.random.RandomState(1).rand(100_000)[-1], np.random.RandomState(1).randn(100_000)[-1]],
}, separators=(",", ":")))
