import type { Command } from './commands/command';
import { wrapped } from './wrapped';

const mostWidth = 100;

/** What `layerwise --help` prints. */
export function overview(commands: readonly Command[], width: number): string {
  const most = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Designs, trains and checks neural networks.',
    '',
    'Usage: layerwise COMMAND …',
    '',
    ...commands.map(({ name, summary }) =>
      wrapped(summary, Math.min(width, mostWidth), `  ${name.padEnd(most)}  `),
    ),
    '',
    'layerwise COMMAND --help tells more of a command; layerwise --version the version.',
  ].join('\n');
}

/** What `layerwise train --help` prints. */
export function commandHelp({ name, summary, operands, options, details }: Command, width: number): string {
  const across = Math.min(width, mostWidth);
  const rows = Object.entries(options).map(([option, { value, help, required }]) => ({
    left: `  --${option}${value ? ` ${value}` : ''}`,
    right: required ? `${help} Required.` : help,
  }));
  const most = Math.max(...rows.map(({ left }) => left.length));
  const needed = Object.entries(options)
    .filter(([, { required }]) => required)
    .map(([option, { value }]) => ` --${option} ${value}`);
  return [
    wrapped(summary, across),
    '',
    `Usage: layerwise ${name} ${operands}${needed.join('')} [options]`,
    '',
    ...rows.map(({ left, right }) => wrapped(right, across, `${left.padEnd(most)}  `)),
    ...details.flatMap(paragraph => ['', wrapped(paragraph, across)]),
  ].join('\n');
}
