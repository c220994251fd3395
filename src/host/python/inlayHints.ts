import * as vscode from 'vscode';
import type { Checker } from './checker';
import type { OpenPrograms } from './openPrograms';
import { pythonSelector } from './pythonSelector';
import { hintSetting, onSettings, shownHints } from './settings';

/** Shapes behind what is assigned to, `W1: (4, 2) = …`, and what each layer of a model gives. */
export function pythonInlayHints(programs: OpenPrograms, checker: Checker): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    programs.onDidCheck(() => changed.fire()),
    onSettings(affects => {
      if (affects(hintSetting)) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(pythonSelector, {
      onDidChangeInlayHints: changed.event,
      async provideInlayHints(document, range, token) {
        const which = shownHints();
        if (which === 'off') return [];
        const program = await programs.whenChecked(document, token);
        if (!program) return [];
        const { text, check } = program.checked;
        const [start, end] = [range.start, range.end].map(position => text.offsetOf(document, position));
        if (start === undefined || end === undefined) return [];
        const hints = await checker.hints(program.id, check.id, { start, end, all: which === 'all' });
        return hints.flatMap(({ offset, text: label, kind }) => {
          const place = text.placeOf({ start: offset, end: offset });
          if (place?.document !== document) return [];
          const hint = new vscode.InlayHint(place.range.start, label, vscode.InlayHintKind.Type);
          hint.paddingLeft = kind === 'layer';
          return [hint];
        });
      },
    }),
  );
}
