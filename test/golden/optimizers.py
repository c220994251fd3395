"""Prints the parameters that test/core/train/optimizers.test.ts compares with: the course's formulas in NumPy 1.24."""
import json
import numpy as np

def net(update, batches, steps, slots):
    r = np.random.RandomState(4)
    W1 = r.randn(3, 2) / np.sqrt(2); W2 = r.randn(2, 3) / np.sqrt(3)
    P = [W1, np.zeros((3, 1)), W2, np.zeros((2, 1))]
    state = [[np.zeros_like(p) for _ in range(slots)] for p in P]
    d = np.random.RandomState(9)
    X = d.randn(10, 2).T
    Y = np.array([[np.sin(a) + b, a * b] for a, b in X.T]).T
    costs = []
    for t in range(1, steps + 1):
        per = -(-10 // batches)
        epoch, place = divmod(t - 1, -(-10 // per))
        order = np.arange(10) if batches == 1 else np.random.RandomState([4, epoch]).permutation(10)
        ix = order[place * per:(place + 1) * per]
        x, y = X[:, ix], Y[:, ix]
        m = len(ix)
        A1 = np.tanh(P[0] @ x + P[1]); A2 = P[2] @ A1 + P[3]
        costs.append(np.sum((A2 - y) ** 2) / (2 * m))
        d2 = 2 * (A2 - y) / (2 * m)
        d1 = (P[2].T @ d2) * (1 - A1 ** 2)
        G = [d1 @ x.T, d1.sum(1, keepdims=True), d2 @ A1.T, d2.sum(1, keepdims=True)]
        for i in range(4):
            P[i] = update(P[i], G[i], state[i], t)
    return {"costs": costs, "parameters": [p.ravel().tolist() for p in P]}

def sgd(p, g, s, t): return p - 0.1 * g
def momentum(p, g, s, t):
    s[0] = 0.9 * s[0] + 0.1 * g
    return p - 0.1 * s[0]
def rmsprop(p, g, s, t):
    s[0] = 0.9 * s[0] + 0.1 * g * g
    return p - 0.01 * g / (np.sqrt(s[0]) + 1e-8)
def adagrad(p, g, s, t):
    s[0] = s[0] + g * g
    return p - 0.1 * g / (np.sqrt(s[0]) + 1e-10)
def adam(p, g, s, t):
    s[0] = 0.9 * s[0] + 0.1 * g
    s[1] = 0.999 * s[1] + 0.001 * g * g
    return p - 0.01 * (s[0] / (1 - 0.9 ** t)) / (np.sqrt(s[1] / (1 - 0.999 ** t)) + 1e-8)

runs = []
for f, rate, slots in [(sgd, 0.1, 0), (momentum, 0.1, 1), (rmsprop, 0.01, 1), (adagrad, 0.1, 1), (adam, 0.01, 2)]:
    for batches, size in [(1, "all"), (3, 4)]:
        runs.append({"optimizer": {"type": f.__name__, "learningRate": rate}, "batchSize": size, **net(f, batches, 25, slots)})
print(json.dumps(runs, separators=(",", ":")))
