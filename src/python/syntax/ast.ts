/**
 * Python as the interpreter reads it: a tree of plain objects, apart from the parser's own tree, whose every step is a
 * call into WebAssembly. What the checker has no use for (types of parameters it can't read, decorators' insides) is
 * kept as text or left out.
 */

interface Placed {
  /** UTF-16 offsets in the text. Not readonly: the cached tree of an unchanged statement moves with the text before it. */
  start: number;
  end: number;
}

export type Expression = Placed &
  (
    | { readonly kind: 'name'; readonly id: string }
    | { readonly kind: 'number'; readonly value: number; readonly whole: boolean }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'format'; readonly parts: readonly (string | Expression)[] }
    | { readonly kind: 'constant'; readonly value: true | false | null | 'ellipsis' }
    | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | { readonly kind: 'set'; readonly items: readonly Expression[] }
    | { readonly kind: 'dict'; readonly entries: readonly DictEntry[] }
    | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
    | { readonly kind: 'subscript'; readonly of: Expression; readonly index: Expression }
    | {
        readonly kind: 'slice';
        readonly lower?: Expression;
        readonly upper?: Expression;
        readonly step?: Expression;
      }
    | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly Argument[] }
    | {
        readonly kind: 'binary';
        readonly operator: string;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
    | {
        readonly kind: 'logic';
        readonly operator: 'and' | 'or';
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'compare';
        readonly operators: readonly string[];
        readonly operands: readonly Expression[];
      }
    | {
        readonly kind: 'choice';
        readonly test: Expression;
        readonly yes: Expression;
        readonly no: Expression;
      }
    | { readonly kind: 'lambda'; readonly parameters: readonly Parameter[]; readonly body: Expression }
    | {
        readonly kind: 'comprehension';
        readonly of: 'list' | 'set' | 'dict' | 'generator';
        readonly key?: Expression;
        readonly element: Expression;
        readonly clauses: readonly Clause[];
      }
    | { readonly kind: 'star'; readonly operand: Expression }
    | { readonly kind: 'walrus'; readonly target: Expression; readonly value: Expression }
    /** `yield value`, or `yield from value`. */
    | { readonly kind: 'yield'; readonly value?: Expression; readonly from: boolean }
    /** What isn't understood; its parts are evaluated all the same. */
    | { readonly kind: 'other'; readonly parts: readonly Expression[] }
  );

export type Of<T extends { kind: string }, K extends T['kind']> = Extract<T, { readonly kind: K }>;

export interface DictEntry {
  /** Absent in `**value`. */
  readonly key?: Expression;
  readonly value: Expression;
}

export interface Argument extends Placed {
  readonly name?: string;
  readonly star?: '*' | '**';
  readonly value: Expression;
}

export interface Parameter extends Placed {
  readonly name: string;
  readonly star?: '*' | '**';
  readonly annotation?: Expression;
  readonly default?: Expression;
}

/** `for target in source if …` in a comprehension. */
export interface Clause {
  readonly target: Expression;
  readonly source: Expression;
  readonly conditions: readonly Expression[];
}

export type Statement = Placed &
  (
    | { readonly kind: 'expression'; readonly value: Expression }
    | {
        readonly kind: 'assign';
        readonly targets: readonly Expression[];
        readonly annotation?: Expression;
        readonly value?: Expression;
      }
    | {
        readonly kind: 'augment';
        readonly target: Expression;
        readonly operator: string;
        readonly value: Expression;
      }
    | { readonly kind: 'if'; readonly test: Expression; readonly yes: Block; readonly no: Block }
    | {
        readonly kind: 'for';
        readonly target: Expression;
        readonly source: Expression;
        readonly body: Block;
        readonly otherwise: Block;
      }
    | { readonly kind: 'while'; readonly test: Expression; readonly body: Block; readonly otherwise: Block }
    | FunctionStatement
    | ClassStatement
    | { readonly kind: 'return'; readonly value?: Expression }
    | {
        readonly kind: 'with';
        readonly items: readonly { readonly value: Expression; readonly target?: Expression }[];
        readonly body: Block;
      }
    | {
        readonly kind: 'try';
        readonly body: Block;
        readonly handlers: readonly Handler[];
        readonly otherwise: Block;
        readonly last: Block;
      }
    | { readonly kind: 'raise' }
    | { readonly kind: 'assert'; readonly test: Expression }
    | { readonly kind: 'import'; readonly names: readonly ImportName[] }
    | { readonly kind: 'from'; readonly module: string; readonly names: readonly ImportName[] | '*' }
    | { readonly kind: 'global'; readonly nonlocal: boolean; readonly names: readonly string[] }
    | { readonly kind: 'delete'; readonly targets: readonly Expression[] }
    | { readonly kind: 'break' }
    | { readonly kind: 'continue' }
    | { readonly kind: 'pass' }
    | { readonly kind: 'match'; readonly subject: Expression; readonly cases: readonly Block[] }
    /** Text that isn't Python yet. It may have set anything that it names. */
    | { readonly kind: 'broken'; readonly names: readonly string[] }
  );

export type Block = readonly Statement[];

export interface FunctionStatement extends Placed {
  readonly kind: 'function';
  readonly name: string;
  readonly nameSpan: { start: number; end: number };
  readonly parameters: readonly Parameter[];
  readonly body: Block;
  readonly decorators: readonly Expression[];
  readonly docstring?: Docstring;
  readonly generator: boolean;
}

export interface ClassStatement extends Placed {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly body: Block;
  readonly decorators: readonly Expression[];
}

export interface Docstring extends Placed {
  readonly text: string;
}

export interface Handler extends Placed {
  readonly names?: Expression;
  readonly target?: string;
  readonly body: Block;
}

export interface ImportName extends Placed {
  readonly name: string;
  readonly as?: string;
}

export interface Comment extends Placed {
  readonly text: string;
}

export interface Module {
  readonly text: string;
  readonly body: Block;
  /** In order. */
  readonly comments: readonly Comment[];
  /** The same for the texts before and after an edit, whose statements may be the same objects. */
  readonly document: object;
}
