// The command line: layerwise COMMAND …
import { version } from '../../package.json';
import { nearest } from '../core/network/reading/nearest';
import { Cancelled } from '../data/reading';
import { faultOf } from '../runs/faultOf';
import { commands } from './commands/all';
import { exitCodeOf, exitCodes } from './exitCodes';
import { commandHelp, overview } from './help';
import { parseCall } from './parseCall';
import { processTerminal } from './terminal/processTerminal';
import { UsageFault } from './usageFault';

const terminal = processTerminal();

main(process.argv.slice(2)).then(terminal.end, error => terminal.end(failed(error)));

async function main([name, ...words]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.line(overview(commands, terminal.width));
    return name === undefined ? exitCodes.unreadable : exitCodes.done;
  }
  if (name === '--version') {
    terminal.line(version);
    return exitCodes.done;
  }
  const command = commands.find(found => found.name === name);
  if (!command) {
    const like = nearest(
      name,
      commands.map(found => found.name),
    );
    throw new UsageFault(`There is no command ${name}.${like ? ` Did you mean ${like}?` : ''}`);
  }
  if (words.includes('--help') || words.includes('-h')) {
    terminal.line(commandHelp(command, terminal.width));
    return exitCodes.done;
  }
  return command.run(parseCall(command, words, terminal));
}

/** Says what went wrong in one sentence; returns the exit code. */
function failed(error: unknown): number {
  if (error instanceof Cancelled) return exitCodes.interrupted;
  if (error instanceof UsageFault) {
    terminal.note(`${error.message} See layerwise --help.`);
    return exitCodes.unreadable;
  }
  const fault = faultOf(error);
  if (fault) {
    terminal.note(fault.message);
    return exitCodeOf(error);
  }
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  terminal.note(`Layerwise failed, by a fault of its own: ${reason}`);
  return exitCodes.ownFault;
}
