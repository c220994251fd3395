"""PyTorch in its usual form: torch.nn modules, a loss that takes logits, torch.optim. The data are one tensor, batches are
picked from it by index; the number of threads comes from OMP_NUM_THREADS. Pictures lie as torch.nn wants them, (m, C, H, W),
in its memory format `channels_last`, which is the quicker of the two on a CPU for what is measured here."""
from protocol.job import serve


def load():
    import torch
    from torch import nn

    from protocol.torchGraph import Graph, asPictures, ofSeries

    optimizers = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}

    class Network:
        def __init__(self, job):
            self.job = job
            dtype = getattr(torch, job.precision)
            last = job.graph[-1]["activation"]
            ofPictures = not job.layers and not ofSeries(job)
            self.X = torch.from_numpy(job.X)
            self.network = Graph(job).to(dtype)
            if ofSeries(job):
                self.X = self.X.reshape(job.m, *job.shape)
            if ofPictures:
                self.X = asPictures(self.X, job.shape)
                self.network = self.network.to(memory_format=torch.channels_last)
            self.order = None if job.order is None else torch.from_numpy(job.order.astype("int64"))
            labels = torch.from_numpy(job.labels)
            binary = last == "sigmoid"
            self.Y = labels.to(dtype).reshape(-1, 1) if binary else labels.to(torch.int64)
            self.loss = nn.BCEWithLogitsLoss() if binary else nn.CrossEntropyLoss()
            optimizer = job.optimizer
            self.optimizer = optimizers[optimizer["type"]](self.network.parameters(), lr=optimizer["learningRate"])

        def run(self, steps):
            job = self.job
            per_epoch = -(-job.m // job.batch_size)
            self.network.train()
            for step in range(steps):
                if self.order is None:
                    X, Y = self.X, self.Y
                else:
                    epoch, place = divmod(step, per_epoch)
                    start = place * job.batch_size
                    batch = self.order[epoch % len(self.order), start : start + job.batch_size]
                    X, Y = self.X.index_select(0, batch), self.Y.index_select(0, batch)
                self.optimizer.zero_grad(set_to_none=True)
                self.loss(self.network(X), Y).backward()
                self.optimizer.step()

        def cost(self):
            self.network.eval()
            with torch.no_grad():
                n = self.job.cost_examples
                return self.loss(self.network(self.X[:n]), self.Y[:n]).item()

    return "PyTorch", torch.__version__, ["float32"], Network


serve(load)
