"""NumPy as a course's notes train a network: columns are examples, dictionaries of parameters, caches and gradients, and the
cost in each iteration."""
from protocol.job import serve


def load():
    import numpy as np

    def sigmoid(Z):
        return 1 / (1 + np.exp(-Z))

    def softmax(Z):
        exponentials = np.exp(Z - np.max(Z, axis=0, keepdims=True))
        return exponentials / np.sum(exponentials, axis=0, keepdims=True)

    activate = {"sigmoid": sigmoid, "softmax": softmax, "tanh": np.tanh, "relu": lambda Z: np.maximum(0, Z)}
    slope = {"tanh": lambda A: 1 - np.square(A), "relu": lambda A: A > 0}

    class Network:
        def __init__(self, job):
            self.job = job
            self.activations = [layer["activation"] for layer in job.layers]
            self.L = len(job.layers)
            self.X = job.X.T
            classes = job.layers[-1]["units"]
            if classes == 1:
                self.Y = job.labels.reshape(1, -1).astype(job.precision)
            else:
                self.Y = np.eye(classes, dtype=job.precision)[job.labels].T
            self.parameters = {}
            for l, (W, b) in enumerate(job.parameters, 1):
                self.parameters[f"W{l}"] = W.copy()
                self.parameters[f"b{l}"] = b.copy()
            self.averages = {name: (np.zeros_like(p), np.zeros_like(p)) for name, p in self.parameters.items()}

        def forward(self, X):
            cache = {"A0": X}
            A = X
            for l, activation in enumerate(self.activations, 1):
                Z = np.dot(self.parameters[f"W{l}"], A) + self.parameters[f"b{l}"]
                A = activate[activation](Z)
                cache[f"A{l}"] = A
            return A, cache

        def compute_cost(self, A, Y):
            m = Y.shape[1]
            if self.activations[-1] == "softmax":
                return float(-np.sum(Y * np.log(A)) / m)
            return float(-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m)

        def backward(self, cache, Y):
            m = Y.shape[1]
            gradients = {}
            dZ = cache[f"A{self.L}"] - Y
            for l in range(self.L, 0, -1):
                gradients[f"W{l}"] = np.dot(dZ, cache[f"A{l - 1}"].T) / m
                gradients[f"b{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
                if l > 1:
                    dA = np.dot(self.parameters[f"W{l}"].T, dZ)
                    dZ = dA * slope[self.activations[l - 2]](cache[f"A{l - 1}"])
            return gradients

        def descend(self, gradients, rate):
            for name, gradient in gradients.items():
                self.parameters[name] -= rate * gradient

        def adam(self, gradients, rate, t, beta1=0.9, beta2=0.999, epsilon=1e-8):
            for name, gradient in gradients.items():
                v, s = self.averages[name]
                v *= beta1
                v += (1 - beta1) * gradient
                s *= beta2
                s += (1 - beta2) * np.square(gradient)
                step = v / (1 - beta1**t) / (np.sqrt(s / (1 - beta2**t)) + epsilon)
                self.parameters[name] -= rate * step

        def run(self, steps):
            optimizer = self.job.optimizer
            for t, batch in enumerate(self.job.batches(steps), 1):
                # rows of X.T, which lie one after the other in memory
                X = self.X if batch is None else self.job.X[batch].T
                Y = self.Y if batch is None else self.Y[:, batch]
                A, cache = self.forward(X)
                self.compute_cost(A, Y)
                gradients = self.backward(cache, Y)
                if optimizer["type"] == "adam":
                    self.adam(gradients, optimizer["learningRate"], t)
                else:
                    self.descend(gradients, optimizer["learningRate"])

        def cost(self):
            n = self.job.cost_examples
            return self.compute_cost(self.forward(self.X[:, :n])[0], self.Y[:, :n])

    return "NumPy", np.__version__, ["float32", "float64"], Network


serve(load, dense_only=True)
