import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/**
 * The floors of docs/architecture.md, lowest first. A file belongs to the first row that its path begins with, and may
 * import its own row, and the rows below. `types` are rows above that it may name in types only.
 */
const floors: readonly {
  readonly floor: number;
  readonly paths: readonly string[];
  readonly types?: readonly string[];
}[] = [
  {
    floor: 0,
    paths: [
      ...['shape', 'problem', 'random', 'roundedLog', 'roundedSine', 'exactArithmetic'].map(
        name => `src/core/${name}`,
      ),
      'src/wasm',
    ],
  },
  {
    floor: 1,
    paths: ['src/core/kernels'],
    types: ['src/core/activations', 'src/core/losses', 'src/core/optimizers'],
  },
  {
    floor: 2,
    paths: [
      'src/core/activations',
      'src/core/losses',
      'src/core/optimizers',
      'src/core/initializers',
      'src/core/metrics',
    ],
  },
  { floor: 3, paths: ['src/core/layers'] },
  { floor: 4, paths: ['src/core/network'] },
  { floor: 5, paths: ['src/core/analyze'] },
  { floor: 5, paths: ['src/core/proposal'] },
  { floor: 6, paths: ['src/core/plan', 'src/core/train'] },
  { floor: 7, paths: ['src/data', 'src/formats'] },
  { floor: 7, paths: ['src/python'] },
  { floor: 8, paths: ['src/platform'] },
  { floor: 9, paths: ['src/runs'] },
  { floor: 10, paths: ['src/protocol'] },
  { floor: 11, paths: ['src/host'] },
  { floor: 11, paths: ['src/trainer'] },
  { floor: 11, paths: ['src/describer'] },
  { floor: 11, paths: ['src/pythonChecker'] },
  { floor: 11, paths: ['src/cli'] },
  { floor: 11, paths: ['webview'] },
];

/** Who may import what is neither ours nor pure. */
const outside: readonly { readonly module: RegExp; readonly only: readonly string[] }[] = [
  { module: /^vscode$/, only: ['src/host'] },
  {
    module: /^node:/,
    only: ['src/platform', 'src/host', 'src/trainer', 'src/describer', 'src/pythonChecker', 'src/cli'],
  },
  // it calls itself for each level of nesting: readJson counts them before
  { module: /^jsonc-parser$/, only: ['src/core/network/json'] },
  { module: /^(d3|@vscode-elements|@vscode\/codicons)/, only: ['webview'] },
];

const longest = 500;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s)?([^'";]*?)(?:from\s+)?'([^']+)';/gm);
  const dynamic = text.matchAll(/\b(?:import|require)\(\s*'([^']+)'\s*\)/g);
  return [
    ...[...statements].map(([, type, names, to]) => ({
      from: file,
      to: to!,
      typeOnly:
        type !== undefined ||
        (names!.includes('{') &&
          names!
            .replace(/[{}\s]/g, '')
            .split(',')
            .every(name => name === '' || /^type[A-Z]/.test(name))),
    })),
    ...[...dynamic].map(([, to]) => ({ from: file, to: to!, typeOnly: false })),
  ];
}

const row = (file: string) =>
  floors.find(({ paths }) => paths.some(start => file === `${start}.ts` || file.startsWith(`${start}/`)));

const files = [...sources('src'), ...sources('webview')];
const imports = files.flatMap(importsOf);

function upward(all: readonly Import[]): string[] {
  return all.flatMap(({ from, to, typeOnly }) => {
    if (!to.startsWith('.')) return [];
    const target = path.relative(root, path.resolve(root, path.dirname(from), to));
    const here = row(from);
    const there = row(`${target}.ts`) ?? row(`${target}/index.ts`);
    if (!here || !there || here === there || there.floor < here.floor) return [];
    return typeOnly && here.types?.some(start => target.startsWith(start)) ? [] : [`${from} imports ${to}`];
  });
}

describe('imports run downward', () => {
  it('from every file, which has a floor', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter(file => !row(file))).toEqual([]);
  });

  it('to the same floor or one below', () => {
    expect(upward(imports)).toEqual([]);
  });

  it('and one that doesn’t would be found', () => {
    const one = (from: string, to: string) => upward([{ from, to, typeOnly: false }]);
    expect(one('src/core/shape.ts', './network/parse')).toHaveLength(1);
    expect(one('src/host/extension.ts', '../cli/main')).toHaveLength(1);
    expect(one('src/core/network/parse.ts', '../shape')).toEqual([]);
    expect(imports.filter(({ to }) => to.startsWith('.')).length).toBeGreaterThan(files.length);
  });

  it('only where they may to VS Code, Node and the DOM’s libraries', () => {
    const strays = imports.filter(({ from, to, typeOnly }) =>
      outside.some(
        ({ module, only }) =>
          !typeOnly && module.test(to) && !only.some(start => from.startsWith(`${start}/`)),
      ),
    );
    expect(strays.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });
});

describe('the core is pure', () => {
  const impure =
    /\b(Math\.random|Date\.now|new Date\(\)|performance\.now|document\.|window\.|process\.|globalThis\.|setTimeout|fetch\()/;

  it('takes clock, randomness and bytes as arguments', () => {
    const found = sources('src/core').filter(file =>
      impure.test(withoutComments(readFileSync(path.join(root, file), 'utf8'))),
    );
    expect(found).toEqual([]);
  });
});

describe('a file', () => {
  it(`has at most ${longest} lines`, () => {
    const long = files.filter(
      file => readFileSync(path.join(root, file), 'utf8').split('\n').length > longest,
    );
    expect(long).toEqual([]);
  });

  it('is not named for nothing', () => {
    const vague = /^(utils?|helpers?|common|manager|service|misc)\b/i;
    expect(files.filter(file => file.split('/').some(part => vague.test(part)))).toEqual([]);
  });
});

/** The table in docs/architecture.md and the one above say the same. */
it('the floors are those of the page', () => {
  const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  for (const { floor, paths } of floors) {
    const lines = page
      .split('\n')
      .filter(text => text.startsWith(`| ${floor} |`))
      .join();
    for (const start of paths) expect(lines, start).toContain(path.basename(start));
  }
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
