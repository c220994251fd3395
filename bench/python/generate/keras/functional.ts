import type { Family } from '../family';
import { program } from '../program';

const widths = [4, 6, 8, 12, 16, 24, 32];

/** Models as graphs of calls. */
export const functionalFamilies: readonly Family[] = [
  {
    name: 'added-branches',
    write(choice, wrong) {
      const [width, astray] = choice.some(widths, 2);
      return program`
        from tensorflow.keras import Input, Model
        from tensorflow.keras.layers import Add, Dense

        inputs = Input(shape=(${choice.of(widths)},))
        left = Dense(${width}, activation='relu')(inputs)
        right = Dense(${wrong ? astray : width}, activation='relu')(inputs)
        merged = Add()([left, right])
        outputs = Dense(1)(merged)
        model = Model(inputs, outputs)
      `;
    },
  },
  {
    name: 'concatenated-maps',
    write(choice, wrong) {
      const side = 2 * choice.int(6, 16);
      const filters = choice.of(widths);
      return program`
        from tensorflow import keras
        from tensorflow.keras import layers

        inputs = keras.Input(shape=(${side}, ${side}, 3))
        skip = layers.Conv2D(${filters}, 3, padding='same')(inputs)
        x = layers.MaxPooling2D(2)(skip)
        x = layers.Conv2D(${filters}, 3, padding='same')(x)
        ${wrong ? '' : 'x = layers.UpSampling2D(2)(x)'}
        x = layers.concatenate([skip, x])
        outputs = layers.Conv2D(1, 1)(x)
        model = keras.Model(inputs, outputs)
      `;
    },
  },
  {
    name: 'decoder-input',
    write(choice, wrong) {
      const [inputs, code, astray] = choice.some(widths, 3);
      return program`
        from tensorflow.keras.layers import Input, Dense
        from tensorflow.keras.models import Model

        encoding_dim = ${code}
        original = Input(shape=(${inputs},))
        encoded = Dense(encoding_dim, activation='relu')(original)
        encoder = Model(original, encoded)

        code = Input(shape=(${wrong ? astray : 'encoding_dim'},))
        decode = Dense(${inputs}, activation='sigmoid')
        decoder = Model(code, decode(code))

        autoencoder = Model(original, decoder(encoder(original)))
        autoencoder.compile(optimizer='adam', loss='mse')
      `;
    },
  },
  {
    name: 'two-inputs',
    write(choice, wrong) {
      const [left, right, astray] = choice.some(widths, 3);
      const samples = choice.int(16, 40);
      return program`
        import numpy as np
        from tensorflow import keras
        from tensorflow.keras.layers import Concatenate, Dense, Input

        a = Input(shape=(${left},))
        b = Input(shape=(${right},))
        x = Concatenate()([a, b])
        x = Dense(${choice.of(widths)}, activation='relu')(x)
        model = keras.Model(inputs=[a, b], outputs=Dense(1)(x))
        model.compile(optimizer='adam', loss='mse')
        model.fit([np.random.rand(${samples}, ${left}), np.random.rand(${samples}, ${wrong ? astray : right})], np.random.rand(${samples}, 1), verbose=0)
      `;
    },
  },
];
