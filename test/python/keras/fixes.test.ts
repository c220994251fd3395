import { expect, it } from 'vitest';
import { checkPython } from '../../../src/python/checkPython';
import { openParser } from '../openParser';

const start = `import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, Dense, Flatten, LSTM
from tensorflow.keras.utils import to_categorical
X = np.zeros((100, 4))
numbers = np.random.randint(0, 3, 100)
columns = np.zeros((100, 3))
images = np.zeros((100, 28, 28, 1))
`;

/** The problem's fixes, by title, with what is still wrong after each. */
async function fixed(body: string): Promise<Record<string, readonly string[]>> {
  const text = start + body;
  const parser = await openParser();
  const problems = (program: string) => checkPython(parser.open(program).module).problems;
  const [first, ...others] = problems(text);
  expect(others).toEqual([]);
  return Object.fromEntries(
    first!.fixes.map(({ title, edits }) => {
      const after = [...edits]
        .sort((a, b) => b.offset - a.offset)
        .reduce(
          (now, { offset, length, text: put }) => now.slice(0, offset) + put + now.slice(offset + length),
          text,
        );
      return [title, problems(after).map(({ message }) => message)];
    }),
  );
}

const compiled = (loss: string, units: number) => `
model = Sequential([Dense(8, input_shape=(4,)), Dense(${units})])
model.compile('adam', loss='${loss}')
`;

it('changes the loss, the labels or the units', async () => {
  expect(await fixed(`${compiled('categorical_crossentropy', 3)}model.fit(X, numbers)`)).toEqual({
    'Take the loss sparse_categorical_crossentropy': [],
    'Change to to_categorical(numbers)': [],
  });
  expect(await fixed(`${compiled('sparse_categorical_crossentropy', 3)}model.fit(X, columns)`)).toEqual({
    'Take the loss categorical_crossentropy': [],
  });
  expect(await fixed(`${compiled('categorical_crossentropy', 5)}model.fit(X, columns)`)).toEqual({
    'Change the last layer to 3 units': [],
  });
  expect(await fixed(`${compiled('binary_crossentropy', 2)}model.fit(X, numbers)`)).toEqual({
    'Change the last layer to one unit': [],
  });
});

it('changes the shape that the first layer is given', async () => {
  expect(await fixed('Sequential([Dense(3, input_shape=(5,))]).predict(X)')).toEqual({
    'Change input_shape to (4,)': [],
  });
  expect(await fixed('Sequential([Dense(3, input_dim=5)]).predict(X)')).toEqual({
    'Change input_dim to 4': [],
  });
  expect(await fixed('Sequential([Conv2D(3, 3, input_shape=(28, 28))])')).toEqual({
    'Change input_shape to (28, 28, 1)': [],
  });
  expect(await fixed('Sequential([Dense(3, input_shape=(4))])')).toEqual({ 'Change to (4,)': [] });
});

it('gives a single example the axis of examples', async () => {
  expect(
    await fixed('x = np.zeros((28, 28, 1))\nSequential([Conv2D(3, 3, input_shape=(28, 28, 1))]).predict(x)'),
  ).toEqual({ 'Change to x[None]': [] });
});

it('adds Flatten, with add and in a list', async () => {
  const after = { 'Add Flatten() before the last layer': [] };
  expect(
    await fixed(`def build():
    model = Sequential()
    model.add(Conv2D(3, 3, input_shape=(28, 28, 1)))
    model.add(Dense(3))
    model.compile('adam', 'categorical_crossentropy')
    return model
build().fit(images, columns)
`),
  ).toEqual(after);
  expect(
    await fixed(`model = Sequential([
    Conv2D(3, 3, input_shape=(28, 28, 1)),
    Dense(3),
])
model.compile('adam', 'categorical_crossentropy')
model.fit(images, columns)
`),
  ).toEqual(after);
});

it('lets a recurrent layer give all steps', async () => {
  expect(
    await fixed('model = Sequential()\nmodel.add(LSTM(4, input_shape=(5, 2)))\nmodel.add(LSTM(3))\n'),
  ).toEqual({
    'Add return_sequences=True to the layer before': [],
  });
});
