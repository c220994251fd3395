"""PyTorch in its usual form: torch.nn modules, a loss that takes logits, torch.optim. The data are one tensor, batches are
picked from it by index; the number of threads comes from OMP_NUM_THREADS. Pictures lie as torch.nn wants them, (m, C, H, W),
in its memory format `channels_last`, which is the quicker of the two on a CPU for what is measured here."""
from protocol.job import serve


def load():
    import torch
    from torch import nn

    from protocol.torchGraph import Embedding, Graph, asPictures, ofSeries, ofTokens

    optimizers = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}

    def decaying(network, decay):
        """Weights and vectors of tokens decay; biases, norms and positions don't."""
        weights = {layer.weight for layer in network.modules() if isinstance(layer, (nn.Linear, Embedding))}
        others = [parameter for parameter in network.parameters() if parameter not in weights]
        return [{"params": list(weights), "weight_decay": decay}, {"params": others, "weight_decay": 0}]

    class Network:
        def __init__(self, job):
            self.job = job
            dtype = getattr(torch, job.precision)
            last = job.graph[-1]["activation"]
            ofPictures = not job.layers and not ofSeries(job) and not ofTokens(job)
            self.X = torch.from_numpy(job.X)
            self.network = Graph(job).to(dtype)
            if ofSeries(job):
                self.X = self.X.reshape(job.m, *job.shape)
            if ofTokens(job):
                self.X = self.X.to(torch.int64)
            if ofPictures:
                self.X = asPictures(self.X, job.shape)
                self.network = self.network.to(memory_format=torch.channels_last)
            self.order = None if job.order is None else torch.from_numpy(job.order.astype("int64"))
            labels = torch.from_numpy(job.labels)
            binary = last == "sigmoid"
            self.Y = labels.to(dtype).reshape(-1, 1) if binary else labels.to(torch.int64)
            # a label at each step, or one
            if ofTokens(job):
                self.Y = self.Y.reshape(job.m, -1)
            self.loss = nn.BCEWithLogitsLoss() if binary else nn.CrossEntropyLoss()
            optimizer = job.optimizer
            if optimizer["type"] == "adamw":
                groups = decaying(self.network, optimizer.get("weightDecay", 0.01))
                self.optimizer = torch.optim.AdamW(groups, lr=optimizer["learningRate"], fused=True)
            else:
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
                self.cost_of(X, Y).backward()
                self.optimizer.step()

        def cost_of(self, X, Y):
            Z = self.network(X)
            return self.loss(Z.flatten(0, 1), Y.flatten()) if ofTokens(self.job) else self.loss(Z, Y)

        def cost(self):
            self.network.eval()
            with torch.no_grad():
                n = self.job.cost_examples
                return self.cost_of(self.X[:n], self.Y[:n]).item()

    return "PyTorch", torch.__version__, ["float32"], Network


serve(load)
