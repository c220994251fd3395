import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { numberArgument } from '../ops/readArguments';
import { turnsOf } from '../values/elements';
import {
  heldKey,
  type InstanceValue,
  itemsOf,
  list,
  listOf,
  none,
  string,
  unknown,
  type Value,
} from '../values/value';

function hold(call: Call, self: InstanceValue, items: readonly Value[] | undefined): void {
  call.set(self.attributes, heldKey, items ? list(items) : listOf(unknown));
}

function held(self: Value | undefined): readonly Value[] | undefined {
  return self?.kind === 'instance' ? itemsOf(self) : undefined;
}

function add(call: Call, self: Value | undefined, added: readonly Value[] | undefined): Value {
  if (self?.kind === 'instance') {
    const before = held(self);
    hold(call, self, before && added ? [...before, ...added] : undefined);
  }
  return self ?? none;
}

/** The modules that a dict holds, by name; undefined where they aren't all known. */
function named(of: Value | undefined): readonly (readonly [string, Value])[] | undefined {
  if (of?.kind !== 'dict' || !turnsOf(of)) return undefined;
  return [...of.cells];
}

/** `layers[-1]`, `layers[:3]`. */
function part(call: Call): Value {
  const { self, index } = call.args;
  const items = held(self);
  if (self?.kind !== 'instance' || !items || !index) return unknown;
  if (index.kind === 'string') return self.attributes.get(index.value ?? '') ?? unknown;
  if (index.kind === 'slice') {
    const [from, to] = [index.lower, index.upper].map(bound =>
      bound.kind === 'none' ? undefined : (numberArgument(bound) ?? Number.NaN),
    );
    if (Number.isNaN(from) || Number.isNaN(to) || index.step.kind !== 'none') return unknown;
    return call.invoke(self.of, items.slice(from, to));
  }
  const at = numberArgument(index);
  if (at === undefined) return unknown;
  return items.at(at) ?? unknown;
}

const same =
  'to cuda cpu train eval float double half apply requires_grad_ share_memory type bfloat16 xpu to_empty';

export const modules: Family = {
  title: 'Modules',
  about:
    'Classes made from `nn.Module` are followed through `forward`; `Sequential` and `ModuleList` through what they hold.',
  entries: [
    {
      kind: 'class',
      names: ['torch.nn.Module'],
      parameters: '',
      callParameters: '*args, **kwargs',
      call: (call, self) =>
        call.invoke(call.attribute(self, 'forward'), call.rest, Object.fromEntries(call.extra)),
    },
    {
      kind: 'function',
      names: same.split(' ').map(name => `torch.nn.Module.${name}`),
      parameters: 'self, *args, **kwargs',
      rule: ({ args }) => args.self ?? unknown,
    },
    {
      kind: 'function',
      names: ['zero_grad', 'load_state_dict'].map(name => `torch.nn.Module.${name}`),
      parameters: 'self, *args, **kwargs',
      rule: () => none,
    },
    {
      kind: 'function',
      names: [
        'torch.nn.Module.register_buffer',
        'torch.nn.Module.register_parameter',
        'torch.nn.Module.register_module',
      ],
      parameters: 'self, name, value=None, persistent=True, tensor=None, param=None, module=None',
      rule: call => {
        const { self, name, value, tensor, param, module } = call.args;
        if (self?.kind === 'instance' && name?.kind === 'string' && name.value !== undefined)
          call.set(self.attributes, name.value, value ?? tensor ?? param ?? module ?? unknown);
        return none;
      },
    },
    {
      kind: 'function',
      names: ['torch.nn.Module.add_module'],
      parameters: 'self, name, module',
      rule: call => {
        const { self, name, module } = call.args;
        if (self?.kind !== 'instance') return none;
        if (name?.kind === 'string' && name.value !== undefined)
          call.set(self.attributes, name.value, module ?? unknown);
        if (self.attributes.has(heldKey)) add(call, self, module && [module]);
        return none;
      },
    },
    {
      kind: 'class',
      names: ['torch.nn.Sequential'],
      bases: ['torch.nn.Module'],
      parameters: '*layers',
      init: (call, self) => {
        const [first] = call.rest;
        const parts = call.rest.length === 1 ? named(first) : undefined;
        if (parts) for (const [name, module] of parts) call.set(self.attributes, name, module);
        const layers = parts?.map(([, module]) => module) ?? call.rest;
        hold(call, self, first?.kind === 'dict' && !parts ? undefined : layers);
      },
      callParameters: 'input',
      call: (call, self) => {
        const own = call.attribute(self, 'forward');
        const layers = held(self);
        if (own.kind === 'function') return call.invoke(own, [call.args.input ?? unknown]);
        if (!layers) return unknown;
        return layers.reduce((value, layer) => call.invoke(layer, [value]), call.args.input ?? unknown);
      },
    },
    {
      kind: 'function',
      names: ['torch.nn.Sequential.forward'],
      parameters: 'self, input',
      rule: call =>
        (held(call.args.self) ?? [unknown]).reduce(
          (value, layer) => call.invoke(layer, [value]),
          call.args.input ?? unknown,
        ),
    },
    {
      kind: 'class',
      names: ['torch.nn.ModuleList', 'torch.nn.ParameterList'],
      bases: ['torch.nn.Module'],
      parameters: 'modules=None',
      init: (call, self) => hold(call, self, call.args.modules ? itemsOf(call.args.modules) : []),
    },
    {
      kind: 'class',
      names: ['torch.nn.ModuleDict', 'torch.nn.ParameterDict'],
      bases: ['torch.nn.Module'],
      parameters: 'modules=None',
      init: (call, self) => {
        for (const [name, module] of named(call.args.modules) ?? []) call.set(self.attributes, name, module);
      },
    },
    {
      kind: 'function',
      names: ['torch.nn.ModuleDict.__getitem__'],
      parameters: 'self, key',
      rule: ({ args: { self, key } }) =>
        self?.kind === 'instance' && key?.kind === 'string' && key.value !== undefined
          ? (self.attributes.get(key.value) ?? unknown)
          : unknown,
    },
    {
      kind: 'function',
      names: ['torch.nn.ModuleDict.__setitem__'],
      parameters: 'self, key, value',
      rule: call => {
        const { self, key, value } = call.args;
        if (self?.kind === 'instance' && key?.kind === 'string' && key.value !== undefined)
          call.set(self.attributes, key.value, value ?? unknown);
        return none;
      },
    },
    {
      kind: 'function',
      names: [
        'torch.nn.Sequential.__getitem__',
        'torch.nn.ModuleList.__getitem__',
        'torch.nn.ParameterList.__getitem__',
      ],
      parameters: 'self, index',
      rule: part,
    },
    {
      kind: 'function',
      names: ['torch.nn.Sequential.__setitem__', 'torch.nn.ModuleList.__setitem__'],
      parameters: 'self, index, value',
      rule: call => {
        const { self, index, value } = call.args;
        const items = held(self);
        if (self?.kind !== 'instance') return none;
        const at = numberArgument(index);
        hold(
          call,
          self,
          items && at !== undefined && value
            ? items.with(
                at < 0 ? Math.max(0, at + items.length) : Math.min(at, Math.max(0, items.length - 1)),
                value,
              )
            : undefined,
        );
        return none;
      },
    },
    {
      kind: 'function',
      names: ['torch.nn.Sequential.append', 'torch.nn.ModuleList.append', 'torch.nn.ParameterList.append'],
      parameters: 'self, module',
      rule: call => add(call, call.args.self, call.args.module && [call.args.module]),
    },
    {
      kind: 'function',
      names: ['torch.nn.Sequential.extend', 'torch.nn.ModuleList.extend'],
      parameters: 'self, modules',
      rule: call => add(call, call.args.self, call.args.modules && itemsOf(call.args.modules)),
    },
    {
      kind: 'function',
      names: [
        'torch.nn.ModuleList.insert',
        'torch.nn.Sequential.insert',
        'torch.nn.Sequential.pop',
        'torch.nn.ModuleList.pop',
      ],
      parameters: 'self, *rest',
      rule: call => {
        const { self } = call.args;
        if (self?.kind === 'instance') hold(call, self, undefined);
        return unknown;
      },
    },
    {
      kind: 'class',
      names: ['torch.nn.DataParallel', 'torch.nn.parallel.DistributedDataParallel'],
      bases: ['torch.nn.Module'],
      parameters: 'module, *rest, **extra',
      init: (call, self) => call.set(self.attributes, 'module', call.args.module ?? unknown),
      callParameters: '*args, **kwargs',
      call: (call, self) =>
        call.invoke(self.attributes.get('module') ?? unknown, call.rest, Object.fromEntries(call.extra)),
    },
    {
      kind: 'function',
      names: [
        'torch.compile',
        'torch.jit.script',
        'torch.nn.utils.weight_norm',
        'torch.nn.utils.spectral_norm',
        'torch.nn.utils.parametrizations.spectral_norm',
        'torch.nn.utils.parametrizations.weight_norm',
      ],
      parameters: 'model, *rest, **extra',
      rule: ({ args }) => args.model ?? unknown,
    },
    {
      kind: 'function',
      names: ['torch.nn.Module.children', 'torch.nn.Module.modules'],
      parameters: 'self',
      rule: call => {
        const items = call.name.endsWith('children') ? held(call.args.self) : undefined;
        return items ? list(items) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['torch.nn.Module._get_name'],
      parameters: 'self',
      rule: () => string(),
    },
  ],
};
