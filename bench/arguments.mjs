import { parseArgs } from 'node:util';

const usage = `npm run bench -- [--only NAME,…] [--tasks NAME,…] [--seeds N] [--peers NAME,…] [--nodes N,…] [--runs N] [--big] [--record]

  --only     some of the workloads and measures, by their names
  --tasks    some of the tasks of the measure results, by their names
  --seeds N  at most so many seeds of each of them
  --peers    Layerwise and these only
  --nodes    Layerwise also on these versions of Node: 20, 22, 24, 26
  --runs N   runs of each, of which the median counts (5)
  --longest  seconds of training above which a run takes a part of the steps (20)
  --slice    seconds that such a part takes (3)
  --big      also trains on a file of 10 GB
  --record   writes the report into bench/README.md
  --no-build takes dist as it is`;

/** The settings of a bench from its command line; throws a sentence where they don't fit. `names` are those to choose from. */
export function readArguments(args, names) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      allowNegative: true,
      options: {
        only: { type: 'string' },
        tasks: { type: 'string' },
        seeds: { type: 'string' },
        peers: { type: 'string' },
        nodes: { type: 'string' },
        runs: { type: 'string', default: '5' },
        longest: { type: 'string', default: '20' },
        slice: { type: 'string', default: '3' },
        big: { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
        build: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new Error(`${error.message}\n\n${usage}`);
  }
  if (values.help) return { help: usage };
  return {
    only: listed(values.only, [...names.workloads, ...names.measures], 'workload or measure'),
    tasks: listed(values.tasks, names.tasks, 'task'),
    seeds: values.seeds === undefined ? undefined : positive('seeds', values.seeds, true),
    peers: listed(values.peers, names.peers, 'peer'),
    nodes: listed(values.nodes, names.nodes, 'Node') ?? [],
    runs: positive('runs', values.runs, true),
    longest: positive('longest', values.longest),
    slice: positive('slice', values.slice),
    big: values.big,
    record: values.record,
    build: values.build,
  };
}

function listed(text, known, what) {
  if (text === undefined) return undefined;
  const names = text.split(',').map(name => name.trim());
  const stranger = names.find(name => !known.includes(name));
  if (stranger !== undefined) throw new Error(`There is no ${what} ${stranger}: ${known.join(', ')}.`);
  return names;
}

function positive(name, text, whole = false) {
  const value = Number(text);
  if (!(value > 0) || (whole && !Number.isInteger(value))) {
    throw new Error(`--${name} needs a ${whole ? 'whole ' : ''}number above 0, not ${text}.`);
  }
  return value;
}
