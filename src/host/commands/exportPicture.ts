import * as vscode from 'vscode';
import { showDesigner } from '../designer/showDesigner';
import { shownNetwork } from '../network/shownNetwork';
import type { Command } from './command';

const formats = [
  { label: 'SVG', description: 'sharp at every size, for papers and slides', request: 'export-svg' },
  { label: 'PNG', description: 'at twice the size of the screen', request: 'export-png' },
] as const;

/** Only the view can draw the picture: it sends it back with `save-picture`. */
export const exportPicture: Command = async (host, uri) => {
  const network = await shownNetwork(host, uri);
  if (!network) return;
  const format = await vscode.window.showQuickPick(formats, {
    title: 'Export Picture',
    placeHolder: 'As what?',
  });
  if (!format) return;
  const designer = await showDesigner(host, network);
  designer?.post({ type: 'request', request: format.request });
};
