"""Prints what test/runs/standardiseTarget.test.ts compares with: scikit-learn's scaler, its regression on standardised targets, and the costs of NumPy."""
import json
import numpy as np
from sklearn.compose import TransformedTargetRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import StandardScaler

i = np.arange(50)
X = np.column_stack([i % 7 - 3, (i * 3) % 11 / 2 - 2.5])
noise = ((i * 37) % 17 - 8)
prices = np.column_stack([17000 + 1250 * X[:, 0] - 430 * X[:, 1] + 60 * noise, 0.002 + 0.0003 * X[:, 1] + 0.00001 * noise])
train, test = slice(0, 40), slice(40, 50)

def regression(y):
    scaler = StandardScaler().fit(y[train])
    model = TransformedTargetRegressor(LinearRegression(), transformer=StandardScaler()).fit(X[train], y[train])
    t = scaler.transform(y[train])
    W = np.zeros((y.shape[1], 2)); b = np.zeros(y.shape[1]); costs = []
    for _ in range(5):
        error = X[train] @ W.T + b - t
        costs.append(np.mean(error ** 2))
        dZ = 2 * error / error.size
        W -= 0.05 * dZ.T @ X[train]; b -= 0.05 * dZ.sum(0)
    return {
        "mean": scaler.mean_.tolist(), "deviation": scaler.scale_.tolist(), "costs": costs,
        "predictions": model.predict(X[test]).reshape(10, -1).tolist(),
        "trainError": mean_absolute_error(y[train], model.predict(X[train])),
        "testError": mean_absolute_error(y[test], model.predict(X[test])),
    }

table = [[*x, *y] for x, y in zip(X.tolist(), prices.tolist())]
print(json.dumps({"table": table, "one": regression(prices[:, :1]), "two": regression(prices)}))
