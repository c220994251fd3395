import type { Problem, Span } from '../../problem';
import type { DataReport } from '../dataReport';
import type { NetworkEdit } from '../edit';
import type { Graph } from '../graph';
import type { MemoryNeed } from '../memoryNeed';
import type { LayerNode, Network, ShapeReport } from '../network';
import type { ParsedNetwork } from '../reading/parse';

/** All that is known when the rules are asked. */
export interface Subject {
  readonly parsed: ParsedNetwork;
  readonly network: Network;
  readonly graph: Graph;
  readonly shapes: ShapeReport;
  readonly data: DataReport | undefined;
  /**
   * What training takes of memory, where that comes near to what there is; undefined besides where it isn't known, or an error
   * was found before the rules were asked.
   */
  memoryNeed(): MemoryNeed | undefined;
}

export interface RuleContext extends Subject {
  report(finding: Finding): void;
}

/**
 * A problem as a rule reports it: where it is, in the words of the network instead of the text. Of very many only some are
 * shown: a message, or fixes, that cost more than some microseconds are getters, which those are asked alone.
 */
export interface Finding {
  readonly message: string;
  /** The layer at fault, and its field; the layer's type where no field is named. */
  readonly layer?: LayerNode;
  /** A field of the layer, or a path from the top: `training.loss`. */
  readonly field?: string;
  /** Where that says nothing: a place of its own. */
  readonly span?: Span;
  readonly severity?: Problem['severity'];
  /** Where the rule reports for others, whose code it is. */
  readonly code?: string;
  readonly fixes?: readonly { readonly title: string; readonly edits: readonly NetworkEdit[] }[];
  readonly related?: readonly {
    readonly message: string;
    readonly layer: LayerNode;
    readonly field?: string;
  }[];
}

/** Something that can be wrong with a network as a whole. One rule a file; its examples are its tests and its docs. */
export interface Rule {
  readonly code: string;
  readonly severity: Problem['severity'];
  /** Why it is a problem, in a sentence or two. */
  readonly why: string;
  readonly examples: readonly RuleExample[];
  check(context: RuleContext): void;
}

export interface RuleExample {
  /** A network file that has the problem. */
  readonly bad: string;
  /** The same without it. Where the problem has a fix, its first fix makes exactly this. */
  readonly good: string;
  readonly data?: DataReport;
}
