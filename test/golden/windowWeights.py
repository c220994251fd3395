"""Prints what test/core/train/anyShape.test.ts compares with: weights (f, f, n_C_prev, n_C) in NumPy, drawn and trained.

A window as large as the picture, so that a convolution is one product: Z = np.einsum('mhwc,hwck->mk', X, W) + b.
Run as python3 test/golden/windowWeights.py > test/golden/windowWeights.json; made with NumPy 2.4 on Linux.
"""
import json
import numpy as np

f, n_C_prev, n_C, n_y, m = 3, 2, 4, 2, 5

def parameters():
    np.random.seed(5)
    W1 = np.random.randn(f, f, n_C_prev, n_C) * np.sqrt(2 / (f * f * n_C_prev))
    W2 = np.random.randn(n_y, n_C) / np.sqrt(n_C)
    return W1, np.zeros(n_C), W2, np.zeros((n_y, 1))

X = np.sin(np.arange(m * f * f * n_C_prev)).reshape(m, f, f, n_C_prev)
Y = np.cos(np.arange(m * n_y)).reshape(m, n_y)

def forward(W1, b1, W2, b2):
    Z1 = np.einsum('mhwc,hwck->mk', X, W1) + b1
    A1 = np.tanh(Z1)
    return A1, A1 @ W2.T + b2.T

W1, b1, W2, b2 = parameters()
drawn = [P.ravel().tolist() for P in (W1, b1, W2, b2)]
outputs = forward(W1, b1, W2, b2)[1].ravel().tolist()
costs = []
for step in range(4):
    A1, A2 = forward(W1, b1, W2, b2)
    costs.append(np.sum((A2 - Y) ** 2) / (m * n_y))
    d2 = 2 * (A2 - Y) / (m * n_y)
    d1 = (d2 @ W2) * (1 - A1 ** 2)
    W1 = W1 - 0.1 * np.einsum('mhwc,mk->hwck', X, d1)
    b1 = b1 - 0.1 * d1.sum(0)
    W2, b2 = W2 - 0.1 * d2.T @ A1, b2 - 0.1 * d2.sum(0)[:, None]
print(json.dumps({
    "x": X.ravel().tolist(), "y": Y.ravel().tolist(), "drawn": drawn, "outputs": outputs, "costs": costs,
    "trained": [P.ravel().tolist() for P in (W1, b1, W2, b2)],
}, separators=(",", ":")))
