import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** The folders of the extension that the designer's page may load from. */
export function pageRoots(extension: vscode.Uri): vscode.Uri[] {
  return ['dist', 'media'].map(folder => vscode.Uri.joinPath(extension, folder));
}

/**
 * The page of the designer: an empty root that `dist/webview.js` draws into. Nothing loads from outside the extension
 * and only the one script runs. Pictures may be `data:` and `blob:`, since a PNG is drawn from the SVG that way.
 * The icons of @vscode-elements look for their style sheet by its id.
 */
export function designerPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const address = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path));
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource} data:`,
    `img-src ${webview.cspSource} data: blob:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('dist', 'webview.css')}" id="vscode-codicon-stylesheet" nonce="${nonce}">
<link rel="stylesheet" href="${address('dist', 'designer.css')}">
<title>Layerwise</title>
</head>
<body>
<div id="root"></div>
<script nonce="${nonce}" src="${address('dist', 'webview.js')}"></script>
</body>
</html>`;
}
