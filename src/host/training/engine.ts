import * as vscode from 'vscode';

/** What trainings run on: the fastest that works, or the plain engine, in nothing but JavaScript. */
export type EngineChoice = 'automatic' | 'plain';

const setting = 'layerwise.engine';
/** In the global state: the V8 under which the plain engine was chosen, after a training process died at its start. */
const plainFor = 'plainEngineForV8';

/** What the setting says, and what was chosen since this V8 is there. */
export function engineChoice({ globalState }: vscode.ExtensionContext): EngineChoice {
  const set = vscode.workspace.getConfiguration().get<EngineChoice>(setting);
  return set === 'plain' || globalState.get(plainFor) === process.versions.v8 ? 'plain' : 'automatic';
}

/** Trains with the plain engine until VS Code comes with another V8, or the setting is changed. */
export async function choosePlainEngine({ globalState }: vscode.ExtensionContext): Promise<void> {
  await globalState.update(plainFor, process.versions.v8);
}

/** A person who changes the setting has chosen anew. */
export function engineSetting({ globalState }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (event.affectsConfiguration(setting)) void globalState.update(plainFor, undefined);
  });
}
