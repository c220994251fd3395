"""Prints the learning rates that test/core/schedules/schedules.test.ts compares with: torch.optim.lr_scheduler of PyTorch 2.13."""
import json
import warnings

import torch
from torch.optim import lr_scheduler as s

warnings.filterwarnings("ignore")
RATE, STEPS = 0.1, 60


def run(name, setting, make, figures=None):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=RATE)
    schedule = make(optimizer)
    rates = []
    for t in range(STEPS):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if figures:
            schedule.step(figures[t])
        else:
            schedule.step()
    return {"name": name, "schedule": setting, "rates": rates, **({"figures": figures} if figures else {})}


def warm(steps, make):
    """As many steps from 1/steps of the rate up to the whole, then the schedule."""
    return lambda o: s.SequentialLR(o, [s.LinearLR(o, 1 / steps, 1, steps - 1), make(o)], [steps])


def cosine(length, end=0):
    return lambda o: s.CosineAnnealingLR(o, length, end * RATE)


falling = [1 / (1 + t) if t % 20 < 12 else 0.5 for t in range(STEPS)]
runs = [
    run("step", {"type": "step", "every": 7, "factor": 0.5}, lambda o: s.StepLR(o, 7, 0.5)),
    run("exponential", {"type": "exponential", "factor": 0.97}, lambda o: s.ExponentialLR(o, 0.97)),
    run("cosine", {"type": "cosine"}, cosine(STEPS)),
    run("cosine to an end", {"type": "cosine", "end": 0.05}, cosine(STEPS, 0.05)),
    run("linear", {"type": "linear", "end": 0.1}, lambda o: s.LinearLR(o, 1, 0.1, STEPS)),
    run("inverse time", {"type": "inverse-time", "decayRate": 0.3, "every": 4},
        lambda o: s.LambdaLR(o, lambda t: 1 / (1 + 0.3 * (t // 4)))),
    run("one cycle", {"type": "one-cycle"}, lambda o: s.OneCycleLR(o, RATE, STEPS)),
    run("one cycle with numbers of its own", {"type": "one-cycle", "start": 0.1, "rise": 0.4, "end": 0.001},
        lambda o: s.OneCycleLR(o, RATE, STEPS, pct_start=0.4, div_factor=10, final_div_factor=100)),
    run("on plateau", {"type": "on-plateau", "factor": 0.5, "patience": 3, "least": 0.1},
        lambda o: s.ReduceLROnPlateau(o, factor=0.5, patience=2, threshold=0, threshold_mode="abs", min_lr=0.1 * RATE, eps=0), falling),
    run("on plateau that wants more", {"type": "on-plateau", "factor": 0.5, "patience": 3, "minDelta": 0.02},
        lambda o: s.ReduceLROnPlateau(o, factor=0.5, patience=2, threshold=0.02, threshold_mode="abs", eps=0), falling),
    run("warm-up, then cosine", {"type": "cosine", "warmUp": 10}, warm(10, cosine(STEPS - 10))),
    run("warm-up, then step", {"type": "step", "every": 7, "factor": 0.5, "warmUp": 5}, warm(5, lambda o: s.StepLR(o, 7, 0.5))),
]
print(json.dumps(runs, separators=(",", ":")))
