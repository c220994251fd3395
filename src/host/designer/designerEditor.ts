import * as vscode from 'vscode';
import { designerViewType } from '../../protocol/commands';
import { type FromView, readFromView, readsNetwork } from '../../protocol/view';
import { attempt } from '../attempt';
import { changesDone } from '../document/changeDocument';
import type { Host } from '../host';
import { Designer } from './designer';
import { designerPage, pageRoots } from './designerPage';
import { answers } from './messages';
import { settleBeforeSaving } from './settle';
import { documentMessage, settingsMessage } from './shown';

/** The custom editor: a view of the text document, which VS Code keeps, saves and undoes. */
export function designerEditor(host: Host): vscode.Disposable {
  const extension = host.context.extensionUri;
  return vscode.Disposable.from(
    vscode.window.registerCustomEditorProvider(
      designerViewType,
      {
        resolveCustomTextEditor(document, panel) {
          const designer = new Designer(document, panel);
          host.designers.add(designer);
          panel.webview.options = { enableScripts: true, localResourceRoots: pageRoots(extension) };
          panel.webview.onDidReceiveMessage(message => receive(message, designer, host));
          panel.webview.html = designerPage(panel.webview, extension);
        },
      },
      { supportsMultipleEditorsPerDocument: true },
    ),
    settleBeforeSaving(host),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length) host.designers.post(document.uri, documentMessage(document));
    }),
    host.data.onDidChange(network =>
      host.designers.post(network, { type: 'data', report: host.data.of(network) }),
    ),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('layerwise')) host.designers.postAll(settingsMessage());
    }),
  );
}

async function receive(message: unknown, designer: Designer, host: Host): Promise<void> {
  const read = readFromView(message);
  if (!read) {
    host.log.error('The designer sent a message that the host doesn’t know.');
    return;
  }
  await attempt(host, async () => {
    if (readsNetwork(read)) await changesDone(designer.document);
    await answer(read, designer, host);
  });
}

function answer<T extends FromView['type']>(
  message: Extract<FromView, { type: T }>,
  designer: Designer,
  host: Host,
): unknown {
  return answers[message.type as T](message, designer, host);
}
