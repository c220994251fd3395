import type { Problem } from '../../core/problem';
import type { FileFacts } from '../files/dataFiles';
import type { Statement } from '../syntax/ast';
import type { Cells, ClassValue, FunctionValue } from '../values/value';
import { type Anchored, anchoredLayer, anchoredProblem, movedLayer, movedProblem } from './anchors';
import type { Done } from './bounded';
import { CollectedFindings } from './collectFindings';
import { Environment } from './environment';
import { heldCells } from './heldCells';
import type { LayerNote, Machine } from './machine';

/** What a piece of work found, and all that it depends on. */
interface Remembered {
  readonly environment: string;
  readonly files: ReadonlyMap<string, string>;
  readonly given: number;
  readonly used: number;
  readonly end: Done['end'];
  readonly findings: CollectedFindings;
  readonly problems: readonly Anchored<Problem>[];
  readonly layers: readonly Anchored<LayerNote>[];
  readonly followed: ReadonlySet<unknown>;
}

interface StillFound {
  readonly problems: readonly Problem[];
  readonly layers: readonly LayerNote[];
}

/** By the function or class whose work it is: an edit elsewhere leaves the statement the same object. */
const remembered = new WeakMap<object, Remembered>();

/**
 * Keeps what was found in a function that nothing calls, until its text changes or anything that its names may reach:
 * other functions, values of the module, imports, headers of files. What it keeps is what doing the work again would
 * find. Work that changes anything outside itself is always done again.
 */
export class Memory {
  readonly #machine: Machine;
  readonly #statements: ReadonlySet<Statement>;
  #environment: Environment;
  #outside: ReadonlySet<Cells<unknown>> | undefined;

  constructor(machine: Machine) {
    this.#machine = machine;
    this.#statements = new Set(machine.module.body);
    this.#environment = new Environment(machine);
  }

  /**
   * Does the work, or takes over what it found before; gives the fuel that it used.
   * @param reached the values from which the work starts
   */
  used(
    statement: object | undefined,
    reached: readonly (FunctionValue | ClassValue)[],
    work: () => Done,
  ): number {
    const machine = this.#machine;
    const environment =
      statement && this.#statements.has(statement as Statement)
        ? this.#environment.textOf(reached)
        : undefined;
    const known = statement && remembered.get(statement);
    const still =
      known && known.environment === environment ? this.#stillFound(known, machine.fuel) : undefined;
    if (known && still) {
      (machine.findings as CollectedFindings).add(known.findings, still);
      for (const body of known.followed) machine.followed.add(body);
      return known.used;
    }
    return this.#doWork(environment === undefined ? undefined : statement, environment ?? '', work);
  }

  #doWork(statement: object | undefined, environment: string, work: () => Done): number {
    const machine = this.#machine;
    const { findings, followed, files } = machine;
    const given = machine.fuel;
    const [functions, classes, imported] = [
      machine.functions.size,
      machine.classes.length,
      machine.imported.size,
    ];
    const outside = (this.#outside ??= heldCells(machine));
    const own = new CollectedFindings();
    const asked = new Map<string, string>();
    machine.findings = own;
    machine.followed = new Set();
    machine.files = {
      describe: path => {
        const facts = files.describe(path);
        asked.set(path, written(facts));
        return facts;
      },
    };
    const { end, changes } = work();
    const used = given - Math.max(0, machine.fuel);
    const ran = machine.followed;
    machine.findings = findings;
    machine.followed = followed;
    machine.files = files;
    (findings as CollectedFindings).add(own);
    for (const body of ran) followed.add(body);
    const stays =
      functions < machine.functions.size ||
      classes < machine.classes.length ||
      imported < machine.imported.size ||
      [...changes.keys()].some(cells => outside.has(cells));
    if (stays) {
      // what the next functions may reach is another now
      this.#environment = new Environment(machine);
      this.#outside = undefined;
    }
    if (!statement) return used;
    const problems = own.problems.map(problem => anchoredProblem(problem, machine.module));
    const layers = own.layers.map(note => anchoredLayer(note, machine.module));
    const placed = !problems.includes(undefined) && !layers.includes(undefined);
    if (stays || end === 'out of stack' || !placed) remembered.delete(statement);
    else {
      remembered.set(statement, {
        environment,
        files: asked,
        given,
        used,
        end,
        findings: own,
        problems: problems as Anchored<Problem>[],
        layers: layers as Anchored<LayerNote>[],
        followed: ran,
      });
    }
    return used;
  }

  /** What was found at its places now; undefined where the work must be done again. */
  #stillFound(known: Remembered, given: number): StillFound | undefined {
    const enough = known.end === 'all of it' ? known.used <= given : known.given === given;
    if (!enough) return undefined;
    for (const [path, facts] of known.files) {
      if (written(this.#machine.files.describe(path)) !== facts) return undefined;
    }
    const problems = known.problems.map(problem => movedProblem(problem, this.#statements));
    const layers = known.layers.map(note => movedLayer(note, this.#statements));
    return problems.includes(undefined) || layers.includes(undefined)
      ? undefined
      : { problems: problems as Problem[], layers: layers as LayerNote[] };
  }
}

function written(facts: FileFacts | undefined): string {
  return facts === undefined ? '' : JSON.stringify(facts);
}
