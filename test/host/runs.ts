// The runs of the workspace, as they are on the disk, and the processes that train them.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually, workspaceFile } from './workspace';

export interface WrittenRun {
  folder: string;
  network: string;
  state: string;
  message?: string;
  iteration: number;
  seed: number;
  engine?: string;
  engineReasons?: string[];
}

/** Waits for the newest run of a network to be in a state. */
export const runIn = (network: string, state: string): Promise<WrittenRun> =>
  eventually(`the newest run of ${network} to be ${state}`, () => {
    const newest = runsOf(network).at(-1);
    return newest?.state === state && newest;
  });

/** Begins a run with a command and waits for it to be in a state: a run that was there before doesn't count. */
export async function newRun(network: string, command: string, state: string): Promise<WrittenRun> {
  const before = new Set(runsOf(network).map(({ folder }) => folder));
  await vscode.commands.executeCommand(command);
  return eventually(`a new run of ${network} to be ${state}`, () =>
    runsOf(network).find(run => !before.has(run.folder) && run.state === state),
  );
}

/** The runs of a network, oldest first. */
export function runsOf(network: string): WrittenRun[] {
  const runs = workspaceFile('.layerwise/runs').fsPath;
  if (!fs.existsSync(runs)) return [];
  return fs
    .readdirSync(runs)
    .sort()
    .map(name => path.join(runs, name))
    .filter(folder => fs.existsSync(path.join(folder, 'run.json')))
    .map(folder => ({ ...readJson(path.join(folder, 'run.json')), folder }))
    .filter(run => run.network === network);
}

export interface Point {
  iteration: number;
  cost: number;
}

/** What a run has measured so far; nothing before its first point. */
export function metricsOf(run: WrittenRun): Point[] {
  const file = path.join(run.folder, 'metrics.jsonl');
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return lines.slice(0, -1).map(line => JSON.parse(line)); // the last may be half written
}

/** The tensors in a safetensors file: a length of eight bytes, a header of JSON, the numbers. */
export function tensorsOf(run: WrittenRun, name: string): Record<string, { dtype: string; shape: number[] }> {
  const bytes = fs.readFileSync(path.join(run.folder, name));
  const { __metadata__, ...tensors } = JSON.parse(
    bytes.subarray(8, 8 + Number(bytes.readBigUInt64LE())).toString(),
  );
  return tensors;
}

/** The processes that train now, as the system lists them. */
export function trainers(): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .filter(
      ([, parent, ...args]) => Number(parent) === process.pid && args.some(arg => arg.endsWith('trainer.js')),
    )
    .map(([id]) => Number(id));
}

const readJson = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8'));
