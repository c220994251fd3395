import * as vscode from 'vscode';
import { attempt } from '../attempt';
import type { Host } from '../host';
import { openModel } from './openModel';
import type { OpenPrograms } from './openPrograms';
import { pythonSelector } from './pythonSelector';

/** Not in the palette: it is about the model that the lens stands above. */
const command = 'layerwise.python.openInDesigner';

/** “Open in designer” above each model that is put together of layers. */
export function pythonCodeLenses(host: Host, programs: OpenPrograms): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    programs.onDidCheck(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(pythonSelector, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document, token) {
        const program = await programs.whenChecked(document, token);
        if (!program) return [];
        const { text, check } = program.checked;
        return check.models.flatMap(({ span }, index) => {
          const place = text.placeOf(span);
          if (place?.document !== document) return [];
          const { start } = place.range;
          return [
            new vscode.CodeLens(new vscode.Range(start, start), {
              title: 'Open in designer',
              tooltip: 'Opens a network made from this model, unsaved.',
              command,
              arguments: [program.uri, index],
            }),
          ];
        });
      },
    }),
    vscode.commands.registerCommand(command, (uri: vscode.Uri, index: number) =>
      attempt(host, async () => {
        const program = programs.at(uri);
        const model = program?.checked?.check.models[index];
        if (model) await openModel(program.uri, program.checked!.text, model);
      }),
    ),
  );
}
