"""Logistic regression with NumPy, and three ways to write its gradient.

Two of them are wrong. The marks say so before anything is run; Python needn't even be installed.
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def initialize(n_x):
    """
    Returns:
    w -- weights, of size (n_x, 1)
    b -- bias, a number
    """
    w = np.zeros((n_x, 1))
    b = 0.0
    return w, b


def cost(A, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m


def gradient(X, A, Y):
    """
    Arguments:
    X -- data of size (n_x, m)
    A -- activations of size (1, m)
    Y -- labels of size (1, m)
    """
    m = X.shape[1]
    dw = np.dot(X, (A - Y).T) / m
    db = np.sum(A - Y) / m
    return dw, db


def gradient_without_transpose(X, A, Y):
    """
    Arguments:
    X -- data of size (n_x, m)
    A -- activations of size (1, m)
    Y -- labels of size (1, m)
    """
    m = X.shape[1]
    dw = np.dot(X, (A - Y)) / m  # X has m columns, A - Y has one row
    db = np.sum(A - Y) / m
    return dw, db


def gradient_of_a_row(X, A, Y):
    m = X.shape[1]
    dw = np.dot(A - Y, X.T) / m  # a row, where w is a column
    db = np.sum(A - Y) / m
    return dw, db


def step(w, b, dw, db, rate):
    assert dw.shape == w.shape
    return w - rate * dw, b - rate * db


np.random.seed(1)
X = np.random.randn(4, 150)
Y = (np.sum(X, axis=0, keepdims=True) > 0).astype(float)

w, b = initialize(4)
for i in range(100):
    A = sigmoid(np.dot(w.T, X) + b)
    dw, db = gradient(X, A, Y)
    w, b = step(w, b, dw, db, rate=0.5)
print(cost(A, Y))

dw, db = gradient_of_a_row(X, A, Y)
w, b = step(w, b, dw, db, rate=0.5)
