"""Prints what test/core/metrics/scikitLearn.test.ts compares with: the metrics of scikit-learn on outputs and targets of its own."""
import json
import warnings
import numpy as np
from sklearn.metrics import (accuracy_score, f1_score, mean_absolute_error, precision_recall_fscore_support, precision_score,
                             r2_score, recall_score, roc_auc_score, root_mean_squared_error, top_k_accuracy_score)

warnings.simplefilter("ignore")  # a class that is never predicted counts 0
random = np.random.RandomState(7)

def perClass(y, predicted, classes):
    precision, recall, f1, examples = precision_recall_fscore_support(y, predicted, labels=range(classes))
    return {"precision": precision.tolist(), "recall": recall.tolist(), "f1": f1.tolist(), "examples": examples.tolist()}

def binary(name, digits, positives, m=60):
    y = (random.rand(m) < positives).astype(int)
    # one digit after the point makes many ties
    score = np.round(np.clip(0.3 * y + 0.5 * random.rand(m), 0, 1), digits)
    predicted = (score > 0.5).astype(int)
    return {"name": name, "loss": "binary-cross-entropy", "outputs": score.reshape(-1, 1).tolist(), "targets": y.reshape(-1, 1).tolist(),
            "perClass": perClass(y, predicted, 2),
            "values": {"accuracy": accuracy_score(y, predicted), "auc": roc_auc_score(y, score), "f1": f1_score(y, predicted),
                       "precision": precision_score(y, predicted), "recall": recall_score(y, predicted)}}

def several(name, classes, never=None, absent=None, m=80):
    y = random.randint(0, classes, m)
    if absent is not None:
        y[y == absent] = (absent + 1) % classes
    score = random.rand(m, classes) + 0.6 * np.eye(classes)[y]
    if never is not None:
        score[:, never] *= 1e-3
    score /= score.sum(1, keepdims=True)
    predicted = score.argmax(1)
    values = {"accuracy": accuracy_score(y, predicted), **{f"macro-{each}": score_(y, predicted, average="macro")
              for each, score_ in [("f1", f1_score), ("precision", precision_score), ("recall", recall_score)]}}
    if classes > 5:
        values["top-5"] = top_k_accuracy_score(y, score, k=5, labels=range(classes))
    if classes == 2:
        values = {"accuracy": values["accuracy"], "auc": roc_auc_score(y, score[:, 1]), "f1": f1_score(y, predicted),
                  "precision": precision_score(y, predicted), "recall": recall_score(y, predicted)}
    return {"name": name, "loss": "categorical-cross-entropy", "outputs": score.tolist(), "targets": np.eye(classes, dtype=int)[y].tolist(),
            "perClass": perClass(y, predicted, classes), "values": values}

def numbers(name, scale, offset, columns, m=50):
    y = offset + scale * random.randn(m, columns) * (1 + np.arange(columns))
    said = y + scale * random.randn(m, columns) * 0.4
    return {"name": name, "loss": "mean-squared-error", "outputs": said.tolist(), "targets": y.tolist(),
            "values": {"mean-absolute-error": mean_absolute_error(y, said), "r-squared": r2_score(y, said),
                       "root-mean-squared-error": root_mean_squared_error(y, said)}}

print(json.dumps([
    binary("two classes", 6, 0.5), binary("with many ties", 1, 0.5), binary("unequal", 2, 0.1),
    several("two outputs", 2), several("three classes", 3), several("a class that is never predicted", 4, never=2),
    several("a class without examples", 4, absent=1), several("a class with neither", 4, never=3, absent=3),
    several("nine classes", 9),
    numbers("a target", 2, 1, 1), numbers("two targets", 30, -5, 2), numbers("a target far from 0", 0.5, 1e7, 1),
]))
