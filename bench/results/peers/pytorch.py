"""Trains a network of handwritten digits in PyTorch as its own documentation would: torch.nn modules in a Sequential,
channels first, a loss that takes logits, the pictures in one tensor. It reads one JSON object from standard input (the
network's `layers` and `training`, the paths of the IDX files, a `seed`) and prints {"accuracy", "seconds"} as its last line,
{"missing"} where PyTorch isn't there, {"unable"} where the network has what it doesn't know.

The clock runs from the first step to the last; the number of threads is whichever took 20 trial steps faster, one or all."""
import gzip
import json
import math
import sys
import time


def answer(**known):
    print(json.dumps(known), flush=True)
    sys.exit(0)


try:
    import numpy as np
    import torch
    from torch import nn
except ImportError as error:
    answer(missing=f"{error.name} isn't installed")

job = json.load(sys.stdin)


def idx(path):
    """An array of bytes from an IDX file, compressed or not."""
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        data = file.read()
    axes = data[3]
    shape = np.frombuffer(data, ">u4", axes, 4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * axes).reshape(shape)


def pictures(set_):
    X = torch.from_numpy(idx(set_["x"]).astype("float32") / job["scale"])
    return X.unsqueeze(1), torch.from_numpy(idx(set_["y"]).astype("int64"))


ACTIVATIONS = {"relu": nn.ReLU, "tanh": nn.Tanh, "gelu": nn.GELU, "silu": nn.SiLU}


def modules(layers, channels, side):
    """The modules of a chain of layers for pictures (channels, side, side); the softmax is in the loss."""
    size = channels * side * side
    for layer in layers:
        kind = layer["type"]
        if kind == "input":
            continue
        elif kind == "flatten":
            yield nn.Flatten()
            size = channels * side * side
        elif kind == "conv2d":
            bias = layer.get("bias", True)
            padding = layer.get("padding", "valid")
            module = nn.Conv2d(channels, layer["filters"], layer["kernelSize"], padding=padding, bias=bias)
            start(module, layer)
            yield module
            channels = layer["filters"]
            side = side if layer.get("padding") == "same" else side - layer["kernelSize"] + 1
        elif kind == "max-pool2d":
            yield nn.MaxPool2d(layer["poolSize"])
            side //= layer["poolSize"]
        elif kind == "batch-norm":
            yield nn.BatchNorm2d(channels, eps=layer.get("epsilon", 1e-5), momentum=1 - layer.get("momentum", 0.9))
        elif kind == "activation":
            pass  # its function follows below, as a layer's own does
        elif kind == "dropout":
            yield nn.Dropout(layer["rate"])
        elif kind == "dense":
            module = nn.Linear(size, layer["units"], bias=layer.get("bias", True))
            start(module, layer)
            yield module
            size = layer["units"]
        else:
            answer(unable=f"has no layer {kind}")
        activation = layer.get("activation", "relu" if kind == "activation" else "linear")
        if activation in ACTIVATIONS:
            yield ACTIVATIONS[activation]()


def start(module, layer):
    """Initial weights as Layerwise draws them: normal, with deviation √(2/n_in) for He and √(1/n_in) for Xavier."""
    fan = module.weight[0].numel()
    nn.init.normal_(module.weight, std=math.sqrt((2 if layer.get("initializer") == "he" else 1) / fan))
    if module.bias is not None:
        nn.init.zeros_(module.bias)


def rate(step, steps):
    """The share of the learning rate at a step."""
    schedule = job["training"].get("schedule")
    if schedule is None:
        return 1
    if schedule == "cosine":
        return (1 + math.cos(math.pi * step / steps)) / 2
    if schedule == "one-cycle":
        return one_cycle(step, steps)
    answer(unable=f"has no schedule {schedule}")


def one_cycle(step, steps):
    """As torch.optim.lr_scheduler.OneCycleLR draws it with its own settings."""
    top = max(0, 0.3 * steps - 1)
    last = max(top, steps - 1)
    if step <= top:
        return along(0.04, 1, step / top) if top else 1
    return along(1, 4e-6, min(1, (step - top) / (last - top)))


def along(start, end, share):
    """From one value to another along half a cosine."""
    return end + (start - end) / 2 * (1 + math.cos(math.pi * share))


def network():
    torch.manual_seed(job["seed"])
    return nn.Sequential(*modules(job["layers"], 1, X.shape[-1]))


def train(model, steps, of):
    training = job["training"]
    size = training["batchSize"]
    optimizer = torch.optim.Adam(model.parameters(), lr=training["optimizer"]["learningRate"])
    loss = nn.CrossEntropyLoss(label_smoothing=training.get("labelSmoothing", 0))
    model.train()
    step = 0
    while step < steps:
        for batch in torch.randperm(len(X)).split(size):
            if step == steps:
                break
            for group in optimizer.param_groups:
                group["lr"] = training["optimizer"]["learningRate"] * rate(step, of)
            optimizer.zero_grad(set_to_none=True)
            loss(model(X.index_select(0, batch)), Y.index_select(0, batch)).backward()
            optimizer.step()
            step += 1


def timed(model, steps, of):
    began = time.perf_counter()
    train(model, steps, of)
    return time.perf_counter() - began


def quickest(threads):
    """The number of threads with which a few steps take the least time."""
    taken = {}
    for n in threads:
        torch.set_num_threads(n)
        model = network()
        train(model, 3, steps)
        taken[n] = timed(model, 20, steps)
    return min(taken, key=taken.get)


if job["training"]["optimizer"]["type"] != "adam":
    answer(unable="is written for Adam here")
X, Y = pictures(job["train"])
test = pictures(job["test"])
steps = job["training"]["epochs"] * math.ceil(len(X) / job["training"]["batchSize"])
torch.set_num_threads(quickest(sorted({1, torch.get_num_threads()})))
model = network()
seconds = timed(model, steps, steps)
model.eval()
with torch.no_grad():
    right = sum((model(x).argmax(1) == y).sum().item() for x, y in zip(test[0].split(1000), test[1].split(1000)))
answer(accuracy=right / len(test[1]), seconds=seconds, threads=torch.get_num_threads(), version=torch.__version__)
