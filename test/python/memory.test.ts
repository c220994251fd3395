import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPython, type PythonReport } from '../../src/python/checkPython';
import type { DataFiles } from '../../src/python/files/dataFiles';
import { shapeWords } from '../../src/python/values/words';
import { openParser } from './openParser';
import { programs } from './programs';

/** All that a person may see of a report. */
function seen(report: PythonReport) {
  const placed = (list: PythonReport['values']) =>
    list.map(({ span, value }) => [span, value.kind, shapeWords(value), value.origin]);
  return {
    problems: report.problems,
    values: placed(report.values),
    assignments: placed(report.assignments),
    layers: report.layers,
  };
}

const library = `
import numpy as np
n = len(data)
W = np.zeros((4, 3))
table = {"a": W, "b": [np.ones((n, 2))]}

def halve(x):
    return x[::2]

def forward(A, W=W):
    """A -- data of size (n_x, m)"""
    return np.dot(W, A)

def use(A):
    Z = forward(np.zeros((5, 2)))
    return halve(Z) + table["a"]

def sizes(k=n):
    loaded = np.load("x.npy")
    Z = np.zeros((n, k))  # (n, k)
    return np.dot(Z, loaded)

def changes():
    table["a"] = np.zeros((7, 7))
    W.shape

class Net:
    width = 3

    def __init__(self, size=5):
        self.W = np.zeros((size, self.width))

    def run(self):
        return np.dot(self.W, forward(np.zeros((3, 9))))

    def wrong(self):
        return np.dot(np.zeros((2, 3)), np.zeros((2, 3)))

class Deep(Net):
    width = 4

    def deeper(self):
        return halve(self.run()) @ np.zeros((10, 1))
`;

/** Statements of the module that read and change what others of them made. */
const script = `
import numpy as np
rows = 4
W = np.zeros((rows, 3))
cache = {"W": W, "all": [W]}
shapes = []

def note(x):
    shapes.append(x.shape)
    return x

def grow():
    global W
    if len(shapes) > 1:
        W = np.zeros((9, 9))
    cache["b"] = np.zeros((rows, 1))

def product(A):
    return np.dot(cache["W"], A)  # (n, m)

first = note(np.ones((3, 2)))
grow()
Z = product(first) + cache["b"]
for name in ["W", "b"]:
    cache[name] = cache[name].T
if flag:
    W = np.ones((2, 2))
else:
    rows += 1
last = product(W)
print(last)
second, rest = note(last), [np.dot(each, W) for each in cache["all"]]
print(last)
with open(np.load("x.npy")) as f:
    first = second
print(np.dot(first, W))

class Layer:
    made = []

    def __init__(self, size):
        self.W = np.zeros((size, rows))
        Layer.made.append(self)

    def run(self, x):
        return np.dot(self.W, x)

layer = Layer(6)
out = layer.run(Z)
layer.W = np.load("x.npy")
out = layer.run(out)
print(len(Layer.made), shapes)
step, kept = {"W": np.zeros((rows, 3))}, []
for k in range(rows * 100):
    step = {"W": step["W"] * 2, "all": [step["W"]]}
    layer.W = [step["W"], rest]
    kept.append(step)
for k in range(12):
    before, step = step, {"W": step["W"].T}
print(step["W"] + layer.W[0], kept[0]["W"])
assert W.shape == (4, 3)
del W
W = out
`;

const files = (columns: number): DataFiles => ({
  describe: () => ({ kind: 'arrays', arrays: [{ shape: [columns, 6] }] }),
});

const changes = fc.array(
  fc.record({
    at: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.nat(12)),
    put: fc.constantFrom(
      '',
      ' ',
      '\n',
      '3',
      '(',
      ')',
      'W = np.zeros((3, 2))\n',
      'def halve(x):\n    return x.T\n',
      'n = 4\n',
      '# (4, n)',
      'table["b"] = 1\n',
      'import torch\n',
      '    global W\n',
      'grow()\n',
      'W = np.zeros((4, 3))\n',
      'cache["W"] = W\n',
      'exit()\n',
      'for k in [1, 2]:\n    ',
    ),
    columns: fc.nat(2),
  }),
  { minLength: 1, maxLength: 6 },
);

it('what is remembered over edits is what is found without a memory', async () => {
  const parser = await openParser();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(library, library, script, script, script, ...programs), {
        minLength: 1,
        maxLength: 3,
      }),
      changes,
      async (chosen, edits) => {
        let text = chosen.join('\n');
        const document = parser.open(text);
        checkPython(document.module, { files: files(0) });
        for (const { at, length, put, columns } of edits) {
          // mostly where a line begins, so that much stays a program
          const start = at % 3 === 0 ? at % (text.length + 1) : lineStart(text, at % (text.length + 1));
          text = text.slice(0, start) + put + text.slice(start + length);
          const after = seen(checkPython(document.update(text), { files: files(columns) }));
          const fresh = parser.open(text);
          expect(after).toEqual(seen(checkPython(fresh.module, { files: files(columns) })));
          fresh.dispose();
        }
        document.dispose();
      },
    ),
    { numRuns: 120 },
  );
});

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

it('does nothing again for a function that an edit elsewhere leaves as it was', async () => {
  const document = (await openParser()).open(library);
  let asked = 0;
  const counted: DataFiles = {
    describe: path => {
      asked++;
      return files(1).describe(path);
    },
  };
  const before = checkPython(document.module, { files: counted });
  asked = 0;
  const after = checkPython(document.update(`# a line more\n${library}`), { files: counted });
  // asked once for whether it is still so, not again by the loader and its fixed point
  expect(asked).toBe(1);
  const distance = '# a line more\n'.length;
  expect(after.problems.length).toBeGreaterThan(2);
  expect(after.problems.map(({ span, message }) => [span.start - distance, message])).toEqual(
    before.problems.map(({ span, message }) => [span.start, message]),
  );
});

it('reads a comment behind a statement again that is otherwise as it was', async () => {
  const text = (comment: string) =>
    `import numpy as np\nA = load()  ${comment}\nB = np.dot(A, np.zeros((3, 2)))\n`;
  const document = (await openParser()).open(text('#'));
  expect(checkPython(document.module).problems).toEqual([]);
  expect(checkPython(document.update(text('# (m, 4)'))).problems.map(({ code }) => code)).toEqual([
    'shape-mismatch',
  ]);
  expect(checkPython(document.update(text('# (m, 3)'))).problems).toEqual([]);
});
