import type * as vscode from 'vscode';
import { type FromTrainer, readFromTrainer, type ToTrainer } from '../../protocol/trainer';
import { untrusted } from '../../protocol/untrusted';
import { RequestFault } from '../model/requestFault';
import { engineChoice } from '../training/engine';
import { isTrusted } from '../trust/trust';
import { ChildProcess } from './childProcess';

export type Trainer = ChildProcess<ToTrainer, FromTrainer>;

/** A training process. It reads whatever a network names and writes runs, so it needs trust, whoever asks for it. */
export function startTrainer(context: vscode.ExtensionContext): Trainer {
  if (!isTrusted()) throw new RequestFault(untrusted);
  return new ChildProcess(context.extensionUri, 'trainer.js', readFromTrainer, {
    LAYERWISE_CACHE: context.globalStorageUri.fsPath,
    LAYERWISE_ENGINE: engineChoice(context),
  });
}
