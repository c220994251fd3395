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
      ...[
        'shape',
        'problem',
        'setting',
        'random',
        'roundedLog',
        'roundedSine',
        'exactArithmetic',
        'work',
      ].map(name => `src/core/${name}`),
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
      'src/core/schedules',
      'src/core/augmentations',
    ],
  },
  { floor: 3, paths: ['src/core/layers'] },
  { floor: 4, paths: ['src/core/network'] },
  { floor: 5, paths: ['src/core/plan', 'src/core/analyze'] },
  { floor: 5, paths: ['src/core/proposal'] },
  { floor: 6, paths: ['src/core/train'] },
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

interface Rooms {
  /** Lowest first. Those on one floor never import each other. A room is a folder or a file. */
  readonly floors: readonly (readonly string[])[];
  /** Rooms that one below may name in types only. */
  readonly types?: Readonly<Record<string, readonly string[]>>;
}

/** The floors within a folder that holds many rooms. */
const within: Readonly<Record<string, Rooms>> = {
  'src/python': {
    floors: [
      ['sizes', 'syntax', 'files', 'rules', 'notebook', 'ignoreLine'],
      ['values'],
      ['shapes'],
      ['ops'],
      [
        'contracts',
        ...['builtins', 'numpy', 'dataFiles', 'scipy', 'sklearn', 'keras', 'tensorflow', 'torch'],
      ],
      ['interpreter', 'libraries'],
      ['checkPython'],
      ['marks'],
      ['models'],
      ['python'],
      ['loadPython'],
    ],
    // a value may be a function of a library, whose rule takes and gives values
    types: { values: ['ops'] },
  },
  'src/python/interpreter': {
    floors: [
      ['store', 'collectFindings', 'namesSetBy'],
      ['machine'],
      ['names', 'forgetLists', 'bounded'],
      ['calls'],
      ['expressions', 'alone'],
      ['loops'],
      ['statements', 'kept'],
      ['uncalled'],
      ['interpret'],
    ],
  },
  'src/runs': {
    floors: [
      ['runFault', 'figures', 'dataFiles', 'pacing'],
      ['verdicts', 'faultOf'],
      ['run'],
      ['stepsTaken', 'bestInUse', 'folder'],
      ['stage', 'preparing'],
      ['model'],
      ['training'],
    ],
  },
  webview: {
    floors: [
      ['state', 'hostChannel', 'withoutEval', 'styles.d'],
      ['dom', 'charts', 'canEdit', 'drafts', 'sendFix', 'savedState', 'receive'],
      ['canvas', 'initialState'],
      ['commands', 'panels', 'picture', 'store'],
      ['gestures', 'overlays', 'toolbar', 'requests'],
      ['palette'],
      ['frame'],
      ['app'],
      ['main', 'gallery'],
    ],
  },
};

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
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s)?([^'";(=]*?)(?:from\s+)?'([^']+)';/gm);
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

const targetOf = ({ from, to }: Pick<Import, 'from' | 'to'>) =>
  path.relative(root, path.resolve(root, path.dirname(from), to));

function upward(all: readonly Import[]): string[] {
  return all.flatMap(({ from, to, typeOnly }) => {
    if (!to.startsWith('.')) return [];
    const target = targetOf({ from, to });
    const here = row(from);
    const there = row(`${target}.ts`) ?? row(`${target}/index.ts`);
    if (!here || !there || here === there || there.floor < here.floor) return [];
    return typeOnly && here.types?.some(start => target.startsWith(start)) ? [] : [`${from} imports ${to}`];
  });
}

/** The room of a file within a folder; undefined where it is outside. */
function roomIn(folder: string, file: string): string | undefined {
  return file.startsWith(`${folder}/`)
    ? file.slice(folder.length + 1).replace(/(\/.*|\.ts)$/, '')
    : undefined;
}

function upwardWithin(folder: string, { floors, types }: Rooms, all: readonly Import[]): string[] {
  const floorOf = (room: string) => floors.findIndex(names => names.includes(room));
  return all.flatMap(({ from, to, typeOnly }) => {
    const [here, there] = [
      roomIn(folder, from),
      to.startsWith('.') && roomIn(folder, targetOf({ from, to })),
    ];
    if (!here || !there || here === there || floorOf(there) < floorOf(here)) return [];
    return typeOnly && types?.[here]?.includes(there) ? [] : [`${from} imports ${to}`];
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

  describe.each(Object.entries(within))('within %s', (folder, rooms) => {
    const named = rooms.floors.flat();

    it('from every room, which has a floor', () => {
      const there = new Set(files.flatMap(file => roomIn(folder, file) ?? []));
      expect([...there].sort()).toEqual([...named].sort());
    });

    it('to the same room or a floor below', () => {
      expect(upwardWithin(folder, rooms, imports)).toEqual([]);
    });

    it('and one that doesn’t would be found', () => {
      const one = (from: string, to: string, typeOnly = false) =>
        upwardWithin(folder, rooms, [{ from: `${folder}/${from}.ts`, to, typeOnly }]);
      const [lowest, highest] = [rooms.floors[0]![0]!, rooms.floors.at(-1)![0]!];
      expect(one(lowest, `./${highest}`)).toHaveLength(1);
      expect(one(highest, `./${lowest}`)).toEqual([]);
      for (const [room, above] of Object.entries(rooms.types ?? {})) {
        expect(one(`${room}/some`, `../${above[0]}/other`)).toHaveLength(1);
        expect(one(`${room}/some`, `../${above[0]}/other`, true)).toEqual([]);
      }
    });

    it('as the page says', () => {
      const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
      const line = rooms.floors.map(names => names.map(name => `\`${name}\``).join(', ')).join(' ‹ ');
      expect(page).toContain(`- \`${folder}\`: ${line}`);
    });
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

describe('no files import each other in a circle', () => {
  const graph = (all: readonly Import[]) => {
    const edges = new Map<string, string[]>();
    for (const each of all.filter(({ to }) => to.startsWith('.'))) {
      const target = targetOf(each);
      const file = [`${target}.ts`, `${target}/index.ts`].find(name => files.includes(name));
      if (file) edges.set(each.from, [...(edges.get(each.from) ?? []), file]);
    }
    return edges;
  };

  it('when they run', () => {
    expect(circleIn(graph(imports.filter(({ typeOnly }) => !typeOnly)))).toEqual([]);
  });

  it('and one would be found', () => {
    const circle = { 'a.ts': ['b.ts', 'c.ts'], 'c.ts': ['d.ts'], 'd.ts': ['a.ts'] };
    expect(circleIn(new Map(Object.entries(circle)))).toEqual(['a.ts', 'c.ts', 'd.ts', 'a.ts']);
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

/** The first circle that is met: the files on it, the first of them twice. */
function circleIn(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    way.push(file);
    for (const next of edges.get(file) ?? []) {
      const circle = visit(next);
      if (circle.length > 0) return circle;
    }
    way.pop();
    done.add(file);
    return [];
  };
  for (const file of edges.keys()) {
    const circle = visit(file);
    if (circle.length > 0) return circle;
  }
  return [];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
