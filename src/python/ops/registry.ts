import type { ClassValue, Value } from '../values/value';
import type { ClassEntry, Entry, Library } from './entry';

/** A method or attribute, under its full name. */
export interface Member {
  readonly entry: Entry;
  readonly name: string;
}

/** All that is known of libraries, by full name. */
export class Registry {
  readonly #entries = new Map<string, Entry>();
  /** Every name that has entries below it: `numpy`, `numpy.random`, `numpy.ndarray`. */
  readonly #holders = new Set<string>();
  readonly #aliases = new Map<string, string>();
  readonly #classes = new Map<ClassEntry, ClassValue>();
  /** By class and name, what was looked for and is there. */
  readonly #members = new Map<string, Map<string, Member>>();

  constructor(libraries: readonly Library[]) {
    for (const { families, aliases } of libraries) {
      for (const [name, full] of Object.entries(aliases ?? {})) this.#aliases.set(name, full);
      for (const { entries } of families) {
        for (const entry of entries) {
          for (const name of entry.names) {
            this.#entries.set(name, entry);
            for (let at = name.lastIndexOf('.'); at > 0; at = name.lastIndexOf('.', at - 1)) {
              this.#holders.add(name.slice(0, at));
            }
          }
        }
      }
    }
  }

  /** The one full name of a module or what is in it. */
  canonical(name: string): string {
    for (let turns = 0; turns < 4; turns++) {
      const next = this.#aliased(name);
      if (next === name) return name;
      name = next;
    }
    return name;
  }

  entry(fullName: string): Entry | undefined {
    return this.#entries.get(fullName);
  }

  isHolder(fullName: string): boolean {
    return this.#holders.has(fullName);
  }

  /** `numpy.dot` as a value; undefined where no table has it. */
  value(fullName: string): Value | undefined {
    const entry = this.#entries.get(fullName);
    if (!entry) return undefined;
    if (entry.kind === 'value') return entry.value;
    if (entry.kind === 'class') return this.classOf(entry);
    return { kind: 'op', entry, name: fullName };
  }

  /** All that a module holds itself, for `from module import *`. */
  under(module: string): readonly (readonly [string, Value])[] {
    const start = `${module}.`;
    return [...this.#entries.keys()].flatMap(full => {
      const name = full.slice(start.length);
      const value = full.startsWith(start) && !name.includes('.') ? this.value(full) : undefined;
      return value ? [[name, value] as const] : [];
    });
  }

  /** Always the same value for the same class. */
  classOf(entry: ClassEntry): ClassValue {
    const known = this.#classes.get(entry);
    if (known) return known;
    const bases = (entry.bases ?? []).flatMap(name => {
      const base = this.#entries.get(name);
      return base?.kind === 'class' ? [this.classOf(base)] : [];
    });
    const made: ClassValue = { kind: 'class', name: entry.names[0]!, bases, entry, members: new Map() };
    this.#classes.set(entry, made);
    return made;
  }

  /** A method or attribute of a class by its full name, or of the classes it is made from. */
  member(className: string, name: string): Member | undefined {
    let known = this.#members.get(className);
    if (!known) this.#members.set(className, (known = new Map()));
    const found = known.get(name);
    if (found) return found;
    const looked = this.#lookForMember(className, name);
    // a program may ask for any name
    if (looked) known.set(name, looked);
    return looked;
  }

  #lookForMember(className: string, name: string): Member | undefined {
    const full = `${className}.${name}`;
    const own = this.#entries.get(full);
    if (own) return { entry: own, name: full };
    const entry = this.#entries.get(className);
    if (entry?.kind !== 'class') return undefined;
    for (const other of [...entry.names.filter(also => also !== className), ...(entry.bases ?? [])]) {
      const found = entry.names.includes(other) ? this.#ownMember(other, name) : this.member(other, name);
      if (found) return found;
    }
    return undefined;
  }

  #ownMember(className: string, name: string) {
    const entry = this.#entries.get(`${className}.${name}`);
    return entry && { entry, name: `${className}.${name}` };
  }

  #aliased(name: string): string {
    for (let at = name.length; at > 0; at = name.lastIndexOf('.', at - 1)) {
      const full = this.#aliases.get(name.slice(0, at));
      if (full !== undefined) return full + name.slice(at);
    }
    return name;
  }
}
