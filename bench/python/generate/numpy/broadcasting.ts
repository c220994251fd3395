import type { Family } from '../family';
import { program } from '../program';

/** Arrays that don't broadcast. */
export const broadcastingFamilies: readonly Family[] = [
  {
    name: 'normalise-axis',
    write(choice, wrong) {
      const [rows, columns] = choice.some([5, 8, 14, 30, 100], 2);
      const axis = wrong ? 1 : 0;
      return program`
        import numpy as np

        data = np.random.rand(${rows}, ${columns})
        mu = np.mean(data, axis=${axis})
        sigma = data.std(axis=${axis})
        normalised = (data - mu) / sigma
        print(normalised.min(), normalised.max())
      `;
    },
  },
  {
    name: 'softmax-keepdims',
    write(choice, wrong) {
      const [classes, examples] = choice.some([3, 5, 10, 64], 2);
      return program`
        import numpy as np

        def softmax(z):
            exps = np.exp(z - np.max(z, axis=1, keepdims=True))
            total = np.sum(exps, axis=1${wrong ? '' : ', keepdims=True'})
            return exps / total

        logits = np.random.randn(${examples}, ${classes})
        probabilities = softmax(logits)
        print(probabilities.sum(axis=1))
      `;
    },
  },
  {
    name: 'one-hot-labels',
    write(choice, wrong) {
      const examples = choice.int(12, 60);
      const [classes, astray] = choice.some([3, 4, 6, 10], 2);
      return program`
        import numpy as np

        n_classes = ${classes}
        labels = np.random.randint(0, ${Math.min(classes!, astray!)}, ${examples})
        one_hot = np.eye(${wrong ? astray : 'n_classes'})[labels]
        scores = np.random.rand(${examples}, n_classes)
        loss = -np.sum(one_hot * np.log(scores)) / len(labels)
        print(loss)
      `;
    },
  },
  {
    name: 'distances',
    write(choice, wrong) {
      const [points, centroids] = choice.some([6, 9, 20, 33], 2);
      const dimensions = choice.of([2, 3, 4]);
      return program`
        import numpy as np

        X = np.random.rand(${points}, ${dimensions})
        centroids = np.random.rand(${centroids}, ${dimensions})

        def assign(X, centroids):
            difference = ${wrong ? 'X' : 'X[:, np.newaxis]'} - centroids
            distances = np.sqrt((difference ** 2).sum(axis=-1))
            return distances.argmin(axis=${wrong ? 0 : 1})

        print(assign(X, centroids))
      `;
    },
  },
  {
    name: 'mean-squared-error',
    write(choice, wrong) {
      const examples = choice.int(10, 90);
      const held = Math.max(2, Math.floor(examples / 4));
      return program`
        import numpy as np

        x = np.linspace(0, 1, ${examples})
        y = 3 * x + np.random.randn(${examples}) * 0.1
        x_train, x_test = x[:-${held}], x[-${held}:]
        y_train, y_test = y[:-${held}], y[-${held}:]

        slope = np.dot(x_train, y_train) / np.dot(x_train, x_train)
        predicted = slope * ${wrong ? 'x_train' : 'x_test'}
        mse = np.mean((y_test - predicted) ** 2)
        print(mse)
      `;
    },
  },
  {
    name: 'image-weights',
    write(choice, wrong) {
      const [height, width] = choice.some([12, 16, 24, 32], 2);
      return program`
        import numpy as np

        image = np.random.randint(0, 256, (${height}, ${width}, 3))
        mask = np.ones((${height}, ${width}${wrong ? '' : ', 1'}))
        masked = image * mask
        grey = masked @ np.array([0.299, 0.587, 0.114])
        print(grey.shape)
      `;
    },
  },
];
