import { expect, it } from 'vitest';
import { checkPython } from '../../src/python/checkPython';
import { openParser } from './openParser';

async function open(text: string) {
  const document = (await openParser()).open(text);
  return { document, problems: () => checkPython(document.module).problems };
}

/** The text after a problem's first fix. */
function fixed(text: string, [problem]: ReturnType<typeof checkPython>['problems']): string | undefined {
  const edits = [...(problem?.fixes[0]?.edits ?? [])].sort((a, b) => b.offset - a.offset);
  if (edits.length === 0) return undefined;
  return edits.reduce(
    (changed, { offset, length, text: put }) =>
      changed.slice(0, offset) + put + changed.slice(offset + length),
    text,
  );
}

const program = (features: number) => `import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(8, 20)
        self.second = nn.Linear(in_features=${features}, out_features=2)

    def forward(self, x):
        return self.second(self.first(x))


y = Net()(torch.rand(5, 8))
`;

it('writes the right in_features where the layer is made', async () => {
  const text = program(10);
  const { problems } = await open(text);
  expect(problems().map(({ code }) => code)).toEqual(['feature-mismatch']);
  expect(fixed(text, problems())).toBe(program(20));
});

it('still does after an edit above it', async () => {
  const text = program(10);
  const { document, problems } = await open(text);
  problems();
  const moved = `# a remark\n${text}`;
  document.update(moved);
  expect(fixed(moved, problems())).toBe(`# a remark\n${program(20)}`);
});

it.each([
  [
    'flattens pictures',
    'x = torch.rand(4, 3, 8, 8)\ny = nn.Linear(192, 2)(x)',
    'x = torch.rand(4, 3, 8, 8)\ny = nn.Linear(192, 2)(x.flatten(1))',
  ],
  [
    'puts the channels first',
    'x = torch.rand(4, 8, 8, 3)\ny = nn.Conv2d(3, 6, 3)(x)',
    'x = torch.rand(4, 8, 8, 3)\ny = nn.Conv2d(3, 6, 3)(x.permute(0, 3, 1, 2))',
  ],
  [
    'makes a vector a column',
    'p, t = torch.rand(4, 1), torch.rand(4)\ny = nn.MSELoss()(p, t)',
    'p, t = torch.rand(4, 1), torch.rand(4)\ny = nn.MSELoss()(p, t.unsqueeze(1))',
  ],
  [
    'takes the column of classes',
    't = torch.randint(0, 3, (4, 1))\ny = nn.CrossEntropyLoss()(torch.rand(4, 3), t)',
    't = torch.randint(0, 3, (4, 1))\ny = nn.CrossEntropyLoss()(torch.rand(4, 3), t.squeeze(1))',
  ],
])('%s', async (_, before, after) => {
  const start = 'import torch\nfrom torch import nn\n';
  const { problems } = await open(start + before);
  expect(problems()).toHaveLength(1);
  expect(fixed(start + before, problems())).toBe(start + after);
  expect((await open(start + after)).problems()).toEqual([]);
});

it('offers no fix for sizes that are worked out', async () => {
  const worked = await open(`import torch
from torch import nn
n = 4
y = nn.Linear(n * 2, 2)(torch.rand(4, 7))
`);
  expect(worked.problems().map(({ code, fixes }) => [code, fixes.length])).toEqual([['feature-mismatch', 0]]);
});
