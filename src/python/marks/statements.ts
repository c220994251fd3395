import type { Block, Module, Statement } from '../syntax/ast';

/** Every statement of a module, with those within others. */
export function* allStatements(module: Pick<Module, 'body'>): Generator<Statement> {
  for (const block of allBlocks(module)) yield* block;
}

/** The module's own block, and those of all that is in it. */
export function* allBlocks({ body }: Pick<Module, 'body'>): Generator<Block> {
  const waiting: Block[] = [body];
  for (let block = waiting.pop(); block; block = waiting.pop()) {
    yield block;
    for (const statement of block) waiting.push(...blocksIn(statement));
  }
}

function blocksIn(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'function':
    case 'class':
    case 'with':
      return [statement.body];
    case 'if':
      return [statement.yes, statement.no];
    case 'for':
    case 'while':
      return [statement.body, statement.otherwise];
    case 'try':
      return [
        statement.body,
        ...statement.handlers.map(({ body }) => body),
        statement.otherwise,
        statement.last,
      ];
    case 'match':
      return statement.cases;
    default:
      return [];
  }
}
