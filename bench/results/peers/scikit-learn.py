"""Trains scikit-learn's network of the same size on the examples in a folder (x, y, xTest, yTest.npy): MLPRegressor or
MLPClassifier with as many epochs of all examples at once as it is told, without its penalty and without stopping early, or
LogisticRegression with its defaults where there is no hidden layer. It reads one JSON object from standard input and prints
{"r-squared" or "accuracy", "seconds"} as its last line, {"missing"} where scikit-learn isn't there."""
import json
import sys
import time
import warnings

try:
    import numpy as np
    import sklearn
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression
    from sklearn.neural_network import MLPClassifier, MLPRegressor
except ImportError as error:
    print(json.dumps({"missing": f"{error.name} isn't installed"}))
    sys.exit(0)

job = json.load(sys.stdin)
x, y, x_test, y_test = (np.load(f"{job['folder']}/{name}.npy") for name in ("x", "y", "xTest", "yTest"))
classes = job["figure"] == "accuracy"
if classes:
    y, y_test = ((rows.argmax(1) if rows.shape[1] > 1 else rows.ravel()).astype(int) for rows in (y, y_test))
# that it took all the epochs it was given is no fault
warnings.simplefilter("ignore", ConvergenceWarning)
if not job["hidden"]:
    model = LogisticRegression(random_state=job["seed"])
else:
    model = (MLPClassifier if classes else MLPRegressor)(
        hidden_layer_sizes=job["hidden"],
        activation=job["activation"],
        solver="adam",
        alpha=0,
        batch_size=len(x),
        learning_rate_init=job["learningRate"],
        max_iter=job["epochs"],
        tol=0,
        n_iter_no_change=job["epochs"],
        random_state=job["seed"],
    )
began = time.perf_counter()
model.fit(x, y.ravel())
seconds = time.perf_counter() - began
answer = {job["figure"]: model.score(x_test, y_test), "seconds": seconds, "version": sklearn.__version__}
print(json.dumps({**answer, "model": type(model).__name__}))
