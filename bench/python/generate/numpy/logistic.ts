import type { Family } from '../family';
import { program } from '../program';

/** Logistic regression as an introductory course writes it: X is (n_x, m), one column an example. */
export const logisticFamilies: readonly Family[] = [
  {
    name: 'forward-transpose',
    write(choice, wrong) {
      const [features, examples] = choice.some([2, 3, 4, 6, 9, 12, 50], 2);
      const w = choice.of(['w', 'theta', 'weights']);
      return program`
        import numpy as np

        def sigmoid(z):
            return 1 / (1 + np.exp(-z))

        def initialize_with_zeros(dim):
            ${w} = np.zeros((dim, 1))
            b = 0.
            return ${w}, b

        def propagate(${w}, b, X, Y):
            m = X.shape[1]
            A = sigmoid(np.dot(${wrong ? w : `${w}.T`}, X) + b)
            cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
            return A, cost

        X = np.random.randn(${features}, ${examples})
        Y = np.random.randint(0, 2, (1, ${examples}))
        ${w}, b = initialize_with_zeros(X.shape[0])
        A, cost = propagate(${w}, b, X, Y)
        print(cost)
      `;
    },
  },
  {
    name: 'gradient-transpose',
    write(choice, wrong) {
      const [features, examples] = choice.some([3, 4, 5, 7, 10, 20], 2);
      return program`
        import numpy as np


        def sigmoid(z):
            return 1.0 / (1.0 + np.exp(-z))


        def propagate(w, b, X, Y):
            m = X.shape[1]
            A = sigmoid(np.dot(w.T, X) + b)
            cost = -1 / m * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
            dw = 1 / m * np.dot(X, ${wrong ? 'A - Y' : '(A - Y).T'})
            db = 1 / m * np.sum(A - Y)
            assert dw.shape == w.shape
            return {"dw": dw, "db": db}, cost


        def optimize(w, b, X, Y, num_iterations, learning_rate):
            for i in range(num_iterations):
                grads, cost = propagate(w, b, X, Y)
                w = w - learning_rate * grads["dw"]
                b = b - learning_rate * grads["db"]
            return w, b


        np.random.seed(1)
        train_x = np.random.rand(${features}, ${examples})
        train_y = (np.random.rand(1, ${examples}) > 0.5) * 1
        w, b = optimize(np.zeros((${features}, 1)), 0, train_x, train_y, ${choice.int(2, 30)}, 0.01)
        print(w, b)
      `;
    },
  },
  {
    name: 'rows-of-examples',
    write(choice, wrong) {
      const [features, examples] = choice.some([3, 5, 8, 13, 30], 2);
      return program`
        import numpy as np

        # one row an example
        X = np.random.normal(size=(${examples}, ${features}))
        y = np.random.choice([0, 1], size=(${examples}, 1))
        theta = np.zeros((${features}, 1))
        alpha = ${choice.of([0.1, 0.01, 0.5])}

        for _ in range(${choice.int(2, 20)}):
            h = 1 / (1 + np.exp(-X.dot(theta)))
            gradient = ${wrong ? 'X' : 'X.T'}.dot(h - y) / len(y)
            theta = theta - alpha * gradient

        print(theta.ravel())
      `;
    },
  },
  {
    name: 'predict-features',
    write(choice, wrong) {
      const [features, astray] = choice.some([4, 6, 8, 11, 15], 2);
      return program`
        import numpy as np

        class LogisticRegression:
            def __init__(self, lr=0.1, n_iters=10):
                self.lr = lr
                self.n_iters = n_iters
                self.weights = None
                self.bias = None

            def fit(self, X, y):
                n_samples, n_features = X.shape
                self.weights = np.zeros(n_features)
                self.bias = 0
                for _ in range(self.n_iters):
                    predicted = self._sigmoid(np.dot(X, self.weights) + self.bias)
                    dw = np.dot(X.T, predicted - y) / n_samples
                    self.weights -= self.lr * dw
                    self.bias -= self.lr * np.mean(predicted - y)

            def predict(self, X):
                return self._sigmoid(np.dot(X, self.weights) + self.bias) > 0.5

            def _sigmoid(self, x):
                return 1 / (1 + np.exp(-x))

        X_train = np.random.rand(${choice.int(20, 60)}, ${features})
        y_train = np.round(np.random.rand(X_train.shape[0]))
        X_test = np.random.rand(${choice.int(2, 9)}, ${wrong ? astray : features})
        clf = LogisticRegression()
        clf.fit(X_train, y_train)
        print(clf.predict(X_test))
      `;
    },
  },
];
