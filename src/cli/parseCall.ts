import { parseArgs } from 'node:util';
import { nearest } from '../core/network/reading/nearest';
import type { Call } from './call';
import type { Command } from './commands/command';
import type { Terminal } from './terminal/terminal';
import { UsageFault } from './usageFault';

/** Reads the words after a command's name. Throws a `UsageFault` where they don't suit it. */
export function parseCall(command: Command, words: readonly string[], terminal: Terminal): Call {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(command.options).map(([name, { value }]) => [
        name,
        { type: value ? 'string' : 'boolean' },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = command.options[token.name];
    if (!option) {
      const like = nearest(token.name, Object.keys(command.options));
      const hint = like ? ` Did you mean --${like}?` : '';
      throw new UsageFault(`${command.name} has no option ${token.rawName}.${hint}`);
    }
    if (option.value && (token.value === undefined || token.value === '')) {
      throw new UsageFault(`--${token.name} needs a value: --${token.name} ${option.value}.`);
    }
    if (!option.value && token.value !== undefined) {
      throw new UsageFault(`--${token.name} takes no value, but was given ${token.value}.`);
    }
    if (option.as === 'count' && !/^[1-9]\d{0,8}$/.test(token.value!)) {
      throw new UsageFault(`--${token.name} needs a whole number from 1, but was given ${token.value}.`);
    }
    if (given.has(token.name)) throw new UsageFault(`--${token.name} is given twice.`);
    given.set(token.name, token.value ?? '');
  }
  for (const [name, { required, value }] of Object.entries(command.options)) {
    if (required && !given.has(name)) throw new UsageFault(`${command.name} needs --${name} ${value}.`);
  }
  const [least, most] = command.count;
  if (operands.length < least) throw new UsageFault(`${command.name} needs ${command.operands}.`);
  if (operands.length > most) {
    throw new UsageFault(`${command.name} takes ${command.operands}; ${operands[most]} is too much.`);
  }
  return {
    operands,
    text: option => given.get(option),
    count: option => (given.has(option) ? Number(given.get(option)) : undefined),
    switched: option => given.has(option),
    terminal,
  };
}
