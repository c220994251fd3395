"""A network file's layers as torch.nn modules, with parameters from the job's folder. Pictures are (m, C, H, W), series (m, T, n)."""
import torch
from torch import nn

activations = {"relu": nn.ReLU, "tanh": nn.Tanh, "relu6": nn.ReLU6, "gelu": nn.GELU}


def pair(size):
    return (size, size) if isinstance(size, int) else tuple(size)


def tensor(array):
    return torch.from_numpy(array).contiguous()


def convolution(job, layer):
    W = job.parameter(layer["id"], "W")
    depthwise = layer["type"] == "depthwise-conv2d"
    kernel, padding = pair(layer["kernelSize"]), layer["padding"]
    if padding == "same":
        if pair(layer["stride"]) != (1, 1):
            raise ValueError("nn.Conv2d knows 'same' without a stride alone")
    elif padding == "valid":
        padding = 0
    # (f, f, n_C_prev, n_C); of a depthwise one (f, f, n_C, multiplier)
    channels = W.shape[2]
    filters = W.shape[3] * (channels if depthwise else 1)
    conv = nn.Conv2d(channels, filters, kernel, pair(layer["stride"]), padding,
                     groups=channels if depthwise else 1, bias=layer["bias"])
    with torch.no_grad():
        conv.weight.copy_(tensor(W.transpose(2, 3, 0, 1) if depthwise else W.transpose(3, 2, 0, 1)).reshape(conv.weight.shape))
        if layer["bias"]:
            conv.bias.copy_(tensor(job.parameter(layer["id"], "b")).reshape(-1))
    return conv


def linear(job, layer):
    W = job.parameter(layer["id"], "W")
    linear = nn.Linear(W.shape[1], W.shape[0], bias=layer["bias"])
    with torch.no_grad():
        linear.weight.copy_(tensor(W))
        if layer["bias"]:
            linear.bias.copy_(tensor(job.parameter(layer["id"], "b"))[:, 0])
    return linear


def norm(job, layer):
    return nn.BatchNorm2d(job.parameter(layer["id"], "gamma").size, layer["epsilon"], 1 - layer["momentum"])


def pool(kind):
    def make(job, layer):
        stride = layer.get("stride")
        padding = layer.get("padding", 0)
        return kind(pair(layer["poolSize"]), pair(layer["poolSize"] if stride is None else stride), 0 if padding == "valid" else padding)
    return make


class Flatten(nn.Module):
    """In the order of the notes' files: channels last."""

    def forward(self, A):
        return A.permute(0, 2, 3, 1).reshape(A.shape[0], -1) if A.dim() == 4 else A.flatten(1)


class Mean(nn.Module):
    def forward(self, A):
        return A.mean((2, 3))


class LastStep(nn.Module):
    def __init__(self, cell):
        super().__init__()
        self.cell = cell

    def forward(self, A):
        return self.cell(A)[0][:, -1]


def recurrent(kind, gates):
    def make(job, layer):
        if layer["returnSequences"] or layer["bidirectional"] or layer["backwards"]:
            raise ValueError("the bench has recurrent layers forwards, of which the last step goes on")
        Wax, Waa = job.parameter(layer["id"], "Wax"), job.parameter(layer["id"], "Waa")
        n_a = Waa.shape[1]
        cell = kind(Wax.shape[1], n_a, batch_first=True)
        # the course's update gate of a GRU is 1 - PyTorch's
        rows = torch.ones(gates * n_a, 1, dtype=tensor(Wax).dtype)
        if gates == 3:
            rows[n_a:2 * n_a] = -1
        with torch.no_grad():
            cell.weight_ih_l0.copy_(rows * tensor(Wax))
            cell.weight_hh_l0.copy_(rows * tensor(Waa))
            cell.bias_ih_l0.copy_((rows * tensor(job.parameter(layer["id"], "ba")))[:, 0])
            baa = job.parameter(layer["id"], "baa")
            cell.bias_hh_l0.copy_(torch.zeros(gates * n_a) if baa is None else (rows * tensor(baa))[:, 0])
        # the second of two biases that are only ever added
        cell.bias_hh_l0.requires_grad_(baa is not None)
        return LastStep(cell)
    return make


class Embedding(nn.Module):
    def __init__(self, job, layer):
        super().__init__()
        self.weight = nn.Parameter(tensor(job.parameter(layer["id"], "E")))

    def forward(self, A):
        return nn.functional.embedding(A, self.weight)


class Position(nn.Module):
    def __init__(self, job, layer):
        super().__init__()
        self.P = nn.Parameter(tensor(job.parameter(layer["id"], "P")))

    def forward(self, A):
        return A + self.P[: A.shape[1]]


class LayerNorm(nn.LayerNorm):
    def __init__(self, job, layer):
        super().__init__(job.parameter(layer["id"], "gamma").size, layer["epsilon"])


class SelfAttention(nn.Module):
    """As GPT-2 has it: Q, K and V of one product, and PyTorch's own attention."""

    def __init__(self, job, layer):
        super().__init__()
        self.heads, self.causal = layer["heads"], layer["causal"]
        n = job.parameter(layer["id"], "Wo").shape[0]
        self.qkv, self.out = nn.Linear(n, 3 * n), nn.Linear(n, n)
        of = lambda kind: torch.cat([tensor(job.parameter(layer["id"], kind + letter)) for letter in "qkv"])
        with torch.no_grad():
            self.qkv.weight.copy_(of("W"))
            self.qkv.bias.copy_(of("b")[:, 0])
            self.out.weight.copy_(tensor(job.parameter(layer["id"], "Wo")))
            self.out.bias.copy_(tensor(job.parameter(layer["id"], "bo"))[:, 0])

    def split(self, A):
        m, T, n = A.shape
        return [part.reshape(m, T, self.heads, -1).transpose(1, 2) for part in self.qkv(A).split(n, 2)]

    def forward(self, A):
        C = nn.functional.scaled_dot_product_attention(*self.split(A), is_causal=self.causal)
        return self.out(C.transpose(1, 2).reshape(A.shape))


class Add(nn.Module):
    def forward(self, *inputs):
        return sum(inputs[1:], inputs[0])


makers = {
    "conv2d": convolution, "depthwise-conv2d": convolution, "dense": linear, "batch-norm": norm,
    "rnn": recurrent(nn.RNN, 1), "gru": recurrent(nn.GRU, 3), "lstm": recurrent(nn.LSTM, 4),
    "max-pool2d": pool(nn.MaxPool2d), "average-pool2d": pool(nn.AvgPool2d),
    "flatten": lambda *_: Flatten(), "global-average-pool": lambda *_: Mean(), "add": lambda *_: Add(),
    "embedding": Embedding, "position": Position, "layer-norm": LayerNorm, "self-attention": SelfAttention,
    "activation": lambda job, layer: activations[layer["activation"]](),
}


class Graph(nn.Module):
    """The layers of a network file in their order, each with its inputs."""

    def __init__(self, job):
        super().__init__()
        self.steps = []
        self.parts = nn.ModuleList()
        for layer in job.graph:
            if layer["type"] in ("input", "reshape"):
                self.steps.append((layer["id"], layer["inputs"], None))
                continue
            parts = [makers[layer["type"]](job, layer)]
            # the last activation belongs to the loss
            if layer["type"] != "activation" and layer.get("activation") in activations:
                parts.append(activations[layer["activation"]]())
            part = nn.Sequential(*parts) if len(parts) > 1 else parts[0]
            self.parts.append(part)
            self.steps.append((layer["id"], layer["inputs"], part))

    def forward(self, X):
        values = {}
        for name, inputs, part in self.steps:
            given = [values[input] for input in inputs] or [X]
            values[name] = given[0] if part is None else part(*given)
        return values[name]


def asPictures(X, shape):
    """Rows as pictures of a shape (H, W) or (H, W, C): a view (m, C, H, W) whose memory is that of the file, `channels_last`."""
    height, width, *channels = shape
    return X.reshape(len(X), height, width, *(channels or [1])).permute(0, 3, 1, 2)


def ofSeries(job):
    return any(layer["type"] in ("rnn", "gru", "lstm") for layer in job.graph)


def ofTokens(job):
    return job.graph[1]["type"] == "embedding"
