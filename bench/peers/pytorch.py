"""PyTorch in its usual form: torch.nn modules, a loss that takes logits, torch.optim. The data are one tensor, batches are
picked from it by index; the number of threads comes from OMP_NUM_THREADS."""
from protocol.job import serve


def load():
    import torch
    from torch import nn

    activations = {"relu": nn.ReLU, "tanh": nn.Tanh}
    optimizers = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}

    class Network:
        def __init__(self, job):
            self.job = job
            dtype = getattr(torch, job.precision)
            self.X = torch.from_numpy(job.X)
            self.order = None if job.order is None else torch.from_numpy(job.order.astype("int64"))
            labels = torch.from_numpy(job.labels)
            binary = job.layers[-1]["activation"] == "sigmoid"
            self.Y = labels.to(dtype).reshape(-1, 1) if binary else labels.to(torch.int64)
            self.loss = nn.BCEWithLogitsLoss() if binary else nn.CrossEntropyLoss()
            modules = []
            for layer, (W, b) in zip(job.layers, job.parameters):
                linear = nn.Linear(W.shape[1], W.shape[0], dtype=dtype)
                with torch.no_grad():
                    linear.weight.copy_(torch.from_numpy(W))
                    linear.bias.copy_(torch.from_numpy(b[:, 0]))
                modules.append(linear)
                if layer["activation"] in activations:
                    modules.append(activations[layer["activation"]]())
            self.network = nn.Sequential(*modules)
            optimizer = job.optimizer
            self.optimizer = optimizers[optimizer["type"]](self.network.parameters(), lr=optimizer["learningRate"])

        def run(self, steps):
            job = self.job
            per_epoch = -(-job.m // job.batch_size)
            for step in range(steps):
                if self.order is None:
                    X, Y = self.X, self.Y
                else:
                    start = step % per_epoch * job.batch_size
                    batch = self.order[start : start + job.batch_size]
                    X, Y = self.X.index_select(0, batch), self.Y.index_select(0, batch)
                self.optimizer.zero_grad(set_to_none=True)
                self.loss(self.network(X), Y).backward()
                self.optimizer.step()

        def cost(self):
            with torch.no_grad():
                n = self.job.cost_examples
                return self.loss(self.network(self.X[:n]), self.Y[:n]).item()

    return "PyTorch", torch.__version__, ["float32"], Network


serve(load)
