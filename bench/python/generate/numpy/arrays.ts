import type { Family } from '../family';
import { program } from '../program';

/** Joining, cutting, reshaping and filling arrays. */
export const arrayFamilies: readonly Family[] = [
  {
    name: 'concatenate-axis',
    write(choice, wrong) {
      const [left, right] = choice.some([2, 3, 5, 8], 2);
      const rows = choice.int(4, 30);
      return program`
        import numpy as np

        features = np.random.rand(${rows}, ${left})
        extra = np.zeros((${rows}, ${right}))
        table = np.concatenate((features, extra)${wrong ? choice.of(['', ', axis=0']) : ', axis=1'})
        print(table.shape)
      `;
    },
  },
  {
    name: 'stacked-columns',
    write(choice, wrong) {
      const rows = choice.int(5, 40);
      return program`
        import numpy as np

        x = np.random.rand(${rows}, ${choice.int(2, 5)})
        ones = np.ones(${wrong ? `(${rows},)` : `(${rows}, 1)`})
        X = np.hstack([ones, x])
        theta = np.linalg.pinv(X.T @ X) @ X.T @ np.random.rand(${rows})
        print(theta)
      `;
    },
  },
  {
    name: 'reshape-size',
    write(choice, wrong) {
      const side = choice.of([8, 16, 28]);
      const images = choice.int(3, 20);
      return program`
        import numpy as np

        train_set_x_orig = np.random.randint(0, 255, size=(${images}, ${side}, ${side}, 3))
        m_train = train_set_x_orig.shape[0]
        num_px = train_set_x_orig.shape[1]
        flat = train_set_x_orig.reshape(${wrong ? 'm_train, num_px * num_px' : 'm_train, num_px * num_px * 3'}).T
        print(flat / 255.)
      `;
    },
  },
  {
    name: 'row-assignment',
    write(choice, wrong) {
      const [rows, columns] = choice.some([4, 6, 10, 15], 2);
      return program`
        import numpy as np

        history = np.zeros((${rows}, ${columns}))
        weights = np.random.rand(${wrong ? columns! + choice.int(1, 3) : columns})
        for step in range(${rows}):
            weights = weights * 0.9
            history[step, :] = weights
        print(history[-1])
      `;
    },
  },
  {
    name: 'column-assignment',
    write(choice, wrong) {
      const [rows, columns] = choice.some([4, 6, 9, 12], 2);
      return program`
        import numpy as np

        design = np.ones((${rows}, ${columns}))
        x = np.random.rand(${rows}${wrong ? ', 1' : ''})
        for power in range(1, ${columns}):
            design[:, power] = x ** power
        print(design)
      `;
    },
  },
  {
    name: 'padded-image',
    write(choice, wrong) {
      const [height, width] = choice.some([10, 14, 18, 26], 2);
      const pad = choice.int(1, 3);
      return program`
        import numpy as np

        image = np.random.rand(${height}, ${width})
        pad = ${pad}
        padded = np.zeros((image.shape[0]${wrong ? '' : ' + 2 * pad'}, image.shape[1] + 2 * pad))
        padded[pad:pad + image.shape[0], pad:pad + image.shape[1]] = image
        print(padded.sum())
      `;
    },
  },
  {
    name: 'axis-gone',
    write(choice, wrong) {
      const [rows, columns] = choice.some([4, 7, 12], 2);
      return program`
        import numpy as np

        scores = np.random.rand(${rows}, ${columns})
        best = np.argmax(scores, axis=1)
        accuracy = np.mean(best == ${wrong ? 'np.argmax(best, axis=1)' : `np.random.randint(0, ${columns}, ${rows})`})
        print(accuracy)
      `;
    },
  },
  {
    name: 'too-many-indices',
    write(choice, wrong) {
      const rows = choice.int(5, 20);
      return program`
        import numpy as np

        series = np.random.randn(${rows})
        ${wrong ? '' : 'series = series.reshape(-1, 1)'}
        first = series[:, 0]
        print(first.mean(), series.shape)
      `;
    },
  },
];
