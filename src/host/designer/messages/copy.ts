import * as vscode from 'vscode';
import type { Answer } from './answer';

export const copy: Answer<'copy'> = ({ text }) => vscode.env.clipboard.writeText(text);
