"""The costs of 100 steps of a network on a text in PyTorch, from the weights and the batches that a folder holds: see textCosts.mjs.

    python3 textCosts.py FOLDER     prints JSON: the cost before each step, and that of the test set afterwards
"""
import json
import os
import sys

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../bench/peers"))
from protocol.torchGraph import Embedding, Graph, tensor  # noqa: E402

folder = sys.argv[1]


class Job:
    def __init__(self):
        with open(os.path.join(folder, "job.json")) as file:
            self.__dict__.update(json.load(file))

    def parameter(self, layer, name):
        file = os.path.join(folder, f"{layer}.{name}.npy")
        return np.load(file).astype("float32") if os.path.exists(file) else None


def load(name):
    return tensor(np.load(os.path.join(folder, name)).astype("int64"))


job = Job()
network = Graph(job)
decaying = {layer.weight for layer in network.modules() if isinstance(layer, (torch.nn.Linear, Embedding))}
others = [parameter for parameter in network.parameters() if parameter not in decaying]
rate = job.optimizer["learningRate"]
if job.optimizer["type"] == "adamw":
    groups = [{"params": list(decaying), "weight_decay": 0.01}, {"params": others, "weight_decay": 0}]
    optimizer = torch.optim.AdamW(groups, lr=rate)
else:
    optimizer = torch.optim.Adam(network.parameters(), lr=rate)


def cost(X, Y):
    Z = network(X)
    return torch.nn.functional.cross_entropy(Z.reshape(-1, Z.shape[-1]), Y.reshape(-1))


X, Y, testX, testY = (load(f"{name}.npy") for name in ("x", "y", "testX", "testY"))
with open(os.path.join(folder, "batches.json")) as file:
    batches = [torch.tensor(batch) for batch in json.load(file)]
costs = []
for batch in batches:
    optimizer.zero_grad()
    J = cost(X[batch], Y[batch])
    costs.append(J.item())
    J.backward()
    optimizer.step()
with torch.no_grad():
    print(json.dumps({"costs": costs, "testCost": cost(testX, testY).item()}))
