import type { Family } from '../ops/entry';
import { isWhollyKnown } from '../values/isWhollyKnown';
import { bool, type ClassValue, itemsOf, none, unknown, type Value } from '../values/value';

const kinds: Readonly<Record<string, readonly Value['kind'][]>> = {
  'builtins.int': ['int'],
  'builtins.float': ['float'],
  'builtins.str': ['string'],
  'builtins.list': ['list'],
  'builtins.tuple': ['tuple'],
  'builtins.dict': ['dict'],
  'builtins.bool': ['bool'],
};

/** Whether a value is of a type, where that is certain. */
function isOf(value: Value, type: Value): boolean | undefined {
  if (value.kind === 'unknown' || value.kind === 'module') return undefined;
  const several = type.kind === 'tuple' ? itemsOf(type)?.map(each => isOf(value, each)) : undefined;
  if (several) return several.includes(true) ? true : several.includes(undefined) ? undefined : false;
  if (type.kind === 'op' && kinds[type.name]) {
    // a number of NumPy may be held as a plain one here
    if (value.kind === 'int' || value.kind === 'float' || value.kind === 'bool' || value.kind === 'range')
      return undefined;
    return kinds[type.name]!.includes(value.kind);
  }
  if (type.kind === 'op' || type.kind === 'module') {
    return value.kind === 'array' && value.type === type.name
      ? true
      : value.kind === 'none'
        ? false
        : undefined;
  }
  if (type.kind !== 'class') return undefined;
  if (value.kind === 'array')
    return value.type === type.name || (type.entry?.names.includes(value.type) ? true : undefined);
  if (value.kind !== 'instance') return value.kind === 'none' ? false : undefined;
  return isMadeFrom(value.of, type) ? true : isWhollyKnown(value.of) ? false : undefined;
}

function isMadeFrom(of: ClassValue, type: ClassValue, depth = 0): boolean {
  return (
    of === type ||
    of.members === type.members ||
    (depth < 20 && of.bases.some(base => base.kind === 'class' && isMadeFrom(base, type, depth + 1)))
  );
}

export const classes: Family = {
  title: 'Classes',
  about: '`isinstance`, `super`, attributes by name.',
  entries: [
    {
      kind: 'function',
      names: ['builtins.isinstance'],
      parameters: 'value, type',
      rule: ({ args: { value, type } }) => bool(value && type ? isOf(value, type) : undefined),
    },
    {
      kind: 'function',
      names: ['builtins.getattr'],
      parameters: 'of, name, standard=None',
      rule: call => {
        const { of, name } = call.args;
        return of && name?.kind === 'string' && name.value !== undefined
          ? call.attribute(of, name.value)
          : unknown;
      },
    },
    {
      kind: 'function',
      names: ['builtins.hasattr'],
      parameters: 'of, name',
      // one that isn't known may be there all the same
      rule: ({ args: { of, name } }) =>
        bool(
          of?.kind === 'instance' && name?.kind === 'string' && of.attributes.has(name.value ?? '')
            ? true
            : undefined,
        ),
    },
    {
      kind: 'function',
      names: ['builtins.setattr'],
      parameters: 'of, name, value',
      rule: call => {
        const { of, name, value } = call.args;
        if (of?.kind === 'instance' && name?.kind === 'string' && name.value !== undefined) {
          call.set(of.attributes, name.value, value ?? unknown);
        }
        return none;
      },
    },
    { kind: 'class', names: ['builtins.object'], parameters: '' },
    {
      kind: 'function',
      names: [
        'builtins.print',
        'builtins.type',
        'builtins.id',
        'builtins.open',
        'builtins.any',
        'builtins.all',
        'builtins.callable',
      ],
      parameters: '*rest, **extra',
      // they change nothing
      rule: ({ name }) => (name.endsWith('print') ? none : unknown),
    },
    {
      kind: 'function',
      names: ['builtins.exit', 'builtins.quit', 'sys.exit', 'os._exit'],
      parameters: 'code=None',
      rule: call => {
        call.stop();
        return unknown;
      },
    },
  ],
};
