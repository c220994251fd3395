/** A kind of network file that would keep the extension host busy, if its faults cost more than it is long. */
export interface HostileDocument {
  readonly name: string;
  /** A text with as many faults; it grows with `count`, by a fixed number of characters a fault. */
  make(count: number): string;
}

const input = '{ "id": "input", "type": "input", "shape": [4] }';
const output = '{ "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }';

const list = (count: number, item: (i: number) => string) => Array.from({ length: count }, (_, i) => item(i));

/** `count` layers between an input and an output. */
const layers = (count: number, layer: (i: number) => string) =>
  `{\n  "layers": [\n    ${[input, ...list(count, layer), output].join(',\n    ')}\n  ]\n}\n`;

/** A sound network with another field at its top. */
const beside = (field: string) => `{\n  "layers": [\n    ${input},\n    ${output}\n  ],\n  ${field}\n}\n`;

const training = (field: string) =>
  beside(
    `"training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 10${field && `, ${field}`} }`,
  );

const dense = (id: string, rest: string) =>
  `{ "id": "${id}", "type": "dense", "units": 4, "activation": "relu"${rest} }`;

export const hostileDocuments: readonly HostileDocument[] = [
  {
    name: 'sound layers',
    make: count => layers(count, i => dense(`hidden${i}`, '')),
  },
  {
    name: 'unknown inputs',
    make: count => layers(count, i => dense(`h${i}`, `, "inputs": ["hiden${i}"]`)),
  },
  {
    name: 'unknown inputs, many in one layer',
    make: count =>
      layers(
        1,
        () => `{ "id": "sum", "type": "add", "inputs": [${list(count, i => `"missing${i}"`).join(', ')}] }`,
      ),
  },
  {
    name: 'one layer with many inputs',
    make: count =>
      layers(
        1,
        () =>
          `{ "id": "h", "type": "dense", "units": 1, "inputs": [${list(count, () => '"input"').join(', ')}] }`,
      ),
  },
  {
    name: 'layers with too many inputs',
    make: count => layers(count, i => dense(`h${i}`, ', "inputs": ["input", "output", "input"]')),
  },
  {
    name: 'unknown fields, one a layer',
    make: count => layers(count, i => dense(`h${i}`, ', "unit": 3')),
  },
  {
    name: 'unknown fields, all in one layer',
    make: count => layers(1, () => dense('h', list(count, i => `, "field${i}": ${i}`).join(''))),
  },
  {
    name: 'unknown fields at the top',
    make: count => beside(list(count, i => `"field${i}": ${i}`).join(', ')),
  },
  {
    name: 'unknown fields in the training',
    make: count => training(list(count, i => `"field${i}": ${i}`).join(', ')),
  },
  {
    name: 'unknown fields in the data',
    make: count =>
      beside(`"data": { "generator": "flower", ${list(count, i => `"field${i}": ${i}`).join(', ')} }`),
  },
  {
    name: 'fields written twice',
    make: count => layers(1, () => dense('h', list(count, i => `, "units": ${i}`).join(''))),
  },
  {
    name: 'fields written twice, one a layer',
    make: count => layers(count, i => dense(`h${i}`, ', "units": 4')),
  },
  { name: 'one id for all layers', make: count => layers(count, () => dense('same', '')) },
  { name: 'no ids', make: count => layers(count, () => '{ "type": "dense", "units": 4 }') },
  { name: 'no types', make: count => layers(count, i => `{ "id": "h${i}" }`) },
  { name: 'unknown types', make: count => layers(count, i => `{ "id": "h${i}", "type": "dens" }`) },
  { name: 'empty layers', make: count => layers(count, () => '{}') },
  { name: 'numbers for layers', make: count => layers(count, i => String(i)) },
  {
    name: 'bad units',
    make: count => layers(count, i => `{ "id": "h${i}", "type": "dense", "units": "x" }`),
  },
  {
    name: 'negative units',
    make: count => layers(count, i => `{ "id": "h${i}", "type": "dense", "units": -4 }`),
  },
  {
    name: 'bad activations',
    make: count => layers(count, i => `{ "id": "h${i}", "type": "dense", "units": 4, "activation": "rely" }`),
  },
  {
    name: 'bad initializers',
    make: count =>
      layers(count, i => dense(`h${i}`, ', "initializer": { "type": "normal", "scale": "big", "size": 3 }')),
  },
  {
    name: 'bad items in a shape',
    make: count =>
      layers(1, () => `{ "id": "in", "type": "input", "shape": [${list(count, () => '"x"').join(', ')}] }`),
  },
  {
    name: 'bad inputs',
    make: count => layers(count, i => dense(`h${i}`, ', "inputs": [3]')),
  },
  {
    name: 'bad items in inputs',
    make: count => layers(1, () => dense('h', `, "inputs": [${list(count, i => String(i)).join(', ')}]`)),
  },
  {
    name: 'cycles of two',
    make: count =>
      layers(
        count,
        i => `{ "id": "h${i}", "type": "add", "inputs": ["input", "h${i % 2 === 0 ? i + 1 : i - 1}"] }`,
      ),
  },
  {
    name: 'layers that feed themselves',
    make: count => layers(count, i => dense(`h${i}`, `, "inputs": ["h${i}"]`)),
  },
  {
    name: 'one long cycle',
    make: count =>
      layers(count, i => `{ "id": "h${i}", "type": "add", "inputs": ["input", "h${(i + 1) % count}"] }`),
  },
  {
    name: 'many long cycles',
    make: count =>
      layers(
        count,
        i =>
          `{ "id": "h${i}", "type": "add", "inputs": ["h${i === 0 ? count - 1 : i - 1}", "h${count - 1}"] }`,
      ),
  },
  {
    name: 'layers of no use',
    make: count => layers(count, i => dense(`h${i}`, ', "inputs": ["input"]')),
  },
  { name: 'layers that nothing feeds', make: count => layers(count, i => dense(`h${i}`, ', "inputs": []')) },
  {
    name: 'layers that are not reached',
    make: count => layers(count, i => dense(`h${i}`, i === 0 ? ', "inputs": []' : '')),
  },
  {
    name: 'second inputs',
    make: count => layers(count, i => `{ "id": "in${i}", "type": "input", "shape": [3] }`),
  },
  {
    name: 'shapes that differ',
    make: count => layers(count, i => `{ "id": "h${i}", "type": "add", "inputs": ["input", "output"] }`),
  },
  {
    name: 'pictures where vectors belong',
    make: count =>
      `{ "layers": [{ "id": "input", "type": "input", "shape": [8, 8, 3] }, ${list(count, i => dense(`h${i}`, ', "inputs": ["input"]')).join(', ')}] }`,
  },
  {
    name: 'linear hidden layers',
    make: count => layers(count, i => `{ "id": "h${i}", "type": "dense", "units": 4 }`),
  },
  {
    name: 'softmax hidden layers',
    make: count =>
      layers(count, i => `{ "id": "h${i}", "type": "dense", "units": 4, "activation": "softmax" }`),
  },
  {
    name: 'positions of layers that are not there',
    make: count =>
      beside(`"view": { "positions": { ${list(count, i => `"h${i}": { "x": 1, "y": 2 }`).join(', ')} } }`),
  },
  {
    name: 'bad positions',
    make: count =>
      beside(`"view": { "positions": { ${list(count, i => `"h${i}": { "x": "a" }`).join(', ')} } }`),
  },
  {
    name: 'bad roles of columns',
    make: count =>
      beside(
        `"data": { "file": "a.csv", "target": "y", "columns": { ${list(count, i => `"c${i}": "nummer"`).join(', ')} } }`,
      ),
  },
  {
    name: 'bad targets',
    make: count =>
      beside(`"data": { "file": "a.csv", "target": [${list(count, i => String(i)).join(', ')}] }`),
  },
  {
    name: 'commas that are missing',
    make: count => `{ "layers": [${list(count, () => '{ "id": "a" }').join(' ')}] }`,
  },
  {
    name: 'words that mean nothing',
    make: count => `{ "layers": [${list(count, () => 'nul').join(', ')}] }`,
  },
  { name: 'texts that are never closed', make: count => list(count, () => '{ "layers: [').join('\n') },
  { name: 'lists that are never closed', make: count => '['.repeat(count) },
  { name: 'objects that are never closed', make: count => '{ "a": '.repeat(count) },
  { name: 'brackets too many', make: count => `{ "layers": [] }${']'.repeat(count)}` },
  {
    name: 'nested just allowed',
    make: count => beside(`"x": [${list(count, () => `${'['.repeat(90)}${']'.repeat(90)}`).join(', ')}]`),
  },
  { name: 'comments', make: count => `{\n${list(count, i => `// comment ${i}\n`).join('')}"layers": [] }` },
  { name: 'comments that are never closed', make: count => `{ "layers": [] }${'/* '.repeat(count)}` },
  { name: 'one huge text', make: count => layers(1, () => dense('h'.repeat(count), '')) },
  { name: 'one huge word', make: count => `{ "layers": [${'x'.repeat(count)}] }` },
  {
    name: 'one huge unknown field',
    make: count => layers(1, () => dense('h', `, "${'u'.repeat(count)}": 1`)),
  },
  {
    name: 'huge texts',
    make: count => layers(count, i => dense(`h${i}`, `, "kind": "${'x'.repeat(4000)}"`)),
  },
  { name: 'quotation marks', make: count => `{ "layers": [] }${'"'.repeat(count)}` },
  { name: 'backslashes', make: count => `{ "layers": ["${'\\'.repeat(count)}"] }` },
  { name: 'blanks', make: count => `{ "layers": [${' '.repeat(count)}] }` },
  { name: 'empty lines', make: count => `{ "layers": [${'\n'.repeat(count)}] }` },
  {
    name: 'an address of blanks',
    make: count => beside(`"data": { "file": "a${' '.repeat(count)}b", "target": "y" }`),
  },
];

/** As many faults as make a text of about `length` characters. */
export function ofLength({ make }: HostileDocument, length: number): string {
  const each = (make(2_000).length - make(1_000).length) / 1_000;
  return make(Math.max(1, Math.floor(length / each)));
}
