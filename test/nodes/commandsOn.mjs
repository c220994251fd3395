import path from 'node:path';
import { linesOf } from './programOn.mjs';

/**
 * Trains in both precisions, predicts and evaluates with the command line on a Node.
 *
 * @returns {Promise<Record<'float32' | 'float64', {cost: number, engine: string, reasons: string[], predictions: string,
 *   evaluated: {set: string, cost: number}[]}>>}
 */
export async function commandsOn(binary, cli, folder, name, engine, environment) {
  const run = (command, network, ...args) =>
    linesOf(binary, [cli, command, network, ...args, '--json', '--engine', engine], environment);
  const found = {};
  for (const precision of ['float32', 'float64']) {
    const network = path.join(folder, `${precision}.nn.json`);
    const weights = path.join(folder, `${name} ${precision}`);
    const trained = await run('train', network, '--out', weights);
    const { engine, engineReasons: reasons } = trained.at(-1);
    const cost = trained.filter(({ iteration }) => iteration !== undefined).at(-1).cost;
    const input = path.join(folder, 'points.csv');
    const predicted = await run('predict', network, '--weights', weights, '--input', input);
    const evaluated = await run('evaluate', network, '--weights', weights);
    const predictions = predicted.map(({ prediction }) => prediction).join();
    found[precision] = { cost, engine, reasons, predictions, evaluated };
  }
  return found;
}
