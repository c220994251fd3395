import type { Block, Expression, FunctionStatement, Handler, ImportName, Statement } from './ast';
import { childOf, namedChildren, type RawNode } from './rawTree';
import { readExpression, readParameters } from './readExpression';

type Reader = (node: RawNode, text: string) => Statement;

const readers: Readonly<Record<string, Reader>> = {
  expression_statement: (node, text) => {
    const [first, ...rest] = namedChildren(node);
    if (!first) return { kind: 'pass', start: node.start, end: node.end };
    if (first.type === 'assignment') return readAssignment(first, text);
    if (first.type === 'augmented_assignment') {
      const operator = childOf(first, 'operator')!;
      return {
        kind: 'augment',
        target: part(first, 'left', text),
        operator: text.slice(operator.start, operator.end).slice(0, -1),
        value: part(first, 'right', text),
        start: node.start,
        end: node.end,
      };
    }
    const value: Expression =
      rest.length > 0
        ? {
            kind: 'tuple',
            items: [first, ...rest].map(child => readExpression(child, text)),
            start: node.start,
            end: node.end,
          }
        : readExpression(first, text);
    return { kind: 'expression', value, start: node.start, end: node.end };
  },
  if_statement: (node, text) => {
    const others = node.children.filter(child => child.field === 'alternative');
    const after = (at: number): Block => {
      const clause = others[at];
      if (!clause) return [];
      if (clause.type === 'else_clause') return block(childOf(clause, 'body'), text);
      const test = part(clause, 'condition', text);
      return [
        {
          kind: 'if',
          test,
          yes: block(childOf(clause, 'consequence'), text),
          no: after(at + 1),
          start: clause.start,
          end: clause.end,
        },
      ];
    };
    return {
      kind: 'if',
      test: part(node, 'condition', text),
      yes: block(childOf(node, 'consequence'), text),
      no: after(0),
      start: node.start,
      end: node.end,
    };
  },
  for_statement: (node, text) => ({
    kind: 'for',
    target: part(node, 'left', text),
    source: part(node, 'right', text),
    body: block(childOf(node, 'body'), text),
    otherwise: otherwise(node, text),
    start: node.start,
    end: node.end,
  }),
  while_statement: (node, text) => ({
    kind: 'while',
    test: part(node, 'condition', text),
    body: block(childOf(node, 'body'), text),
    otherwise: otherwise(node, text),
    start: node.start,
    end: node.end,
  }),
  function_definition: (node, text) => readFunction(node, text, []),
  class_definition: (node, text) => readClass(node, text, []),
  decorated_definition: (node, text) => {
    const decorators = node.children
      .filter(child => child.type === 'decorator')
      .flatMap(child => namedChildren(child).slice(0, 1))
      .map(child => readExpression(child, text));
    const definition = childOf(node, 'definition');
    if (!definition) return broken(node, text);
    return definition.type === 'class_definition'
      ? readClass(definition, text, decorators)
      : readFunction(definition, text, decorators);
  },
  return_statement: (node, text) => {
    const [value] = namedChildren(node);
    return { kind: 'return', value: value && readExpression(value, text), start: node.start, end: node.end };
  },
  with_statement: (node, text) => {
    const clause = node.children.find(child => child.type === 'with_clause');
    const items = (clause ? namedChildren(clause) : []).map(item => {
      const value = childOf(item, 'value');
      if (value?.type !== 'as_pattern') return { value: part(item, 'value', text) };
      const [inner] = namedChildren(value);
      const target = childOf(value, 'alias');
      return {
        value: inner ? readExpression(inner, text) : part(item, 'value', text),
        target: target && readExpression(target, text),
      };
    });
    return {
      kind: 'with',
      items,
      body: block(childOf(node, 'body'), text),
      start: node.start,
      end: node.end,
    };
  },
  try_statement: (node, text) => {
    const handlers = node.children.filter(child => child.type.startsWith('except'));
    const last = node.children.find(child => child.type === 'finally_clause');
    return {
      kind: 'try',
      body: block(childOf(node, 'body'), text),
      handlers: handlers.map(child => readHandler(child, text)),
      otherwise: otherwise(node, text),
      last: last ? block(blockIn(last), text) : [],
      start: node.start,
      end: node.end,
    };
  },
  raise_statement: node => ({ kind: 'raise', start: node.start, end: node.end }),
  assert_statement: (node, text) => {
    const [test] = namedChildren(node);
    return test
      ? { kind: 'assert', test: readExpression(test, text), start: node.start, end: node.end }
      : broken(node, text);
  },
  import_statement: (node, text) => ({
    kind: 'import',
    names: importNames(node, text),
    start: node.start,
    end: node.end,
  }),
  import_from_statement: (node, text) => {
    const module = childOf(node, 'module_name');
    return {
      kind: 'from',
      module: module ? text.slice(module.start, module.end) : '',
      names: node.children.some(child => child.type === 'wildcard_import') ? '*' : importNames(node, text),
      start: node.start,
      end: node.end,
    };
  },
  future_import_statement: node => ({ kind: 'pass', start: node.start, end: node.end }),
  global_statement: (node, text) => ({
    kind: 'global',
    nonlocal: false,
    names: names(node, text),
    start: node.start,
    end: node.end,
  }),
  nonlocal_statement: (node, text) => ({
    kind: 'global',
    nonlocal: true,
    names: names(node, text),
    start: node.start,
    end: node.end,
  }),
  delete_statement: (node, text) => ({
    kind: 'delete',
    targets: namedChildren(node).map(child => readExpression(child, text)),
    start: node.start,
    end: node.end,
  }),
  break_statement: node => ({ kind: 'break', start: node.start, end: node.end }),
  continue_statement: node => ({ kind: 'continue', start: node.start, end: node.end }),
  pass_statement: node => ({ kind: 'pass', start: node.start, end: node.end }),
  match_statement: (node, text) => {
    const body = childOf(node, 'body');
    const cases = (body?.children ?? []).filter(child => child.type === 'case_clause');
    return {
      kind: 'match',
      subject: part(node, 'subject', text),
      cases: cases.map(child => block(childOf(child, 'consequence'), text)),
      start: node.start,
      end: node.end,
    };
  },
};

/** A statement; where the parser had to guess in one without a body of its own, a broken one. */
export function readStatement(node: RawNode, text: string): Statement {
  const read = Object.hasOwn(readers, node.type) ? readers[node.type] : undefined;
  if (!read) return broken(node, text);
  // in what has a body, only the statements with the fault are passed over
  if (node.broken && !brokenOnlyInside(node)) return broken(node, text);
  return read(node, text);
}

export function block(node: RawNode | undefined, text: string): Block {
  return (node ? namedChildren(node) : []).map(child => readStatement(child, text));
}

function brokenOnlyInside(node: RawNode): boolean {
  return node.children.every(
    child =>
      !child.broken ||
      child.type === 'block' ||
      (child.type.endsWith('_clause') && brokenOnlyInside(child)) ||
      (node.type === 'decorated_definition' && child.field === 'definition' && brokenOnlyInside(child)),
  );
}

function readAssignment(node: RawNode, text: string): Statement {
  const targets: Expression[] = [];
  let at: RawNode = node;
  let annotation: Expression | undefined;
  for (;;) {
    targets.push(part(at, 'left', text));
    const type = childOf(at, 'type');
    if (type) annotation = readExpression(type, text);
    const right = childOf(at, 'right');
    if (right?.type === 'assignment') at = right;
    else {
      return {
        kind: 'assign',
        targets,
        annotation,
        value: right && readExpression(right, text),
        start: node.start,
        end: node.end,
      };
    }
  }
}

function readFunction(node: RawNode, text: string, decorators: readonly Expression[]): FunctionStatement {
  const name = childOf(node, 'name')!;
  const body = childOf(node, 'body');
  const first = body && namedChildren(body)[0];
  const string = first?.type === 'expression_statement' ? namedChildren(first)[0] : undefined;
  return {
    kind: 'function',
    name: text.slice(name.start, name.end),
    nameSpan: { start: name.start, end: name.end },
    parameters: readParameters(childOf(node, 'parameters'), text),
    body: block(body, text),
    decorators,
    ...(string?.type === 'string' && {
      docstring: { text: text.slice(string.start, string.end), start: string.start, end: string.end },
    }),
    generator: body !== undefined && yields(body),
    start: node.start,
    end: node.end,
  };
}

function readClass(node: RawNode, text: string, decorators: readonly Expression[]): Statement {
  const name = childOf(node, 'name');
  const bases = childOf(node, 'superclasses');
  return {
    kind: 'class',
    name: name ? text.slice(name.start, name.end) : '',
    bases: bases
      ? namedChildren(bases)
          .filter(child => child.type !== 'keyword_argument')
          .map(child => readExpression(child, text))
      : [],
    body: block(childOf(node, 'body'), text),
    decorators,
    start: node.start,
    end: node.end,
  };
}

function readHandler(node: RawNode, text: string): Handler {
  const value = childOf(node, 'value');
  const pattern = value?.type === 'as_pattern' ? value : undefined;
  const names = pattern ? namedChildren(pattern)[0] : value;
  const alias = pattern && childOf(pattern, 'alias');
  return {
    names: names && readExpression(names, text),
    ...(alias && { target: text.slice(alias.start, alias.end) }),
    body: block(blockIn(node), text),
    start: node.start,
    end: node.end,
  };
}

function yields(node: RawNode): boolean {
  return node.children.some(
    child =>
      child.type === 'yield' ||
      (!/^(function_definition|lambda|class_definition)$/.test(child.type) && yields(child)),
  );
}

function importNames(node: RawNode, text: string): ImportName[] {
  return node.children
    .filter(child => child.field === 'name')
    .map(child => {
      const inner = child.type === 'aliased_import' ? childOf(child, 'name')! : child;
      const alias = child.type === 'aliased_import' ? childOf(child, 'alias') : undefined;
      return {
        name: text.slice(inner.start, inner.end).replace(/\s/g, ''),
        ...(alias && { as: text.slice(alias.start, alias.end) }),
        start: child.start,
        end: child.end,
      };
    });
}

/** The names that stand in what can't be read, since it may set them. */
function broken(node: RawNode, text: string): Statement {
  const found = new Set<string>();
  const visit = (inner: RawNode) => {
    // `np.dot(` sets neither np nor dot
    if (inner.type === 'identifier' && !/^\s*[.(]/.test(text.slice(inner.end, inner.end + 8))) {
      found.add(text.slice(inner.start, inner.end));
    }
    for (const child of inner.children) visit(child);
  };
  visit(node);
  return { kind: 'broken', names: [...found], start: node.start, end: node.end };
}

function names(node: RawNode, text: string): string[] {
  return namedChildren(node).map(child => text.slice(child.start, child.end));
}

function otherwise(node: RawNode, text: string): Block {
  const clause = node.children.find(child => child.type === 'else_clause');
  return clause ? block(childOf(clause, 'body'), text) : [];
}

function blockIn(node: RawNode): RawNode | undefined {
  return node.children.find(child => child.type === 'block');
}

function part(node: RawNode, field: string, text: string): Expression {
  const child = childOf(node, field);
  return child ? readExpression(child, text) : { kind: 'other', parts: [], start: node.start, end: node.end };
}
