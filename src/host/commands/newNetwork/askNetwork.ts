import * as vscode from 'vscode';
import type { DataFacts } from '../../../core/network/dataReport';
import { type Fit, fitKnown, pictureOf } from '../../../core/proposal/fitKnown';
import type { KnownNetwork } from '../../../core/proposal/known/knownNetwork';
import { knownFor } from '../../../core/proposal/knownFor';
import { proposeHidden } from '../../../core/proposal/proposeHidden';
import { proposeKnown } from '../../../core/proposal/proposeKnown';
import { proposeNetwork } from '../../../core/proposal/proposeNetwork';
import { ask, type Choice } from './ask';
import { separated } from './separated';
import type { WrittenData } from './writtenData';

/** A network that was chosen: the name that it goes by, where it has one, and its text. */
export interface ChosenNetwork {
  readonly title?: string;
  text(name: string): string;
}

type Answer = () => Promise<ChosenNetwork | undefined> | ChosenNetwork;

/** Asks which network it shall be: hidden layers that suit the data, or a known network fitted to them. */
export async function askNetwork(
  data: WrittenData | undefined,
  facts: DataFacts | undefined,
): Promise<ChosenNetwork | undefined> {
  const question = facts
    ? `${seen(facts.inputShape, facts.targets.classes)} Which hidden layers?`
    : 'Which network?';
  const chosen = await ask(question, networkRows(data, facts));
  return chosen?.();
}

export function networkRows(data: WrittenData | undefined, facts: DataFacts | undefined): Choice<Answer>[] {
  const proposals = data ? proposeHidden(facts) : [];
  return [
    ...separated('For these data', proposals, proposal => ({
      label: proposal.title,
      description: proposal.detail,
      value: () => ({
        text: (name: string) => proposeNetwork(name, data!, facts, proposal.hidden, proposal),
      }),
    })),
    ...(facts && !pictureOf(facts) ? noPictures(data, facts) : knownRows(data, facts)),
  ];
}

/** One row in the place of all: none of them can take the data. */
function noPictures(data: WrittenData | undefined, facts: DataFacts): Choice<Answer>[] {
  const because = `The known networks look at pictures, but an example of these data is ${facts.inputShape.join(' × ')} values.`;
  return separated('Known networks', [because], detail => ({
    label: '$(circle-slash) For pictures only',
    detail,
    value: () => sayMisfit({ because }, data, facts),
  }));
}

function knownRows(data: WrittenData | undefined, facts: DataFacts | undefined): Choice<Answer>[] {
  return separated('Known networks', knownFor(facts), ({ known, fit }) => ({
    label: `$(${iconOf(fit)}) ${known.title}`,
    description: known.summary,
    detail: detailOf(known, fit),
    value: () => takeKnown(known, fit, data, facts),
  }));
}

function takeKnown(
  known: KnownNetwork,
  fit: Fit,
  data: WrittenData | undefined,
  facts: DataFacts | undefined,
): ReturnType<Answer> {
  return fit.kind === 'fits'
    ? { title: known.title, text: name => proposeKnown(name, known, fit, data, facts) }
    : sayMisfit(fit, data, facts, known);
}

function iconOf(fit: Fit): string {
  if (fit.kind === 'misfit') return 'circle-slash';
  return fit.warning ? 'warning' : 'symbol-structure';
}

function detailOf({ published }: KnownNetwork, fit: Fit): string {
  if (fit.kind === 'misfit') return fit.because;
  const count = `${published.parameters.toLocaleString('en-US')} parameters`;
  const fitted =
    fit.changes.length > 0
      ? `Published with ${count}. Here ${fit.changes.join('; ')}.`
      : `${count}, as published.`;
  return fit.warning ? `${fit.warning} ${fitted}` : fitted;
}

/** Why it can't take the data, with a way out where there is one; else the question comes again. */
async function sayMisfit(
  { because, side }: Omit<Extract<Fit, { kind: 'misfit' }>, 'kind'>,
  data: WrittenData | undefined,
  facts: DataFacts | undefined,
  known?: KnownNetwork,
): Promise<ChosenNetwork | undefined> {
  const scale = `Scale Them to ${side} × ${side}`;
  const canScale =
    known && side !== undefined && data !== undefined && 'images' in data && facts !== undefined;
  const options = { modal: true, detail: canScale ? undefined : 'Choose another network.' };
  const answer = await vscode.window.showInformationMessage(because, options, ...(canScale ? [scale] : []));
  if (answer !== scale || !canScale) return askNetwork(data, facts);
  const scaled = { ...facts, inputShape: [side, side, ...facts.inputShape.slice(2)] };
  return takeKnown(known, fitKnown(known, scaled), { ...data, size: [side, side] }, scaled);
}

/** `Each example is 4 values, in one of 3 classes.` */
function seen(shape: readonly number[], classes: readonly string[] | undefined): string {
  const values = shape.length === 1 ? `${shape[0]} values` : `${shape.join(' × ')} values`;
  return `Each example is ${values}${classes ? `, in one of ${classes.length} classes` : ''}.`;
}
