"""Prints the runs that test/core/train/regularised.test.ts compares with: PyTorch 2.13 in float64."""
import json

import numpy as np
import torch
from torch import nn

torch.set_default_dtype(torch.float64)
points = np.random.RandomState(9).randn(10, 2)
numbers = np.array([[np.sin(a) + b, a * b] for a, b in points])
kinds = np.array([0 if y0 > 0.4 else 1 if y1 > 0 else 2 for y0, y1 in numbers])
one_hot = np.eye(3)[kinds]
binary = (kinds == 0).astype(float)[:, None]
ALPHA, STEPS = 0.1, 25


def huber(z, y, rows):
    return nn.functional.huber_loss(z, y)


def mse(z, y, rows):
    return nn.functional.mse_loss(z, y)


def softmax(smoothing=0.0, weights=None):
    def loss(z, y, rows):
        each = nn.functional.cross_entropy(z, y.argmax(1), label_smoothing=smoothing, reduction="none")
        return (each * (1 if weights is None else torch.tensor(weights)[y.argmax(1)])).mean()
    return loss


def sigmoid(smoothing=0.0, weights=None):
    def loss(z, y, rows):
        smooth = y * (1 - smoothing) + smoothing / 2
        each = nn.functional.binary_cross_entropy_with_logits(z, smooth, reduction="none")
        return (each * (1 if weights is None else torch.tensor(weights)[y.long()])).mean()
    return loss


def run(name, training, labels, loss, optimizer, penalty=0, clip=None, batch=10, rate=lambda t: 1):
    n = labels.shape[1]
    r = np.random.RandomState(4)
    net = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, n))
    with torch.no_grad():
        for layer, (rows, columns) in ((net[0], (3, 2)), (net[2], (n, 3))):
            layer.weight.copy_(torch.tensor(r.randn(rows, columns) / np.sqrt(columns)))
            layer.bias.zero_()
    weights = [net[0].weight, net[2].weight]
    biases = [net[0].bias, net[2].bias]
    chosen = optimizer([{"params": weights}, {"params": biases, "weight_decay": 0}])
    base = chosen.param_groups[0]["lr"]
    X, Y = torch.tensor(points), torch.tensor(labels)
    costs = []
    per_epoch = -(-10 // batch)
    for t in range(STEPS):
        epoch, place = divmod(t, per_epoch)
        order = np.arange(10) if batch == 10 else np.random.RandomState([4, epoch]).permutation(10)
        rows = order[place * batch:(place + 1) * batch]
        J = loss(net(X[rows]), Y[rows], rows) + penalty / 20 * sum((w ** 2).sum() for w in weights)
        costs.append(J.item())
        chosen.zero_grad()
        J.backward()
        if clip and "value" in clip:
            nn.utils.clip_grad_value_(net.parameters(), clip["value"])
        if clip and "norm" in clip:
            nn.utils.clip_grad_norm_(net.parameters(), clip["norm"])
        for group in chosen.param_groups:
            group["lr"] = base * rate(t)
        chosen.step()
    parameters = [p.detach().numpy().ravel().tolist() for layer in (net[0], net[2]) for p in (layer.weight, layer.bias)]
    written = {"batchSize": "all" if batch == 10 else batch, "iterations": STEPS, "seed": 4, **training}
    return {"name": name, "training": written, "labels": labels.tolist(), "costs": costs, "parameters": parameters}


def sgd(groups):
    return torch.optim.SGD(groups, lr=ALPHA)


def nesterov(groups):
    return torch.optim.SGD(groups, lr=ALPHA * 0.1, momentum=0.9, nesterov=True)


def adamw(groups):
    return torch.optim.AdamW(groups, lr=0.02, weight_decay=0.3)


descent = {"type": "sgd", "learningRate": ALPHA}
squares = {"loss": "mean-squared-error", "optimizer": descent}
classes = {"loss": "categorical-cross-entropy", "optimizer": descent}
two = {"loss": "binary-cross-entropy", "optimizer": descent}
counts = np.bincount(kinds)
balanced = (10 / (3 * counts)).tolist()
ones = int(binary.sum())

runs = []
for batch in (10, 4):
    b = {"batch": batch}
    runs += [
        run("huber", {"loss": "huber", "optimizer": descent}, numbers * 3, huber, sgd, **b),
        run("nesterov", {**squares, "optimizer": {"type": "nesterov", "learningRate": ALPHA}}, numbers, mse, nesterov, **b),
        run("adamw", {**squares, "optimizer": {"type": "adamw", "learningRate": 0.02, "weightDecay": 0.3}}, numbers, mse, adamw, **b),
        run("an L2 penalty", {**squares, "l2Penalty": 0.7}, numbers, mse, sgd, penalty=0.7, **b),
        run("clipping by norm", {**squares, "clip": {"norm": 0.3}}, numbers, mse, sgd, clip={"norm": 0.3}, **b),
        run("clipping by value", {**squares, "clip": {"value": 0.1}}, numbers, mse, sgd, clip={"value": 0.1}, **b),
        run("clipping by both", {**squares, "clip": {"value": 0.1, "norm": 0.2}}, numbers, mse, sgd, clip={"value": 0.1, "norm": 0.2}, **b),
        run("smoothed classes", {**classes, "labelSmoothing": 0.1}, one_hot, softmax(0.1), sgd, **b),
        run("smoothed yes and no", {**two, "labelSmoothing": 0.2}, binary, sigmoid(0.2), sgd, **b),
        run("weighed classes", {**classes, "classWeights": {"a": 2.5, "c": 0.5}}, one_hot, softmax(0, [2.5, 1, 0.5]), sgd, **b),
        run("balanced classes", {**classes, "classWeights": "balanced"}, one_hot, softmax(0, balanced), sgd, **b),
        run("balanced yes and no", {**two, "classWeights": "balanced"}, binary, sigmoid(0, [10 / (2 * (10 - ones)), 10 / (2 * ones)]), sgd, **b),
        run("all together",
            {**classes, "optimizer": {"type": "adamw", "learningRate": 0.02, "weightDecay": 0.3}, "l2Penalty": 0.3,
             "clip": {"norm": 0.2}, "labelSmoothing": 0.1, "classWeights": "balanced",
             "schedule": {"type": "exponential", "factor": 0.9}},
            one_hot, softmax(0.1, balanced), adamw, penalty=0.3, clip={"norm": 0.2}, rate=lambda t: 0.9 ** t, **b),
    ]
print(json.dumps(runs, separators=(",", ":")))
