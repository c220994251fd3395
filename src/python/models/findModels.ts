import type { PythonReport } from '../checkPython';
import { allBlocks, allStatements } from '../marks/statements';
import type { Block, Expression, Module, Of, Statement } from '../syntax/ast';
import { constants } from './constants';
import { fullNames } from './fullNames';
import { LayerCalls } from './layerCalls';
import type { Model } from './model';
import { drawn, ModelFault, type Node } from './nodes';

type Call = Of<Expression, 'call'>;

/** A model that is being put together. */
interface Draft {
  readonly span: { readonly start: number; readonly end: number };
  readonly name: string;
  /** Whether layers can be added to it. */
  readonly growing: boolean;
  outputs: readonly Node[];
  fault?: ModelFault;
}

/**
 * The models that a program puts together of layers: `Sequential` of Keras or PyTorch, with its layers in a list or
 * added one by one, and Keras's `Model(inputs, outputs)`. One whose layers can't be told says why.
 */
export function findModels(module: Module, report: PythonReport): Model[] {
  // most programs have none
  if (!/\b(?:Sequential|Model)\b/.test(module.text)) return [];
  const fullName = fullNames(module);
  const constant = constants(report);
  const drafts = [...allBlocks(module)].flatMap(block => draftsIn(block, new LayerCalls(fullName, constant)));
  return drafts
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, name, outputs, fault }) => ({
      span,
      name,
      layers: drawn(outputs),
      ...(fault && { fault: { message: fault.message, span: fault.span } }),
    }));
}

function draftsIn(block: Block, calls: LayerCalls): Draft[] {
  const drafts: Draft[] = [];
  const named = new Map<string, Draft>();
  for (const statement of block) {
    const value = assignedIn(statement);
    const name = targetOf(statement);
    const made = value && modelCall(value, calls);
    if (made) {
      const draft = draftOf(made, name, calls);
      drafts.push(draft);
      if (name !== undefined) named.set(name, draft);
      continue;
    }
    const added = addedTo(statement, named);
    if (added) {
      attempt(added.draft, () => {
        const last = calls.follow(added.draft.outputs[0], [added.layer]);
        added.draft.outputs = last ? [last] : [];
      });
    }
    if (value && name !== undefined) {
      named.delete(name);
      calls.assign(name, value);
    }
    // in a branch or a loop it isn't known how often
    for (const inner of allStatements({ body: [statement] })) {
      const hidden = inner !== statement && addedTo(inner, named);
      if (hidden) {
        hidden.draft.fault ??= new ModelFault(
          'A layer is added in a branch or a loop, so the layers can’t be read from the code.',
          inner,
        );
      }
    }
  }
  return drafts;
}

function draftOf(call: Call, name: string | undefined, calls: LayerCalls): Draft {
  const growing = calls.kindOf(call) === 'sequential';
  const draft: Draft = {
    span: { start: call.start, end: call.end },
    name: name?.slice(name.lastIndexOf('.') + 1) ?? 'model',
    growing,
    outputs: [],
  };
  attempt(draft, () => {
    if (!growing) draft.outputs = calls.outputsOf(call);
    else {
      const last = calls.follow(undefined, calls.itemsOf(call));
      draft.outputs = last ? [last] : [];
    }
  });
  return draft;
}

function attempt(draft: Draft, work: () => void): void {
  if (draft.fault) return;
  try {
    work();
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    draft.fault = error;
  }
}

/** The call that makes a model, also where it is moved to a device at once. */
function modelCall(value: Expression, calls: LayerCalls): Call | undefined {
  if (value.kind !== 'call') return undefined;
  if (calls.kindOf(value)) return value;
  return value.callee.kind === 'attribute' ? modelCall(value.callee.of, calls) : undefined;
}

/** `model.add(layer)` of a model of the block. */
function addedTo(
  statement: Statement,
  named: ReadonlyMap<string, Draft>,
): { readonly draft: Draft; readonly layer: Expression } | undefined {
  if (statement.kind !== 'expression' || statement.value.kind !== 'call') return undefined;
  const { callee, args } = statement.value;
  if (callee.kind !== 'attribute' || callee.name !== 'add') return undefined;
  const name = nameOf(callee.of);
  const draft = name === undefined ? undefined : named.get(name);
  return draft?.growing && args[0] ? { draft, layer: args[0].value } : undefined;
}

function assignedIn(statement: Statement): Expression | undefined {
  switch (statement.kind) {
    case 'assign':
    case 'return':
    case 'expression':
      return statement.value;
    default:
      return undefined;
  }
}

function targetOf(statement: Statement): string | undefined {
  return statement.kind === 'assign' && statement.targets.length === 1
    ? nameOf(statement.targets[0]!)
    : undefined;
}

/** `model` or `self.model`. */
function nameOf(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.id;
  if (expression.kind !== 'attribute' || expression.of.kind !== 'name') return undefined;
  return `${expression.of.id}.${expression.name}`;
}
