import * as vscode from 'vscode';
import { numberText } from '../../../runs/figures/numberText';
import { nameOf } from '../../network/nameOf';
import { resumeRun } from '../begin';
import type { RunAction } from './runAction';

/** What a network may train in all. */
const MOST = 100_000_000;

/** Goes on with a run that took all its steps, for more: asks for how many. */
export const trainOn: RunAction = async (host, network) => {
  const run = await host.runs.read(network);
  const { info } = run;
  if (run.stage !== 'finished' || !info) {
    vscode.window.showInformationMessage(
      `${nameOf(network)} has no finished run to train on with. Train it, or resume the run that was stopped.`,
    );
    return;
  }
  const taken = info.iterations;
  const most = MOST - taken;
  const typed = await vscode.window.showInputBox({
    title: 'Train On',
    prompt: `How many more iterations, after the ${numberText(taken)} that ${nameOf(network)} took`,
    value: String(Math.min(taken, most)),
    ignoreFocusOut: true,
    validateInput: text => {
      const more = readCount(text);
      return more !== undefined && more <= most
        ? undefined
        : `A whole number from 1 up to ${numberText(most)}.`;
    },
  });
  const more = typed === undefined ? undefined : readCount(typed);
  // meanwhile another run may have begun
  if (more === undefined || run.info?.id !== info.id || run.stage !== 'finished') return;
  await resumeRun(host, run, info, { iterations: taken + more });
};

/** A whole number above 0, with or without separators. */
function readCount(text: string): number | undefined {
  const digits = text.replaceAll(/[\s,_]/g, '');
  return /^\d{1,9}$/.test(digits) && Number(digits) > 0 ? Number(digits) : undefined;
}
