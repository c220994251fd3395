import { expect, it } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { shapesMarkdown } from '../../../webview/panels/shapes/shapesMarkdown';

it('writes the table of shapes with symbols and numbers', () => {
  const { network, shapes } = analyze(`{
    "layers": [
      { "id": "input", "type": "input", "shape": [2] },
      { "id": "a|b", "type": "dense", "units": 4, "activation": "tanh" },
      { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
    ]
  }`);
  expect(shapesMarkdown(network!, shapes!)).toBe(
    `| layer | type | parameters | values | count | FLOPs |
| --- | --- | --- | --- | --: | --: |
| input | input |  | X (n_x, m) = (2, m) | 0 | 0 |
| a\\|b | dense | W1 (n_h, n_x) = (4, 2)<br>b1 (n_h, 1) = (4, 1) | Z1 (n_h, m) = (4, m)<br>A1 (n_h, m) = (4, m) | 12 | 24 |
| output | dense | W2 (n_y, n_h) = (1, 4)<br>b2 (n_y, 1) = (1, 1) | Z2 (n_y, m) = (1, m)<br>A2 (n_y, m) = (1, m) | 5 | 10 |
| **total** |  |  |  | **17** | **34** |
`,
  );
});
