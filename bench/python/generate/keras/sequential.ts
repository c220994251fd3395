import type { Family } from '../family';
import { program } from '../program';

const widths = [6, 8, 10, 12, 16, 20, 24, 32, 48, 64];

/** Models of layers in a row, fitted to arrays that don't suit them. */
export const sequentialFamilies: readonly Family[] = [
  {
    name: 'fit-features',
    write(choice, wrong) {
      const [features, astray] = choice.some(widths, 2);
      return program`
        import numpy as np
        from tensorflow.keras.models import Sequential
        from tensorflow.keras.layers import Input, Dense

        X_train = np.random.rand(${choice.int(20, 90)}, ${features})
        y_train = np.random.randint(0, 2, size=X_train.shape[0])

        model = Sequential()
        model.add(Input(shape=(${wrong ? astray : features},)))
        model.add(Dense(${choice.of(widths)}, activation='relu'))
        model.add(Dense(1, activation='sigmoid'))
        model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
        model.fit(X_train, y_train, epochs=1, batch_size=16, verbose=0)
      `;
    },
  },
  {
    name: 'whole-number-labels',
    write(choice, wrong) {
      const features = choice.of(widths);
      const classes = choice.int(3, 9);
      const samples = choice.int(20, 60);
      return program`
        import numpy as np
        from tensorflow import keras
        from tensorflow.keras import layers

        x = np.random.random((${samples}, ${features}))
        labels = np.random.randint(0, ${classes}, size=(${samples},))

        model = keras.Sequential([
            layers.Dense(${choice.of(widths)}, activation='relu'),
            layers.Dense(${classes}, activation='softmax'),
        ])
        model.compile(optimizer='rmsprop', loss='${wrong ? 'categorical_crossentropy' : 'sparse_categorical_crossentropy'}')
        model.fit(x, labels, epochs=1, verbose=0)
      `;
    },
  },
  {
    name: 'one-hot-width',
    write(choice, wrong) {
      const features = choice.of(widths);
      const [classes, astray] = choice.some([3, 4, 5, 7, 10], 2);
      const samples = choice.int(24, 60);
      return program`
        import numpy as np
        from tensorflow.keras.models import Sequential
        from tensorflow.keras.layers import Dense
        from tensorflow.keras.utils import to_categorical

        X = np.random.rand(${samples}, ${features})
        y = to_categorical(np.random.randint(0, ${classes}, ${samples}), ${classes})
        model = Sequential()
        model.add(Dense(${choice.of(widths)}, input_dim=${features}, activation='relu'))
        model.add(Dense(${wrong ? astray : classes}, activation='softmax'))
        model.compile(loss='categorical_crossentropy', optimizer='sgd')
        model.fit(X, y, epochs=1, batch_size=8, verbose=0)
      `;
    },
  },
  {
    name: 'samples-differ',
    write(choice, wrong) {
      const samples = choice.int(30, 80);
      const features = choice.of(widths);
      return program`
        import numpy as np
        import tensorflow as tf

        inputs = np.random.normal(size=(${samples}, ${features}))
        targets = np.random.normal(size=(${wrong ? samples - choice.int(1, 9) : samples}, 1))

        model = tf.keras.Sequential([tf.keras.layers.Dense(${choice.of(widths)}, activation='tanh'), tf.keras.layers.Dense(1)])
        model.compile(optimizer='sgd', loss='mse')
        history = model.fit(inputs, targets, epochs=1, verbose=0)
        print(history.history['loss'])
      `;
    },
  },
  {
    name: 'single-sample',
    write(choice, wrong) {
      const side = choice.int(8, 20);
      const filters = choice.of(widths);
      return program`
        import numpy as np
        from tensorflow.keras.models import Sequential
        from tensorflow.keras.layers import Conv2D, Dense, Flatten

        model = Sequential([
            Conv2D(${filters}, (3, 3), activation='relu', input_shape=(${side}, ${side}, 3)),
            Flatten(),
            Dense(2, activation='softmax'),
        ])
        image = np.random.rand(${side}, ${side}, 3)
        ${wrong ? 'prediction = model.predict(image)' : 'prediction = model.predict(np.expand_dims(image, axis=0))'}
        print(prediction.argmax())
      `;
    },
  },
  {
    name: 'evaluate-features',
    write(choice, wrong) {
      const [features, astray] = choice.some(widths, 2);
      return program`
        import numpy as np
        from tensorflow.keras import Sequential
        from tensorflow.keras.layers import Dense, Dropout

        def build_model(n_features):
            model = Sequential()
            model.add(Dense(${choice.of(widths)}, activation='relu', input_shape=(n_features,)))
            model.add(Dropout(0.2))
            model.add(Dense(1))
            model.compile(optimizer='adam', loss='mean_squared_error')
            return model

        train = np.random.rand(40, ${features})
        test = np.random.rand(10, ${wrong ? astray : features})
        model = build_model(train.shape[1])
        model.fit(train, train.sum(axis=1), epochs=1, verbose=0)
        score = model.evaluate(test, test.sum(axis=1), verbose=0)
        print(score)
      `;
    },
  },
];
