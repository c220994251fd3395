"""What a Python peer is asked and answers: see bench/README.md, "A peer"."""
import json
import math
import os
import sys
import time


def serve(load, dense_only=False):
    """Answers one question on standard input with one line on standard output.

    `load()` imports the library and returns (name, version, precisions, build); an ImportError says that it is missing.
    `build(job)` makes a model with the job's initial parameters, which has `run(steps)` and `cost()`,
    J over the first `cost_examples` examples.
    """
    question = json.load(sys.stdin)
    try:
        name, version, precisions, build = load()
    except ImportError as error:
        answer = {"missing": str(error)}
    else:
        if question.get("describe"):
            answer = {"name": name, "version": version, "precisions": precisions, "threads": [os.cpu_count(), 1], "peak": peak_memory()}
        else:
            unable = dense_only and not question["layers"]
            answer = {"unable": "it has dense layers alone"} if unable else train(question, build)
    print(json.dumps(answer))


def train(question, build):
    job = Job(question)
    if job.warm_up:
        build(job).run(job.warm_up)
    model = build(job)
    began = time.perf_counter()
    model.run(job.steps)
    seconds = time.perf_counter() - began
    cost = model.cost() if question["cost"] else None
    # JSON knows no NaN
    return {"seconds": seconds, "cost": cost if cost is not None and math.isfinite(cost) else None, "peak": peak_memory()}


def peak_memory():
    """The most memory that this process held at once, in bytes of its resident set; None where the system doesn't say."""
    try:
        import resource
    except ImportError:
        return None
    # kilobytes, on macOS bytes
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


class Job:
    """Data and initial parameters in the job's precision: X (m, n_x), labels (m,), W (n, n_prev), b (n, 1)."""

    def __init__(self, question):
        import numpy as np

        folder = question["folder"]
        self.precision = question["precision"]
        self.folder = folder
        # dense layers, where there are no others
        self.layers = question["layers"]
        self.graph = question["graph"]
        self.optimizer = question["optimizer"]
        self.batch_size = question["batchSize"]
        self.steps = question["steps"]
        self.warm_up = question["warmUp"]
        # the first so many examples tell the cost
        self.cost_examples = question["costExamples"]
        dtype = np.dtype(self.precision)
        x = np.load(os.path.join(folder, "x.npy"))
        self.shape = x.shape[1:]
        self.X = x.reshape(x.shape[0], -1).astype(dtype) / dtype.type(question["scale"])
        self.m = self.X.shape[0]
        self.labels = np.load(os.path.join(folder, "y.npy")).reshape(-1)
        self.parameters = [
            tuple(self.parameter(layer["id"], letter) for letter in "Wb")
            for layer in self.layers or []
        ]
        # an epoch a row
        self.order = None if self.batch_size >= self.m else np.load(os.path.join(folder, "order.npy"))

    def batches(self, steps):
        """The examples of each step: slices of the order, None where a step takes all."""
        per_epoch = -(-self.m // self.batch_size)
        for step in range(steps):
            epoch, place = divmod(step, per_epoch)
            start = place * self.batch_size
            yield None if self.order is None else self.order[epoch % len(self.order)][start : start + self.batch_size]

    def parameter(self, layer, name):
        """A parameter that a layer starts with, None where it has none of that name."""
        import numpy as np

        file = os.path.join(self.folder, f"{layer}.{name}.npy")
        return np.load(file).astype(self.precision) if os.path.exists(file) else None
