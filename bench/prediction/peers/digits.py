"""The digits of a folder and the trained network beside them, as PyTorch's programs here have them."""
import os
import sys

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../peers"))
from protocol.torchGraph import Graph, asPictures  # noqa: E402


class Trained:
    """What `Graph` reads of a job: the layers, and their parameters in float32."""

    def __init__(self, question):
        self.graph = question["graph"]
        self.folder = question["folder"]

    def parameter(self, layer, name):
        return np.load(os.path.join(self.folder, f"{layer}.{name}.npy")).astype("float32")


def pictures(question):
    """(m, C, H, W), scaled, in the memory format channels_last."""
    x = np.load(os.path.join(question["folder"], "x.npy"))
    return asPictures(torch.from_numpy(x.reshape(len(x), -1).astype("float32") / np.float32(question["scale"])), x.shape[1:])


def network(question):
    """With the softmax, which is a layer of its own in PyTorch."""
    return torch.nn.Sequential(Graph(Trained(question)), torch.nn.Softmax(1)).eval()
