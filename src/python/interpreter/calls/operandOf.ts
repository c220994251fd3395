import type { Operand } from '../../ops/call';
import type { Expression } from '../../syntax/ast';
import type { Value } from '../../values/value';
import { shapeWords } from '../../values/words';
import type { Machine, Site } from '../machine';
import { lookUp } from '../names';

const longestWords = 40;
const mostOrigins = 3;

/** An argument as a message names it. */
export function operandOf(
  machine: Machine,
  node: Expression | undefined,
  value: Value,
  site: Site,
  parameter: string,
): Operand {
  const span = node ?? site.span;
  const source = node ? machine.module.text.slice(node.start, node.end) : '';
  const line = source.replace(/\s+/g, ' ');
  const words = line !== '' && line.length <= longestWords ? line : `the argument ${parameter}`;
  return {
    span,
    words: parameter.startsWith('#') && words.startsWith('the argument') ? 'an argument' : words,
    source,
    value,
    simple: node !== undefined && ['name', 'attribute', 'subscript', 'call'].includes(node.kind),
    get origins() {
      return node ? originsIn(machine, node, value, site) : [];
    },
  };
}

function originsIn(machine: Machine, node: Expression, value: Value, site: Site): Operand['origins'] {
  const found: { message: string; span: { start: number; end: number } }[] = [];
  const add = (words: string, held: Value) => {
    const shape = shapeWords(held);
    if (!held.origin || !shape || found.length >= mostOrigins) return;
    const { start, end } = held.origin.span;
    if (found.some(({ span }) => span.start === start)) return;
    found.push({ message: `${words} is ${shape}${held.origin.words ?? ''}`, span: { start, end } });
  };
  if (node.kind === 'name') add(node.id, value);
  else {
    for (const name of namesIn(node)) {
      const held = lookUp(machine, name, site.frame);
      if (held.kind === 'array' || held.kind === 'int') add(name, held);
    }
  }
  return found;
}

function namesIn(node: unknown, found: string[] = []): string[] {
  if (typeof node !== 'object' || node === null || found.length > 8) return found;
  const { kind, id } = node as { kind?: string; id?: string };
  if (kind === 'name' && id !== undefined) {
    if (!found.includes(id)) found.push(id);
    return found;
  }
  for (const child of Object.values(node)) namesIn(child, found);
  return found;
}
