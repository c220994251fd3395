import * as vscode from 'vscode';
import { designerViewType } from '../../protocol/commands';
import type { Host } from '../host';
import type { Designer } from './designer';

/** A designer of the network that can be seen: one that is open, else a new one. */
export async function showDesigner(host: Host, uri: vscode.Uri): Promise<Designer | undefined> {
  const visible = host.designers.of(uri).find(designer => designer.panel.visible);
  if (visible) return visible;
  await vscode.commands.executeCommand('vscode.openWith', uri, designerViewType);
  return host.designers.of(uri).find(designer => designer.panel.visible);
}
