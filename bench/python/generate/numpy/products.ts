import type { Family } from '../family';
import { program } from '../program';

/** Products and linear algebra. */
export const productFamilies: readonly Family[] = [
  {
    name: 'matmul-inner',
    write(choice, wrong) {
      const [rows, inner, columns] = choice.some([2, 3, 4, 5, 8], 3);
      return program`
        import numpy as np

        a = np.arange(${rows! * inner!}).reshape(${rows}, ${inner})
        b = np.arange(${inner! * columns!}).reshape(${wrong ? `${columns}, ${inner}` : `${inner}, ${columns}`})
        print(${choice.of(['np.dot(a, b)', 'a @ b', 'np.matmul(a, b)', 'a.dot(b)'])})
      `;
    },
  },
  {
    name: 'normal-equation',
    write(choice, wrong) {
      const [examples, features] = [choice.int(20, 80), choice.int(2, 6)];
      return program`
        import numpy as np

        def fit(X, y):
            X_b = np.c_[np.ones((X.shape[0], 1)), X]
            return np.linalg.inv(X_b.T.dot(X_b)).dot(X_b.T).dot(y)

        def predict(X, theta):
            ${wrong ? 'X_b = X' : 'X_b = np.c_[np.ones((X.shape[0], 1)), X]'}
            return X_b.dot(theta)

        X = 2 * np.random.rand(${examples}, ${features})
        y = 4 + 3 * X[:, [0]] + np.random.randn(${examples}, 1)
        theta = fit(X, y)
        print(predict(X, theta)[:3])
      `;
    },
  },
  {
    name: 'inverse-square',
    write(choice, wrong) {
      const [rows, columns] = choice.some([3, 4, 5, 6], 2);
      return program`
        import numpy as np

        A = np.random.rand(${rows}, ${columns})
        gram = ${wrong ? 'A' : 'A.T @ A + np.eye(A.shape[1])'}
        inverse = np.linalg.inv(gram)
        print(inverse)
      `;
    },
  },
  {
    name: 'solve-sizes',
    write(choice, wrong) {
      const [size, astray] = choice.some([3, 4, 5, 7], 2);
      return program`
        import numpy as np

        coefficients = np.random.rand(${size}, ${size}) + ${size} * np.eye(${size})
        right_side = np.ones(${wrong ? astray : size})
        x = np.linalg.solve(coefficients, right_side)
        print(np.allclose(coefficients @ x, right_side))
      `;
    },
  },
  {
    name: 'einsum-sizes',
    write(choice, wrong) {
      const [batch, inner, astray] = choice.some([3, 4, 6, 9], 3);
      return program`
        import numpy as np

        left = np.random.rand(${batch}, 5, ${inner})
        right = np.random.rand(${batch}, ${wrong ? astray : inner}, 2)
        print(np.einsum('bij,bjk->bik', left, right).shape)
      `;
    },
  },
  {
    name: 'batched-matmul',
    write(choice, wrong) {
      const [batch, astray] = choice.some([2, 3, 4, 7], 2);
      const [rows, inner] = choice.some([4, 5, 6], 2);
      return program`
        import numpy as np

        stack = np.random.rand(${batch}, ${rows}, ${inner})
        others = np.random.rand(${wrong ? astray : batch}, ${inner}, 3)
        out = np.matmul(stack, others)
        print(out.mean(axis=(1, 2)))
      `;
    },
  },
  {
    name: 'projection',
    write(choice, wrong) {
      const [examples, features] = choice.some([10, 15, 25, 40], 2);
      const kept = choice.int(2, 4);
      return program`
        import numpy as np

        def pca(X, k):
            centred = X - X.mean(axis=0)
            covariance = np.cov(centred, rowvar=${wrong ? 'True' : 'False'})
            values, vectors = np.linalg.eigh(covariance)
            components = vectors[:, ::-1][:, :k]
            return centred @ components

        X = np.random.rand(${examples}, ${features})
        print(pca(X, ${kept}).shape)
      `;
    },
  },
];
