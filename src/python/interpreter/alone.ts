import type { Span } from '../../core/problem';
import { annotated } from '../contracts/annotation';
import { type Documented, readDocstring } from '../contracts/docstring';
import { generalSizes } from '../contracts/readDims';
import { freshId } from '../sizes/freshId';
import { sizeOf } from '../sizes/size';
import { objectNumber } from '../values/objectNumber';
import {
  type ClassValue,
  type FunctionValue,
  float,
  type InstanceValue,
  int,
  unknown,
  type Value,
} from '../values/value';
import { make, runBody } from './calls/invoke';
import type { Frame, Machine } from './machine';
import { newScope } from './names';

/**
 * Runs a function that nothing in the program calls, with what its docstring, annotations and defaults say of its
 * parameters. Whatever they don't say is unknown.
 */
export function runAlone(machine: Machine, callee: FunctionValue): void {
  runWith(machine, callee, undefined);
  if (!callee.docstring) return;
  const sizes = generalSizes(`${callee.name}@${objectNumber(callee.span)}`);
  const documented = readDocstring(callee.docstring, callee.parameters, sizes);
  if (![...documented.values()].some(({ kind }) => kind === 'array')) return;
  // a docstring may be wrong where the code is right: what only it makes wrong is a warning
  machine.halted = false;
  machine.assuming(() => runWith(machine, callee, documented));
}

function runWith(
  machine: Machine,
  callee: FunctionValue,
  documented: ReadonlyMap<string, Documented> | undefined,
): void {
  const scope = newScope('function', callee.scope);
  const frame: Frame = { scope, function: callee, mark: machine.store.mark(), returns: [], alone: true };
  for (const [i, parameter] of callee.parameters.entries()) {
    const { name, star } = parameter;
    if (i === 0 && callee.self) machine.store.set(scope.names, name, callee.self);
    else if (star) machine.store.set(scope.names, name, unknown);
    else {
      const said = documented?.get(name);
      const origin = {
        span: said && callee.docstring ? within(callee.docstring, said.span) : parameter,
        ...(said && { words: ', as its docstring says' }),
      };
      machine.store.set(scope.names, name, {
        ...parameterValue(machine, callee, name, said, parameter),
        origin,
      });
    }
  }
  runBody(machine, callee, frame);
}

/** A place in a text that moves with the node around it. */
function within(holder: Span, { start, end }: Span): Span {
  const [before, length] = [start - holder.start, end - start];
  return {
    get start() {
      return holder.start + before;
    },
    get end() {
      return holder.start + before + length;
    },
  };
}

function parameterValue(
  machine: Machine,
  callee: FunctionValue,
  name: string,
  said: Documented | undefined,
  parameter: FunctionValue['parameters'][number],
): Value {
  const written = parameter.annotation && annotated(machine.module.text, parameter.annotation, name, callee);
  if (written) return written;
  if (said?.kind === 'array') return { kind: 'array', type: 'numpy.ndarray', shape: said.shape };
  if (said?.kind === 'scalar') return float();
  const standard = callee.defaults.get(name);
  if (said?.kind === 'integer' || standard?.kind === 'int') {
    const mayBeZero = standard?.kind === 'int' && standard.size === 0;
    return int(sizeOf({ id: freshId(name), name, general: false, mayBeZero }));
  }
  // a flag or a string may be another, but what is a number stays one
  if (standard?.kind === 'float') return float();
  return standard ? unknown : { kind: 'unknown', size: sizeOf({ id: freshId(name), name, general: false }) };
}

/** Runs what nothing calls of a class: on an instance made as its `__init__` says, with its parameters as sizes. */
export function runClassAlone(machine: Machine, of: ClassValue, functions: readonly FunctionValue[]): void {
  const init = of.members.get('__init__');
  let self: Value = { kind: 'instance', of, attributes: new Map() } satisfies InstanceValue;
  const frame: Frame = { scope: machine.moduleScope, mark: machine.store.mark(), returns: [], alone: true };
  const site = {
    span: { start: of.statement?.start ?? 0, end: of.statement?.end ?? 0 },
    frame,
    written: of.name,
  };
  if (init?.kind === 'function' && !init.wrapped) {
    runAlone(machine, { ...init, self });
  } else {
    const made = make(machine, of, { positional: [], named: new Map(), complete: false }, site);
    if (made.kind === 'instance') self = made;
  }
  for (const method of functions) {
    if (method === init || method.wrapped || method.generator) continue;
    machine.halted = false;
    runAlone(
      machine,
      method.binding === 'static' ? method : { ...method, self: method.binding === 'class' ? of : self },
    );
  }
}
