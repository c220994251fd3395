import type * as vscode from 'vscode';

/** Python in files, in documents that aren't saved yet, and in cells of notebooks. */
export const pythonSelector: vscode.DocumentSelector = { language: 'python' };
