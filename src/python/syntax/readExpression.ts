import type { Argument, Clause, DictEntry, Expression, Parameter } from './ast';
import { childOf, namedChildren, type RawNode } from './rawTree';
import { readNumber, readString } from './readLiteral';

type Reader = (node: RawNode, text: string) => Expression;

/** How each kind of the parser's nodes becomes an expression. */
const readers: Readonly<Record<string, Reader>> = {
  identifier: (node, text) => ({
    kind: 'name',
    id: text.slice(node.start, node.end),
    start: node.start,
    end: node.end,
  }),
  integer: readNumber,
  float: readNumber,
  string: (node, text) => readString(node, text, readExpression),
  concatenated_string: (node, text) => {
    const parts = namedChildren(node).flatMap((part): readonly (string | Expression)[] => {
      const read = readExpression(part, text);
      if (read.kind === 'string') return [read.value];
      return read.kind === 'format' ? read.parts : [read];
    });
    return parts.every(part => typeof part === 'string')
      ? { kind: 'string', value: parts.join(''), start: node.start, end: node.end }
      : { kind: 'format', parts, start: node.start, end: node.end };
  },
  true: node => ({ kind: 'constant', value: true, start: node.start, end: node.end }),
  false: node => ({ kind: 'constant', value: false, start: node.start, end: node.end }),
  none: node => ({ kind: 'constant', value: null, start: node.start, end: node.end }),
  ellipsis: node => ({ kind: 'constant', value: 'ellipsis', start: node.start, end: node.end }),
  parenthesized_expression: (node, text) => {
    const [inner] = namedChildren(node);
    return inner ? readExpression(inner, text) : other(node, []);
  },
  tuple: sequence('tuple'),
  expression_list: sequence('tuple'),
  pattern_list: sequence('tuple'),
  tuple_pattern: sequence('tuple'),
  list: sequence('list'),
  list_pattern: sequence('list'),
  set: sequence('set'),
  dictionary: (node, text) => ({
    kind: 'dict',
    entries: namedChildren(node).map((child): DictEntry => {
      const key = childOf(child, 'key');
      const value = childOf(child, 'value') ?? namedChildren(child)[0];
      return {
        key: key && readExpression(key, text),
        value: value ? readExpression(value, text) : other(child, []),
      };
    }),
    start: node.start,
    end: node.end,
  }),
  attribute: (node, text) => {
    const name = childOf(node, 'attribute')!;
    return {
      kind: 'attribute',
      of: part(node, 'object', text),
      name: text.slice(name.start, name.end),
      start: node.start,
      end: node.end,
    };
  },
  subscript: (node, text) => {
    const given = node.children.filter(child => child.field === 'subscript');
    const indices = given.map(child => readExpression(child, text));
    // a comma after the only index makes a tuple of it
    const several = indices.length > 1 || node.children.some(child => child.type === ',');
    const index: Expression =
      several || !indices[0]
        ? {
            kind: 'tuple',
            items: indices,
            start: given[0]?.start ?? node.start,
            end: given.at(-1)?.end ?? node.end,
          }
        : indices[0];
    return { kind: 'subscript', of: part(node, 'value', text), index, start: node.start, end: node.end };
  },
  slice: (node, text) => {
    const parts: (Expression | undefined)[] = [undefined, undefined, undefined];
    let at = 0;
    for (const child of node.children) {
      if (child.type === ':') at++;
      else if (child.named && at < 3) parts[at] = readExpression(child, text);
    }
    const [lower, upper, step] = parts;
    return {
      kind: 'slice',
      lower,
      upper,
      step,
      start: node.start,
      end: node.end,
    };
  },
  call: (node, text) => {
    const list = childOf(node, 'arguments');
    const args: Argument[] =
      list?.type === 'generator_expression'
        ? [{ value: readExpression(list, text), start: list.start, end: list.end }]
        : list
          ? namedChildren(list).map(child => readArgument(child, text))
          : [];
    return { kind: 'call', callee: part(node, 'function', text), args, start: node.start, end: node.end };
  },
  binary_operator: (node, text) => ({
    kind: 'binary',
    operator: operatorOf(node, text),
    left: part(node, 'left', text),
    right: part(node, 'right', text),
    start: node.start,
    end: node.end,
  }),
  unary_operator: (node, text) => ({
    kind: 'unary',
    operator: operatorOf(node, text),
    operand: part(node, 'argument', text),
    start: node.start,
    end: node.end,
  }),
  not_operator: (node, text) => ({
    kind: 'unary',
    operator: 'not',
    operand: part(node, 'argument', text),
    start: node.start,
    end: node.end,
  }),
  boolean_operator: (node, text) => ({
    kind: 'logic',
    operator: operatorOf(node, text) === 'or' ? 'or' : 'and',
    left: part(node, 'left', text),
    right: part(node, 'right', text),
    start: node.start,
    end: node.end,
  }),
  comparison_operator: (node, text) => ({
    kind: 'compare',
    operators: node.children
      .filter(child => child.field === 'operators')
      .map(child => text.slice(child.start, child.end).replace(/\s+/g, ' ')),
    operands: node.children
      .filter(child => child.field !== 'operators')
      .map(child => readExpression(child, text)),
    start: node.start,
    end: node.end,
  }),
  conditional_expression: (node, text) => {
    const [yes, test, no] = namedChildren(node).map(child => readExpression(child, text));
    return yes && test && no
      ? { kind: 'choice', test, yes, no, start: node.start, end: node.end }
      : other(node, []);
  },
  lambda: (node, text) => ({
    kind: 'lambda',
    parameters: readParameters(childOf(node, 'parameters'), text),
    body: part(node, 'body', text),
    start: node.start,
    end: node.end,
  }),
  list_comprehension: comprehension('list'),
  set_comprehension: comprehension('set'),
  dictionary_comprehension: comprehension('dict'),
  generator_expression: comprehension('generator'),
  list_splat: star,
  list_splat_pattern: star,
  yield: (node, text) => {
    const [value] = namedChildren(node);
    return {
      kind: 'yield',
      ...(value && { value: readExpression(value, text) }),
      from: node.children.some(({ type }) => type === 'from'),
      start: node.start,
      end: node.end,
    };
  },
  named_expression: (node, text) => ({
    kind: 'walrus',
    target: part(node, 'name', text),
    value: part(node, 'value', text),
    start: node.start,
    end: node.end,
  }),
  // `Float[…]` in an annotation
  generic_type: (node, text) => {
    const [of, list] = namedChildren(node);
    if (!of || !list) return other(node, []);
    const items = namedChildren(list).map(child => readExpression(child, text));
    return {
      kind: 'subscript',
      of: readExpression(of, text),
      index: { kind: 'tuple', items, start: list.start, end: list.end },
      start: node.start,
      end: node.end,
    };
  },
  type: (node, text) => {
    const [inner] = namedChildren(node);
    return inner ? readExpression(inner, text) : other(node, []);
  },
  as_pattern_target: (node, text) => {
    const [inner] = namedChildren(node);
    return inner ? readExpression(inner, text) : other(node, []);
  },
};

export function readExpression(node: RawNode, text: string): Expression {
  const read = Object.hasOwn(readers, node.type) ? readers[node.type] : undefined;
  return read
    ? read(node, text)
    : other(
        node,
        namedChildren(node).map(child => readExpression(child, text)),
      );
}

export function readParameters(list: RawNode | undefined, text: string): Parameter[] {
  if (!list) return [];
  return namedChildren(list).flatMap((node): Parameter[] => {
    const annotation = childOf(node, 'type');
    const value = childOf(node, 'value');
    const inner = childOf(node, 'name') ?? (node.type === 'typed_parameter' ? namedChildren(node)[0]! : node);
    const written = text.slice(inner.start, inner.end);
    const name = /^(\**)\s*([\p{L}_][\p{L}\p{N}_]*)$/u.exec(written);
    // a bare `*` or `/`, or Python 2's tuple
    if (!name) return [];
    return [
      {
        name: name[2]!,
        ...(name[1] && { star: name[1] as '*' | '**' }),
        annotation: annotation && readExpression(annotation, text),
        default: value && readExpression(value, text),
        start: node.start,
        end: node.end,
      },
    ];
  });
}

function readArgument(node: RawNode, text: string): Argument {
  if (node.type === 'keyword_argument') {
    const name = childOf(node, 'name')!;
    return {
      name: text.slice(name.start, name.end),
      value: part(node, 'value', text),
      start: node.start,
      end: node.end,
    };
  }
  const [inner] = namedChildren(node);
  if (node.type === 'list_splat' && inner)
    return { star: '*', value: readExpression(inner, text), start: node.start, end: node.end };
  if (node.type === 'dictionary_splat' && inner) {
    return { star: '**', value: readExpression(inner, text), start: node.start, end: node.end };
  }
  return { value: readExpression(node, text), start: node.start, end: node.end };
}

function sequence(kind: 'tuple' | 'list' | 'set'): Reader {
  return (node, text) => ({
    kind,
    items: namedChildren(node).map(child => readExpression(child, text)),
    start: node.start,
    end: node.end,
  });
}

function comprehension(of: 'list' | 'set' | 'dict' | 'generator'): Reader {
  return (node, text) => {
    const body = childOf(node, 'body')!;
    const key = of === 'dict' ? childOf(body, 'key') : undefined;
    const element = of === 'dict' ? childOf(body, 'value') : body;
    const clauses: { target: Expression; source: Expression; conditions: Expression[] }[] = [];
    for (const child of node.children) {
      if (child.type === 'for_in_clause') {
        clauses.push({
          target: part(child, 'left', text),
          source: part(child, 'right', text),
          conditions: [],
        });
      } else if (child.type === 'if_clause') {
        const [test] = namedChildren(child);
        if (test) clauses.at(-1)?.conditions.push(readExpression(test, text));
      }
    }
    return {
      kind: 'comprehension',
      of,
      key: key && readExpression(key, text),
      element: element ? readExpression(element, text) : other(body, []),
      clauses: clauses satisfies Clause[],
      start: node.start,
      end: node.end,
    };
  };
}

function star(node: RawNode, text: string): Expression {
  const [inner] = namedChildren(node);
  return {
    kind: 'star',
    operand: inner ? readExpression(inner, text) : other(node, []),
    start: node.start,
    end: node.end,
  };
}

function part(node: RawNode, field: string, text: string): Expression {
  const child = childOf(node, field);
  return child ? readExpression(child, text) : other(node, []);
}

function operatorOf(node: RawNode, text: string): string {
  const found = childOf(node, 'operator') ?? node.children.find(child => !child.named);
  return found ? text.slice(found.start, found.end) : '';
}

function other(node: RawNode, parts: readonly Expression[]): Expression {
  return { kind: 'other', parts, start: node.start, end: node.end };
}
