import type { Call } from './call';

const mostNames = 8;

/** Tells of a name that a file doesn't have, and which it has. */
export function reportMissing(
  call: Call,
  parameter: string,
  {
    file,
    what,
    name,
    names,
  }: {
    readonly file: string;
    /** `array`, `column`. */
    readonly what: string;
    readonly name: string;
    readonly names: readonly string[];
  },
): void {
  const shown = names.slice(0, mostNames).map(each => `“${each}”`);
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  call.report({
    code: 'missing-in-file',
    span: call.operand(parameter).span,
    message: `${file} has no ${what} “${name}”${names.length === 0 ? '.' : `: it has ${shown.join(', ')}${more}.`}`,
  });
}
