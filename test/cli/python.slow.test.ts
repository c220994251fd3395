import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../runs/temporaryFolder';
import { bundle } from './bundle';
import { layerwise } from './layerwise';

// each test starts processes, on a machine that may be busy
vi.setConfig({ testTimeout: 60_000 });

const built = bundle('cli', 'hdf5', 'python');
const base = temporaryFolder();
const run = (...args: string[]) => layerwise(built.path('cli'), args, base);
const write = (name: string, text: string) => writeFileSync(join(base, name), text);

write('wrong.py', 'import numpy as np\n\nX = np.zeros((3, 4))\ny = np.dot(X, X)\n');
write('right.py', 'import numpy as np\n\nX = np.zeros((3, 4))\ny = np.dot(X, X.T)\n');
write('table.csv', 'a,b,c\n1,2,3\n4,5,6\n');
write('table.py', 'import pandas as pd\nX = pd.read_csv("table.csv").values\nprint(X[:, 3])\n');
write(
  'cells.ipynb',
  JSON.stringify({
    cells: [
      { cell_type: 'code', source: ['import numpy as np\n', '%matplotlib inline\n', 'X = np.zeros((3, 4))'] },
      { cell_type: 'markdown', source: ['np.dot(X, X)'] },
      { cell_type: 'code', source: '!ls\nX @ X' },
    ],
  }),
);

describe('layerwise check on Python', () => {
  it('tells the place and both shapes, and exits with 1', async () => {
    const { code, json } = await run('check', 'wrong.py', '--json');
    expect(code).toBe(1);
    expect(json).toEqual([
      {
        file: 'wrong.py',
        line: 4,
        column: 5,
        endLine: 4,
        endColumn: 17,
        code: 'shape-mismatch',
        severity: 'error',
        message: expect.stringContaining('X is (3, 4)'),
      },
    ]);
  });

  it('exits with 0 where nothing is wrong', async () => {
    expect(await run('check', 'right.py', '--json')).toMatchObject({ code: 0, json: [], error: '' });
  });

  it('reads the headers of data beside the program', async () => {
    const { json } = await run('check', 'table.py', '--json');
    expect(json).toMatchObject([
      { line: 3, code: 'index-out-of-range', message: expect.stringContaining('(2, 3)') },
    ]);
  });

  it('takes the cells of a notebook as one program, and counts lines in the cell', async () => {
    const { code, json } = await run('check', 'cells.ipynb', '--json');
    expect(code).toBe(1);
    expect(json).toMatchObject([
      { file: 'cells.ipynb', cell: 3, line: 2, column: 1, endLine: 2, endColumn: 6 },
    ]);
  });

  it('looks through folders, but not into virtual environments', async () => {
    for (const folder of ['project/deep', 'project/venv/lib', 'project/.venv']) {
      mkdirSync(join(base, folder), { recursive: true });
      writeFileSync(join(base, folder, 'a.py'), 'import numpy as np\nnp.zeros(2) + np.zeros(3)\n');
    }
    const { json } = await run('check', 'project', '--json');
    expect(json.map(({ file }) => file)).toEqual(['project/deep/a.py']);
  });

  it('takes whatever is in a file', async () => {
    for (const [i, text] of ['', '\0\u0001', '['.repeat(10_000), 'def f(:\n', '\ud800'].entries()) {
      write('any.py', text);
      const { code, error } = await run('check', 'any.py', '--json');
      expect({ i, code, error }).toEqual({ i, code: 0, error: '' });
    }
    for (const text of ['', '[]', '{"cells":{}}', 'null']) {
      write('any.ipynb', text);
      const { code, error } = await run('check', 'any.ipynb', '--json');
      expect(code).toBe(2);
      expect(error).toContain('isn’t a notebook');
    }
  });
});
