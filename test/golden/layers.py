"""What PyTorch computes for layers, in float64: layers.json, which test/core/layers/parity.test.ts is held to.

    python test/golden/layers.py > test/golden/layers.json

needs PyTorch (recorded with 2.13.0) and NumPy. Each case is a small network of Layerwise's file format on random examples with
random parameters, its cost the mean squared error against random targets: so the gradients of the parameters before the
layer depend on the gradient that the layer passes on. Arrays lie as Layerwise's files hold them: pictures (m, n_H, n_W, n_C),
W (f, f, n_C_prev, n_C).
"""
import json

import numpy as np
import torch
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(7)


def pair(size):
    return (size, size) if isinstance(size, int) else tuple(size)


def same(size, kernel, stride, dilation):
    """Padding before and after, the odd one after, so that the output has ceil(size / stride) places."""
    total = max(0, (-(-size // stride) - 1) * stride + (kernel - 1) * dilation + 1 - size)
    return total // 2, total - total // 2


def padded(A, layer, kernel, stride, dilation, value):
    """A (m, C, …) with what `padding` asks for around each of its places."""
    padding = layer.get("padding", "valid")
    sizes = A.shape[2:]
    if padding == "valid":
        return A
    if padding == "same":
        around = [same(*each) for each in zip(sizes, kernel, stride, dilation)]
    else:
        each = [padding] * len(sizes) if isinstance(padding, int) else padding
        around = [(one, one) for one in each]
    return F.pad(A, [n for before, after in reversed(around) for n in (before, after)], value=value)


def window(layer, rank, key):
    size = [layer[key]] * rank if isinstance(layer[key], int) else list(layer[key])
    default = size if key == "poolSize" else [1] * rank
    stride = layer.get("stride", default)
    stride = [stride] * rank if isinstance(stride, int) else list(stride)
    dilation = layer.get("dilation", 1)
    dilation = [dilation] * rank if isinstance(dilation, int) else list(dilation)
    return size, stride, dilation


def last(A):
    """(m, C, …) to (m, …, C)."""
    return A.movedim(1, -1)


def first(A):
    return A.movedim(-1, 1)


def act(name, A, axis=-1):
    return {
        "linear": lambda: A, "relu": lambda: torch.relu(A), "tanh": lambda: torch.tanh(A),
        "sigmoid": lambda: torch.sigmoid(A), "relu6": lambda: F.relu6(A), "elu": lambda: F.elu(A), "gelu": lambda: F.gelu(A),
        "silu": lambda: F.silu(A), "softplus": lambda: F.softplus(A), "hard-swish": lambda: F.hardswish(A),
        "softmax": lambda: torch.softmax(A, axis), "leaky-relu": lambda: F.leaky_relu(A, 0.01),
    }[name]()


class Net:
    def __init__(self, layers):
        self.layers = layers
        self.parameters = {}
        self.states = {}

    def parameter(self, layer, name, shape):
        key = f"{layer['id']}.{name}"
        if key not in self.parameters:
            scale = 1 / np.sqrt(max(1, np.prod(shape[:-1]))) if name == "W" else 0.3
            start = 1 if name == "gamma" else 0
            self.parameters[key] = (start + scale * torch.randn(*shape)).requires_grad_()
        return self.parameters[key]

    def forward(self, X):
        values = {}
        before = None
        for layer in self.layers:
            names = layer.get("inputs") or ([before] if before else [])
            given = [values[name] for name in names]
            values[layer["id"]] = X if layer["type"] == "input" else getattr(self, layer["type"].replace("-", "_"))(layer, *given)
            before = layer["id"]
        return values[before]

    def dense(self, layer, A):
        W = self.parameter(layer, "W", (layer["units"], A.shape[-1]))
        b = self.parameter(layer, "b", (layer["units"], 1)) if layer.get("bias", True) else None
        Z = A @ W.T + (b[:, 0] if b is not None else 0)
        return act(layer.get("activation", "linear"), Z)

    def flatten(self, layer, A):
        return A.reshape(A.shape[0], -1)

    def convolution(self, layer, A, rank):
        kernel, stride, dilation = window(layer, rank, "kernelSize")
        groups = layer.get("groups", 1)
        n = layer["filters"]
        W = self.parameter(layer, "W", (*kernel, A.shape[-1] // groups, n))
        b = self.parameter(layer, "b", (*[1] * rank, 1, n)) if layer.get("bias", True) else None
        convolve = F.conv2d if rank == 2 else F.conv1d
        weight = W.movedim(-1, 0).movedim(-1, 1)
        Z = convolve(padded(first(A), layer, kernel, stride, dilation, 0), weight, None if b is None else b.reshape(-1),
                     tuple(stride), 0, tuple(dilation), groups)
        return act(layer.get("activation", "linear"), last(Z))

    def conv2d(self, layer, A):
        return self.convolution(layer, A, 2)

    def conv1d(self, layer, A):
        return self.convolution(layer, A, 1)

    def depthwise_conv2d(self, layer, A):
        kernel, stride, dilation = window(layer, 2, "kernelSize")
        C = A.shape[-1]
        times = layer.get("depthMultiplier", 1)
        W = self.parameter(layer, "W", (*kernel, C, times))
        b = self.parameter(layer, "b", (1, 1, 1, C * times)) if layer.get("bias", True) else None
        weight = W.permute(2, 3, 0, 1).reshape(C * times, 1, *kernel)
        Z = F.conv2d(padded(first(A), layer, kernel, stride, dilation, 0), weight, None if b is None else b.reshape(-1),
                     tuple(stride), 0, tuple(dilation), C)
        return act(layer.get("activation", "linear"), last(Z))

    def conv2d_transpose(self, layer, A):
        """The gradient of a convolution by its input: n_H = (n_H_prev - 1)*s - 2p + f, of 'same' n_H_prev*s."""
        kernel, stride, dilation = window(layer, 2, "kernelSize")
        n = layer["filters"]
        W = self.parameter(layer, "W", (*kernel, n, A.shape[-1]))
        b = self.parameter(layer, "b", (1, 1, 1, n)) if layer.get("bias", True) else None
        padding = layer.get("padding", "valid")
        # (C_prev, n, f, f)
        Z = F.conv_transpose2d(first(A), W.permute(3, 2, 0, 1), None, tuple(stride), 0, 0, 1, tuple(dilation))
        sizes = A.shape[1:3]
        around = []
        for size, f, s, d in zip(sizes, kernel, stride, dilation):
            if padding == "same":
                around.append(same(size * s, f, s, d))
            else:
                p = 0 if padding == "valid" else padding
                around.append((p, p))
        (top, bottom), (left, right) = around
        if padding == "same":
            want = [size * s for size, s in zip(sizes, stride)]
            # where the kernel is smaller than the stride there is nothing to cut, but zeros are missing at the end
            Z = F.pad(Z, (0, max(0, want[1] + left + right - Z.shape[3]), 0, max(0, want[0] + top + bottom - Z.shape[2])))
        Z = Z[:, :, top:Z.shape[2] - bottom, left:Z.shape[3] - right]
        if b is not None:
            Z = Z + b.reshape(1, -1, 1, 1)
        return act(layer.get("activation", "linear"), last(Z))

    def pooled(self, layer, A, rank, kind):
        size, stride, _ = window(layer, rank, "poolSize")
        one = [1] * rank
        if kind == "max":
            pool = F.max_pool2d if rank == 2 else F.max_pool1d
            return last(pool(padded(first(A), layer, size, stride, one, -np.inf), tuple(size), tuple(stride)))
        # an average of what is there: padding isn't counted
        pool = F.avg_pool2d if rank == 2 else F.avg_pool1d
        sums = pool(padded(first(A), layer, size, stride, one, 0), tuple(size), tuple(stride))
        counts = pool(padded(torch.ones_like(first(A)), layer, size, stride, one, 0), tuple(size), tuple(stride))
        return last(sums / counts)

    def max_pool2d(self, layer, A):
        return self.pooled(layer, A, 2, "max")

    def average_pool2d(self, layer, A):
        return self.pooled(layer, A, 2, "average")

    def max_pool1d(self, layer, A):
        return self.pooled(layer, A, 1, "max")

    def average_pool1d(self, layer, A):
        return self.pooled(layer, A, 1, "average")

    def global_average_pool(self, layer, A):
        return A.mean(tuple(range(1, A.dim() - 1)))

    def global_max_pool(self, layer, A):
        return A.amax(tuple(range(1, A.dim() - 1)))

    def batch_norm(self, layer, A):
        C = A.shape[-1]
        gamma, beta = self.parameter(layer, "gamma", (1, C)), self.parameter(layer, "beta", (1, C))
        momentum = layer.get("momentum", 0.9)
        mean, variance = torch.zeros(C), torch.ones(C)
        out = F.batch_norm(A.reshape(-1, C), mean, variance, gamma[0], beta[0], True, 1 - momentum, layer.get("epsilon", 1e-5))
        count = A.numel() // C
        # PyTorch keeps the variance as count / (count - 1) of what it divides by
        kept = momentum + (variance - momentum) * (count - 1) / count
        self.states[layer["id"]] = {"mean": mean, "variance": kept}
        return out.reshape(A.shape)

    def layer_norm(self, layer, A):
        """Over the channels of each place, as for vectors over all values."""
        C = A.shape[-1]
        gamma, beta = self.parameter(layer, "gamma", (1, C)), self.parameter(layer, "beta", (1, C))
        return F.layer_norm(A, (C,), gamma[0], beta[0], layer.get("epsilon", 1e-5))

    def group_norm(self, layer, A):
        C = A.shape[-1]
        gamma, beta = self.parameter(layer, "gamma", (1, C)), self.parameter(layer, "beta", (1, C))
        return last(F.group_norm(first(A), layer["groups"], gamma[0], beta[0], layer.get("epsilon", 1e-5)))

    def activation(self, layer, A):
        return act(layer["activation"], A)

    def add(self, layer, *inputs):
        return sum(inputs)

    def multiply(self, layer, *inputs):
        out = inputs[0]
        for A in inputs[1:]:
            out = out * A
        return out

    def average(self, layer, *inputs):
        return sum(inputs) / len(inputs)

    def maximum(self, layer, *inputs):
        out = inputs[0]
        for A in inputs[1:]:
            out = torch.maximum(out, A)
        return out

    def embedding(self, layer, X):
        E = self.parameter(layer, "E", (layer["vocabulary"], layer["size"]))
        return F.embedding(X.long().reshape(X.shape[0], -1), E)

    def recurrent(self, layer, A, module, gates):
        """What module makes of series (m, T, n), its weights ours: one bias, and of a GRU two; the course's update gate is 1 - PyTorch's."""
        n, n_a = A.shape[-1], layer["units"]
        both, back, bias = layer.get("bidirectional", False), layer.get("backwards", False), layer.get("bias", True)
        cell = module(n, n_a, batch_first=True, bidirectional=both, bias=bias)
        update = torch.ones(gates * n_a, 1)
        if gates == 3:
            update[n_a:2 * n_a] = -1
        given = {}
        for suffix, way in [("", ""), ("Back", "_reverse")][:2 if both else 1]:
            own = lambda name, columns: update * self.parameter(layer, name + suffix, (gates * n_a, columns))
            given[f"weight_ih_l0{way}"] = own("Wax", n)
            given[f"weight_hh_l0{way}"] = own("Waa", n_a)
            if bias:
                given[f"bias_ih_l0{way}"] = own("ba", 1)[:, 0]
                given[f"bias_hh_l0{way}"] = own("baa", 1)[:, 0] if gates == 3 else torch.zeros(gates * n_a)
        steps, state = torch.func.functional_call(cell, given, (A.flip(1) if back else A,))
        if layer.get("returnSequences", False):
            return steps.flip(1) if back else steps
        state = state[0] if isinstance(state, tuple) else state
        return state.movedim(0, 1).reshape(A.shape[0], -1)

    def rnn(self, layer, A):
        return self.recurrent(layer, A, torch.nn.RNN, 1)

    def gru(self, layer, A):
        return self.recurrent(layer, A, torch.nn.GRU, 3)

    def lstm(self, layer, A):
        return self.recurrent(layer, A, torch.nn.LSTM, 4)

    def position(self, layer, A):
        T, n = A.shape[1:]
        if layer.get("kind", "learned") == "learned":
            return A + self.parameter(layer, "P", (T, n))
        j = torch.arange(n)
        angle = torch.arange(T)[:, None] / 10000 ** ((j - j % 2) / n)
        return A + torch.where(j % 2 == 0, torch.sin(angle), torch.cos(angle))

    def attention(self, layer, A, B, causal):
        """What nn.MultiheadAttention makes of series (m, T, n), with our weights, held one by one and not one below the other."""
        n, n_k, bias = A.shape[-1], B.shape[-1], layer.get("bias", True)
        module = torch.nn.MultiheadAttention(n, layer.get("heads", 1), bias=bias, batch_first=True, kdim=n_k, vdim=n_k)
        W, b = {}, {}
        for letter, width in [("q", n), ("k", n_k), ("v", n_k), ("o", n)]:
            W[letter] = self.parameter(layer, f"W{letter}", (n, width))
            b[letter] = self.parameter(layer, f"b{letter}", (n, 1))[:, 0] if bias else None
        given = {"out_proj.weight": W["o"]}
        if n == n_k:
            given["in_proj_weight"] = torch.cat([W["q"], W["k"], W["v"]])
        else:
            given.update({f"{letter}_proj_weight": W[letter] for letter in "qkv"})
        if bias:
            given.update({"in_proj_bias": torch.cat([b["q"], b["k"], b["v"]]), "out_proj.bias": b["o"]})
        T = A.shape[1]
        mask = torch.triu(torch.ones(T, T, dtype=torch.bool), 1) if causal else None
        return torch.func.functional_call(module, given, (A, B, B), {"attn_mask": mask, "need_weights": False})[0]

    def self_attention(self, layer, A):
        return self.attention(layer, A, A, layer.get("causal", False))

    def cross_attention(self, layer, A, B):
        return self.attention(layer, A, B, False)

    def reshape(self, layer, A):
        return A.reshape(A.shape[0], *layer["shape"])


def shape(X):
    return list(X.shape[1:])


picture = {"id": "input", "type": "input"}
#: a 1×1 convolution before the layer: its gradients tell the gradient that the layer passes on
pointwise = {"id": "pre", "type": "conv2d", "filters": 3, "kernelSize": 1, "activation": "tanh"}
vector = {"id": "pre", "type": "dense", "units": 5, "activation": "tanh"}
along = {"id": "pre", "type": "conv1d", "filters": 3, "kernelSize": 1, "activation": "tanh"}

cases = []


def case(title, size, layers, m=3, X=None):
    X = torch.randn(m, *size) if X is None else X
    layers = [{"id": "input", "type": "input", "shape": list(size)}, *layers]
    net = Net(layers)
    with torch.no_grad():
        out = net.forward(X)
    Y = torch.randn(*out.shape)
    net.states = {}
    out = net.forward(X)
    cost = ((out - Y) ** 2).mean()
    cost.backward()
    record = {
        "title": title, "layers": layers, "m": m, "x": flat(X), "y": flat(Y),
        "output": {"shape": list(out.shape[1:]), "data": flat(out)}, "cost": cost.item(),
        "parameters": {name: {"shape": list(p.shape), "data": flat(p), "gradient": flat(p.grad)} for name, p in net.parameters.items()},
        "states": {name: {key: flat(value) for key, value in state.items()} for name, state in net.states.items()},
    }
    cases.append(record)


def flat(array):
    return [float(value) for value in array.detach().reshape(-1)]


def conv(**fields):
    return {"id": "it", "type": "conv2d", "filters": 4, "kernelSize": 3, **fields}


case("conv2d, valid", (5, 6, 2), [pointwise, conv()])
case("conv2d, same", (5, 6, 2), [pointwise, conv(padding="same", activation="relu")])
case("conv2d, same, even kernel", (5, 4, 2), [pointwise, conv(kernelSize=[2, 4], padding="same")])
case("conv2d, stride 2, same, even size", (6, 8, 2), [pointwise, conv(stride=2, padding="same")])
case("conv2d, stride 2, leaves a pixel over", (6, 7, 2), [pointwise, conv(stride=2)])
case("conv2d, stride [2, 3], padding [1, 2]", (7, 8, 2), [pointwise, conv(kernelSize=[3, 5], stride=[2, 3], padding=[1, 2])])
case("conv2d, padding 2", (4, 5, 2), [pointwise, conv(padding=2, activation="tanh")])
case("conv2d, dilation 2", (7, 8, 2), [pointwise, conv(dilation=2)])
case("conv2d, dilation [1, 2], same, stride 2", (7, 8, 2), [pointwise, conv(dilation=[1, 2], padding="same", stride=2)])
case("conv2d, groups", (5, 5, 2), [{**pointwise, "filters": 4}, conv(filters=6, groups=2)])
case("conv2d, without bias", (5, 5, 2), [pointwise, conv(bias=False)])
case("conv2d, on one channel, softmax over channels", (6, 6, 1), [conv(kernelSize=5, activation="softmax")])
case("conv2d, 17 filters of 9 channels", (6, 5, 9), [conv(filters=17, padding="same")])
case("conv2d, 3 channels, stride 2, kernel 7", (12, 11, 3), [conv(kernelSize=7, stride=2, padding=3, filters=8)])
case("two conv2d and a dense layer", (8, 8, 2), [
    {"id": "a", "type": "conv2d", "filters": 3, "kernelSize": 3, "activation": "relu"},
    {"id": "b", "type": "conv2d", "filters": 4, "kernelSize": 3, "stride": 2, "padding": "same", "activation": "tanh"},
    {"id": "flat", "type": "flatten"}, {"id": "out", "type": "dense", "units": 2, "activation": "linear"}])
case("conv1d, same", (7, 2), [along, {"id": "it", "type": "conv1d", "filters": 4, "kernelSize": 3, "padding": "same", "activation": "relu"}])
case("conv1d, stride 2, dilation 2", (9, 2), [along, {"id": "it", "type": "conv1d", "filters": 4, "kernelSize": 2, "stride": 2, "dilation": 2}])
case("depthwise-conv2d, same", (5, 6, 2), [pointwise, {"id": "it", "type": "depthwise-conv2d", "kernelSize": 3, "padding": "same"}])
case("depthwise-conv2d, stride 2, padding 1", (6, 7, 2), [{**pointwise, "filters": 6}, {"id": "it", "type": "depthwise-conv2d", "kernelSize": 3, "stride": 2, "padding": 1, "activation": "relu"}])
case("depthwise-conv2d, two filters a channel", (5, 5, 2), [pointwise, {"id": "it", "type": "depthwise-conv2d", "kernelSize": [2, 3], "depthMultiplier": 2}])
case("conv2d-transpose, valid", (3, 4, 2), [pointwise, {"id": "it", "type": "conv2d-transpose", "filters": 4, "kernelSize": 3, "stride": 2}])
case("conv2d-transpose, same", (3, 4, 2), [pointwise, {"id": "it", "type": "conv2d-transpose", "filters": 4, "kernelSize": 3, "stride": 2, "padding": "same"}])
case("conv2d-transpose, padding 1", (4, 4, 2), [pointwise, {"id": "it", "type": "conv2d-transpose", "filters": 2, "kernelSize": 4, "stride": 2, "padding": 1, "activation": "tanh"}])
case("max-pool2d", (6, 7, 2), [pointwise, {"id": "it", "type": "max-pool2d", "poolSize": 2}])
case("max-pool2d, overlapping, padded", (7, 7, 2), [pointwise, {"id": "it", "type": "max-pool2d", "poolSize": 3, "stride": 2, "padding": 1}])
case("max-pool2d, same", (5, 6, 2), [pointwise, {"id": "it", "type": "max-pool2d", "poolSize": [2, 3], "stride": 2, "padding": "same"}])
case("average-pool2d", (6, 7, 2), [pointwise, {"id": "it", "type": "average-pool2d", "poolSize": 2}])
case("average-pool2d, same: padding isn’t counted", (5, 6, 2), [pointwise, {"id": "it", "type": "average-pool2d", "poolSize": 3, "stride": 2, "padding": "same"}])
case("max-pool1d", (9, 2), [along, {"id": "it", "type": "max-pool1d", "poolSize": 3, "stride": 2}])
case("average-pool1d", (9, 2), [along, {"id": "it", "type": "average-pool1d", "poolSize": 2}])
case("global-average-pool", (4, 5, 2), [pointwise, {"id": "it", "type": "global-average-pool"}])
case("global-max-pool", (4, 5, 2), [pointwise, {"id": "it", "type": "global-max-pool"}])
case("batch-norm of vectors", (4,), [vector, {"id": "it", "type": "batch-norm"}], m=6)
case("batch-norm of pictures", (4, 3, 2), [pointwise, {"id": "it", "type": "batch-norm", "momentum": 0.8, "epsilon": 0.001}], m=4)
case("layer-norm of vectors", (4,), [vector, {"id": "it", "type": "layer-norm"}])
case("layer-norm of pictures", (3, 3, 2), [pointwise, {"id": "it", "type": "layer-norm"}])
case("group-norm", (3, 4, 2), [{**pointwise, "filters": 6}, {"id": "it", "type": "group-norm", "groups": 3}])
case("instance norm is group-norm with as many groups as channels", (3, 4, 2), [pointwise, {"id": "it", "type": "group-norm", "groups": 3}])
case("a residual block", (6, 6, 3), [
    {"id": "a", "type": "conv2d", "filters": 3, "kernelSize": 3, "padding": "same", "bias": False},
    {"id": "norm", "type": "batch-norm"}, {"id": "relu", "type": "activation", "activation": "relu"},
    {"id": "b", "type": "conv2d", "filters": 3, "kernelSize": 3, "padding": "same"},
    {"id": "sum", "type": "add", "inputs": ["b", "input"]}, {"id": "out", "type": "activation", "activation": "relu"}], m=4)

case("dense at each step of series", (5, 2), [along, {"id": "it", "type": "dense", "units": 4, "activation": "tanh"}])
case("dense at each step, softmax", (4, 3), [along, {"id": "it", "type": "dense", "units": 5, "activation": "softmax"}])
case("dense on a series of one step", (1, 3), [along, {"id": "it", "type": "dense", "units": 2, "bias": False}])
tokens = {"id": "it", "type": "embedding", "vocabulary": 7, "size": 3}
#: indices that come again within an example and between examples, and some that don't come
case("embedding", (4,), [tokens, {"id": "out", "type": "conv1d", "filters": 2, "kernelSize": 2, "activation": "tanh"}],
     X=torch.tensor([[0., 6, 2, 2], [2, 5, 6, 0], [2, 2, 2, 1]]))
case("embedding of a column of tokens, more values than a vector", (3, 1), [{**tokens, "size": 9}, {"id": "flat", "type": "flatten"},
     {"id": "out", "type": "dense", "units": 2, "activation": "softmax"}], X=torch.tensor([[[4.], [4], [1]], [[3], [4], [6]]]), m=2)
for kind in ["rnn", "gru", "lstm"]:
    it = {"id": "it", "type": kind}
    case(f"{kind}, the last step", (5, 2), [along, {**it, "units": 4}])
    case(f"{kind}, every step", (5, 2), [along, {**it, "units": 4, "returnSequences": True}])
    case(f"{kind}, without bias, more units than a vector", (4, 3), [along, {**it, "units": 9, "bias": False}])
    case(f"{kind}, backwards, every step", (4, 2), [along, {**it, "units": 3, "backwards": True, "returnSequences": True}])
    case(f"{kind}, backwards, the last step", (4, 2), [along, {**it, "units": 3, "backwards": True}])
    case(f"{kind}, both ways, every step", (4, 2), [along, {**it, "units": 3, "bidirectional": True, "returnSequences": True}])
    case(f"{kind}, both ways, the last step", (4, 2), [along, {**it, "units": 5, "bidirectional": True}])
    case(f"{kind} of one step", (1, 2), [along, {**it, "units": 3}])
    case(f"two {kind}, one after the other, of more examples than a tile has rows", (6, 3), [
        {**it, "id": "first", "units": 17, "returnSequences": True}, {**it, "id": "second", "units": 6},
        {"id": "out", "type": "dense", "units": 2, "activation": "linear"}], m=11)

case("position, learnt", (4, 2), [along, {"id": "it", "type": "position"}])
case("position, sines and cosines", (5, 2), [along, {"id": "it", "type": "position", "kind": "sinusoidal"}])
attention = {"id": "it", "type": "self-attention"}
wide = {**along, "filters": 6}
case("self-attention, one head", (5, 2), [along, attention])
case("self-attention, three heads", (5, 2), [wide, {**attention, "heads": 3}])
case("self-attention that sees no later step", (5, 2), [wide, {**attention, "heads": 2, "causal": True}])
case("self-attention, without bias", (4, 2), [wide, {**attention, "heads": 2, "bias": False}])
case("self-attention on a series of one step", (1, 2), [wide, {**attention, "heads": 2}])
case("self-attention, more steps than a tile has columns", (19, 2), [{**along, "filters": 8}, {**attention, "heads": 2, "causal": True}], m=2)
case("cross-attention of series of other lengths and widths", (6, 2), [
    {**wide, "id": "x"}, {**along, "id": "y", "kernelSize": 3, "inputs": ["input"]},
    {"id": "it", "type": "cross-attention", "heads": 2, "inputs": ["x", "y"]}])
case("cross-attention of series of one width", (6, 2), [
    {**along, "id": "x"}, {**along, "id": "y", "kernelSize": 2, "inputs": ["input"]},
    {"id": "it", "type": "cross-attention", "inputs": ["y", "x"]}])
case("a transformer block", (4, 3), [
    {**along, "id": "x", "filters": 6}, {"id": "place", "type": "position"},
    {"id": "normA", "type": "layer-norm"}, {**attention, "heads": 2, "causal": True},
    {"id": "sumA", "type": "add", "inputs": ["it", "place"]}, {"id": "normB", "type": "layer-norm"},
    {"id": "wide", "type": "dense", "units": 12, "activation": "gelu"}, {"id": "back", "type": "dense", "units": 6, "activation": "linear"},
    {"id": "sumB", "type": "add", "inputs": ["back", "sumA"]}])

# a case a line
print(f'{{"pytorch": "{torch.__version__}", "cases": [\n' + ",\n".join(map(json.dumps, cases)) + "\n]}")
