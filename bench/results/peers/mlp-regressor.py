"""Trains scikit-learn's MLPRegressor on the examples in a folder (x, y, xTest, yTest.npy), as many epochs of all of them at
once as it is told, without its penalty and without stopping early. It reads one JSON object from standard input and prints
{"r-squared", "seconds"} as its last line, {"missing"} where scikit-learn isn't there."""
import json
import sys
import time
import warnings

try:
    import numpy as np
    import sklearn
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPRegressor
except ImportError as error:
    print(json.dumps({"missing": f"{error.name} isn't installed"}))
    sys.exit(0)

job = json.load(sys.stdin)
x, y, x_test, y_test = (np.load(f"{job['folder']}/{name}.npy") for name in ("x", "y", "xTest", "yTest"))
# that it took all the epochs it was given is no fault
warnings.simplefilter("ignore", ConvergenceWarning)
model = MLPRegressor(
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
print(json.dumps({"r-squared": model.score(x_test, y_test), "seconds": seconds, "version": sklearn.__version__}))
