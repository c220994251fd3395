import type * as vscode from 'vscode';
import { type FromTrainer, readFromTrainer, type ToTrainer } from '../../protocol/trainer';
import { RequestFault } from '../model/requestFault';
import { isTrusted, untrusted } from '../trust/trust';
import { ChildProcess } from './childProcess';

export type Trainer = ChildProcess<ToTrainer, FromTrainer>;

/** A training process. It reads whatever a network names and writes runs, so it needs trust, whoever asks for it. */
export function startTrainer(extension: vscode.Uri): Trainer {
  if (!isTrusted()) throw new RequestFault(untrusted);
  return new ChildProcess(extension, 'trainer.js', readFromTrainer);
}
