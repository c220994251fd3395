import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, isNumber } from '../sizes/size';
import { float, itemsOf, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';

/** The state that a solver begins with, a vector; reports one of more axes. */
function stateIn(call: Call): readonly [Dim] | undefined {
  const shape = asArray(call.args.y0, ndarray)?.shape;
  if (!shape || shape.length === 0) return undefined;
  if (shape.length === 1) return [shape[0]];
  const { words, origins } = call.operand('y0');
  call.report({
    code: 'invalid-argument',
    message: `${call.written} takes a state of one axis, but ${words} is ${formatDims(shape)}. ${words}.ravel() has one.`,
    related: origins,
  });
  return undefined;
}

/** What the user's function gives for a time and a state, and for whatever else it takes. */
function derivative(call: Call, given: readonly Value[]): readonly Dim[] | undefined {
  const { args } = call.args;
  const fun = call.args.fun ?? call.args.func;
  const more = !args || args.kind === 'none' ? [] : args.kind === 'tuple' ? itemsOf(args) : undefined;
  if (fun?.kind !== 'function' || !more) return undefined;
  return asArray(call.invoke(fun, [...given, ...more]), ndarray)?.shape;
}

/** Each value of the state needs its derivative. */
function check(call: Call, state: readonly [Dim], change: readonly Dim[] | undefined): void {
  if (!change || change.length === 0) return;
  // what fits after axes of 1 fits
  const shape = change.slice(change.findIndex((size, i) => size !== 1 || i === change.length - 1));
  const [first] = shape;
  // of other methods some take a column
  const isStrict =
    !call.args.method ||
    (call.args.method.kind === 'string' && /^RK|^DOP/.test(call.args.method.value ?? ''));
  const certainty =
    shape.length > 1 && isNumber(first) && first !== 1 && isStrict
      ? ('different' as const)
      : shape.length === 1 && shape[0] !== 1
        ? compareSizes(shape[0], state[0])
        : ('same' as const);
  if (!isDifferent(certainty)) return;
  const { words, origins } = call.operand(call.args.fun ? 'fun' : 'func');
  call.report({
    code: 'shape-mismatch',
    certainty,
    message: `${words} gives ${formatDims(change)} for a state of ${formatDims(state)}: each value of the state needs its derivative.`,
    related: origins,
  });
}

export const differentialEquations: Family = {
  title: 'Differential equations',
  about:
    '`solve_ivp` calls a function with a time and a state, `odeint` with a state and a time; what it gives must have the shape of the state.',
  entries: [
    { kind: 'class', names: ['scipy.integrate.OdeResult'], parameters: '*rest, **extra' },
    {
      kind: 'function',
      names: ['scipy.integrate.solve_ivp'],
      parameters:
        'fun, t_span, y0, method=None, t_eval=None, dense_output=False, events=None, vectorized=False, args=None, **extra',
      rule: call => {
        const state = stateIn(call);
        const made = call.invoke(call.named('scipy.integrate.OdeResult'), []);
        if (!state || call.args.vectorized || made.kind !== 'instance') return unknown;
        check(call, state, derivative(call, [float(), numpyArray(state, 'float64')]));
        const times = asArray(call.args.t_eval, ndarray)?.shape;
        const count = times?.length === 1 ? times[0] : undefined;
        call.set(made.attributes, 't', numpyArray([count], 'float64'));
        call.set(made.attributes, 'y', numpyArray([state[0], count]));
        return made;
      },
    },
    {
      kind: 'function',
      names: ['scipy.integrate.odeint'],
      parameters: 'func, y0, t, args=(), Dfun=None, *rest, full_output=0, tfirst=False, **extra',
      rule: call => {
        if (call.args.tfirst || call.args.full_output) return unknown;
        const state = stateIn(call);
        if (!state) return unknown;
        check(call, state, derivative(call, [numpyArray(state, 'float64'), float()]));
        const times = asArray(call.args.t, ndarray)?.shape;
        return numpyArray([times?.length === 1 ? times[0] : undefined, state[0]], 'float64');
      },
    },
  ],
};
