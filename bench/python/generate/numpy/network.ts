import type { Family } from '../family';
import { program } from '../program';

/** Networks with hidden layers, and their gradients. */
export const networkFamilies: readonly Family[] = [
  {
    name: 'two-layers-forward',
    write(choice, wrong) {
      const [inputs, hidden, outputs, examples] = choice.some([2, 3, 4, 5, 7, 10, 40], 4);
      return program`
        import numpy as np

        def initialize_parameters(n_x, n_h, n_y):
            np.random.seed(2)
            W1 = np.random.randn(n_h, n_x) * 0.01
            b1 = np.zeros((n_h, 1))
            W2 = np.random.randn(${wrong ? 'n_h, n_y' : 'n_y, n_h'}) * 0.01
            b2 = np.zeros((n_y, 1))
            return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}

        def forward_propagation(X, parameters):
            Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
            A1 = np.tanh(Z1)
            Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
            A2 = 1 / (1 + np.exp(-Z2))
            return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}

        X = np.random.randn(${inputs}, ${examples})
        parameters = initialize_parameters(X.shape[0], ${hidden}, ${outputs})
        A2, cache = forward_propagation(X, parameters)
        print(A2.shape)
      `;
    },
  },
  {
    name: 'bias-shape',
    write(choice, wrong) {
      const [inputs, hidden, examples] = choice.some([3, 4, 6, 8, 25], 3);
      return program`
        import numpy as np

        n_x, n_h, m = ${inputs}, ${hidden}, ${examples}
        X = np.random.rand(n_x, m)
        W1 = np.random.rand(n_h, n_x)
        b1 = np.zeros((${wrong ? choice.of(['n_h,', 'n_x, 1']) : 'n_h, 1'}))

        Z1 = W1 @ X + b1
        A1 = np.maximum(0, Z1)
        print(A1.mean())
      `;
    },
  },
  {
    name: 'backward-product',
    write(choice, wrong) {
      const [inputs, hidden, outputs, examples] = choice.some([2, 3, 4, 6, 8, 30], 4);
      return program`
        import numpy as np

        np.random.seed(${choice.int(0, 99)})
        X = np.random.randn(${inputs}, ${examples})
        Y = np.random.rand(${outputs}, ${examples})
        W1, b1 = np.random.randn(${hidden}, ${inputs}), np.zeros((${hidden}, 1))
        W2, b2 = np.random.randn(${outputs}, ${hidden}), np.zeros((${outputs}, 1))

        for i in range(10):
            A1 = np.tanh(np.dot(W1, X) + b1)
            A2 = 1 / (1 + np.exp(-(np.dot(W2, A1) + b2)))

            m = X.shape[1]
            dZ2 = A2 - Y
            dW2 = np.dot(dZ2, A1.T) / m
            db2 = np.sum(dZ2, axis=1, keepdims=True) / m
            dZ1 = ${wrong ? 'np.dot(W2, dZ2)' : 'np.dot(W2.T, dZ2)'} * (1 - np.power(A1, 2))
            dW1 = np.dot(dZ1, X.T) / m
            db1 = np.sum(dZ1, axis=1, keepdims=True) / m

            W1, b1 = W1 - 0.1 * dW1, b1 - 0.1 * db1
            W2, b2 = W2 - 0.1 * dW2, b2 - 0.1 * db2
        print(W1)
      `;
    },
  },
  {
    name: 'hadamard-for-dot',
    write(choice, wrong) {
      const [inputs, hidden, examples] = choice.some([3, 5, 6, 9, 12], 3);
      return program`
        import numpy as np

        X = np.random.randn(${examples}, ${inputs})
        y = np.random.randn(${examples}, 1)
        W1 = np.random.randn(${inputs}, ${hidden})
        W2 = np.random.randn(${hidden}, 1)

        hidden = np.tanh(X.dot(W1))
        output = hidden.dot(W2)
        error = output - y
        hidden_error = ${wrong ? 'error * W2' : 'error.dot(W2.T)'} * (1 - hidden ** 2)
        W2 -= 0.01 * hidden.T.dot(error)
        W1 -= 0.01 * X.T.dot(hidden_error)
        print(np.mean(error ** 2))
      `;
    },
  },
  {
    name: 'deep-layer-sizes',
    write(choice, wrong) {
      const [inputs, first, second] = choice.some([4, 5, 7, 12, 20], 3);
      return program`
        import numpy as np

        def initialize_parameters_deep(layer_dims):
            parameters = {}
            L = len(layer_dims)
            for l in range(1, L):
                parameters["W" + str(l)] = np.random.randn(${wrong ? 'layer_dims[l - 1], layer_dims[l]' : 'layer_dims[l], layer_dims[l - 1]'}) * 0.01
                parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
            return parameters

        def L_model_forward(X, parameters):
            A = X
            L = len(parameters) // 2
            for l in range(1, L + 1):
                A_prev = A
                Z = np.dot(parameters["W" + str(l)], A_prev) + parameters["b" + str(l)]
                A = np.maximum(Z, 0)
            return A

        parameters = initialize_parameters_deep([${inputs}, ${first}, ${second}, 1])
        AL = L_model_forward(np.random.randn(${inputs}, ${choice.int(6, 40)}), parameters)
        print(AL)
      `;
    },
  },
  {
    name: 'gradient-assert',
    write(choice, wrong) {
      const [outputs, inputs, examples] = choice.some([2, 3, 5, 8, 11], 3);
      return program`
        import numpy as np

        def linear_backward(dZ, cache):
            A_prev, W, b = cache
            m = A_prev.shape[1]
            dW = np.dot(dZ, A_prev.T) / m
            db = np.sum(dZ, axis=${wrong ? 0 : 1}, keepdims=True) / m
            dA_prev = np.dot(W.T, dZ)
            assert (dA_prev.shape == A_prev.shape)
            assert (dW.shape == W.shape)
            assert (db.shape == b.shape)
            return dA_prev, dW, db

        A_prev = np.random.randn(${inputs}, ${examples})
        W = np.random.randn(${outputs}, ${inputs})
        b = np.random.randn(${outputs}, 1)
        dZ = np.random.randn(${outputs}, ${examples})
        print(linear_backward(dZ, (A_prev, W, b)))
      `;
    },
  },
  {
    name: 'class-of-layers',
    write(choice, wrong) {
      const [inputs, first, second, astray] = choice.some([4, 6, 9, 16, 24], 4);
      return program`
        import numpy as np

        class Dense:
            def __init__(self, n_inputs, n_neurons):
                self.weights = 0.1 * np.random.randn(n_inputs, n_neurons)
                self.biases = np.zeros((1, n_neurons))

            def forward(self, inputs):
                self.output = np.dot(inputs, self.weights) + self.biases

        class ReLU:
            def forward(self, inputs):
                self.output = np.maximum(0, inputs)

        X = np.random.rand(${choice.int(3, 60)}, ${inputs})
        layer1 = Dense(${inputs}, ${first})
        activation1 = ReLU()
        layer2 = Dense(${wrong ? astray : first}, ${second})

        layer1.forward(X)
        activation1.forward(layer1.output)
        layer2.forward(activation1.output)
        print(layer2.output[:5])
      `;
    },
  },
  {
    name: 'recurrent-step',
    write(choice, wrong) {
      const [n_a, n_x, n_y, m] = choice.some([3, 4, 5, 7, 10], 4);
      return program`
        import numpy as np

        def softmax(x):
            e = np.exp(x - np.max(x))
            return e / e.sum(axis=0)

        def rnn_cell_forward(xt, a_prev, parameters):
            Wax, Waa, Wya = parameters["Wax"], parameters["Waa"], parameters["Wya"]
            a_next = np.tanh(np.dot(${wrong ? choice.of(['Waa, xt) + np.dot(Wax, a_prev', 'Wax, xt) + np.dot(Waa.T, xt']) : 'Wax, xt) + np.dot(Waa, a_prev'}) + parameters["ba"])
            yt_pred = softmax(np.dot(Wya, a_next) + parameters["by"])
            return a_next, yt_pred

        parameters = {}
        parameters["Waa"] = np.random.randn(${n_a}, ${n_a})
        parameters["Wax"] = np.random.randn(${n_a}, ${n_x})
        parameters["Wya"] = np.random.randn(${n_y}, ${n_a})
        parameters["ba"] = np.random.randn(${n_a}, 1)
        parameters["by"] = np.random.randn(${n_y}, 1)
        a_next, yt = rnn_cell_forward(np.random.randn(${n_x}, ${m}), np.random.randn(${n_a}, ${m}), parameters)
        print(yt.shape)
      `;
    },
  },
];
