import type { Family } from '../family';
import { program } from '../program';

const widths = [4, 6, 8, 12, 16, 24, 32];

/** Layers that don't take what the layer before gives. */
export const layerFamilies: readonly Family[] = [
  {
    name: 'stacked-recurrent',
    write(choice, wrong) {
      const [first, second] = choice.some(widths, 2);
      const cell = choice.of(['LSTM', 'GRU', 'SimpleRNN']);
      return program`
        from tensorflow.keras.models import Sequential
        from tensorflow.keras.layers import Input, ${cell}, Dense

        model = Sequential()
        model.add(Input(shape=(${choice.int(5, 30)}, ${choice.int(1, 6)})))
        model.add(${cell}(${first}${wrong ? '' : ', return_sequences=True'}))
        model.add(${cell}(${second}))
        model.add(Dense(1))
        model.summary()
      `;
    },
  },
  {
    name: 'channels-missing',
    write(choice, wrong) {
      const side = choice.int(12, 40);
      return program`
        from tensorflow import keras
        from tensorflow.keras.layers import Conv2D, MaxPooling2D, Flatten, Dense

        img_rows, img_cols = ${side}, ${side}
        input_shape = (img_rows, img_cols${wrong ? '' : ', 1'})
        model = keras.Sequential()
        model.add(Conv2D(${choice.of(widths)}, kernel_size=(3, 3), activation='relu', input_shape=input_shape))
        model.add(MaxPooling2D(pool_size=(2, 2)))
        model.add(Flatten())
        model.add(Dense(10, activation='softmax'))
      `;
    },
  },
  {
    name: 'pooled-away',
    write(choice, wrong) {
      const side = wrong ? choice.int(8, 13) : choice.int(30, 50);
      return program`
        from tensorflow.keras.models import Sequential
        from tensorflow.keras.layers import Conv2D, MaxPooling2D, Flatten, Dense

        model = Sequential()
        model.add(Conv2D(${choice.of(widths)}, (3, 3), input_shape=(${side}, ${side}, 3)))
        model.add(MaxPooling2D((2, 2)))
        model.add(Conv2D(${choice.of(widths)}, (3, 3)))
        model.add(MaxPooling2D((2, 2)))
        model.add(Conv2D(${choice.of(widths)}, (3, 3)))
        model.add(Flatten())
        model.add(Dense(1, activation='sigmoid'))
      `;
    },
  },
  {
    name: 'flatten-forgotten',
    write(choice, wrong) {
      const side = choice.int(8, 16);
      const classes = choice.int(3, 9);
      return program`
        import numpy as np
        from tensorflow.keras.models import Sequential
        from tensorflow.keras.layers import Conv2D, Dense, Flatten
        from tensorflow.keras.utils import to_categorical

        images = np.random.rand(16, ${side}, ${side}, 1)
        labels = to_categorical(np.random.randint(0, ${classes}, 16), num_classes=${classes})
        model = Sequential()
        model.add(Conv2D(${choice.of(widths)}, 3, activation='relu', input_shape=(${side}, ${side}, 1)))
        ${wrong ? '' : 'model.add(Flatten())'}
        model.add(Dense(${classes}, activation='softmax'))
        model.compile(optimizer='adam', loss='categorical_crossentropy')
        model.fit(images, labels, epochs=1, verbose=0)
      `;
    },
  },
  {
    name: 'reshape-size',
    write(choice, wrong) {
      const side = choice.of([4, 5, 7]);
      const channels = choice.of(widths);
      return program`
        from tensorflow import keras
        from tensorflow.keras import layers

        generator = keras.Sequential()
        generator.add(layers.Input(shape=(${choice.of([32, 64, 100])},)))
        generator.add(layers.Dense(${side} * ${side} * ${channels}))
        generator.add(layers.Reshape((${side}, ${side}, ${wrong ? channels + choice.int(1, 4) : channels})))
        generator.add(layers.Conv2DTranspose(${choice.of(widths)}, 3, strides=2, padding='same'))
        print(generator.output_shape)
      `;
    },
  },
  {
    name: 'sequence-rank',
    write(choice, wrong) {
      const steps = choice.int(10, 40);
      const features = choice.int(2, 5);
      return program`
        import numpy as np
        from tensorflow.keras.models import Sequential
        from tensorflow.keras.layers import LSTM, Dense

        samples = np.random.rand(24, ${steps} * ${features})
        ${wrong ? '' : `samples = samples.reshape((24, ${steps}, ${features}))`}
        targets = np.random.rand(24)
        model = Sequential()
        model.add(LSTM(${choice.of(widths)}, input_shape=(${steps}, ${features})))
        model.add(Dense(1))
        model.compile(loss='mean_squared_error', optimizer='adam')
        model.fit(samples, targets, epochs=1, verbose=0)
      `;
    },
  },
];
