import * as vscode from 'vscode';
import type { Fix, Problem } from '../../core/problem';
import { ignoreLine } from '../../python/ignoreLine';
import { diagnosticSource } from '../text/diagnostics';
import type { OpenPrograms } from './openPrograms';
import type { ProgramText } from './programText';
import { pythonSelector } from './pythonSelector';

/** The ways out of problems, under the light bulb; the last is to leave the problem out by a comment. */
export function pythonQuickFixes(programs: OpenPrograms): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    pythonSelector,
    {
      provideCodeActions(document, range, { diagnostics }) {
        const checked = programs.checked(document)?.checked;
        if (!checked) return [];
        const { text, check } = checked;
        const shown = (problem: Problem) =>
          diagnostics.filter(
            ({ source, code, range }) =>
              source === diagnosticSource &&
              code === problem.code &&
              text.placeOf(problem.span)?.range.isEqual(range),
          );
        return check.problems.flatMap(problem => {
          const place = text.placeOf(problem.span);
          // what is switched off has no mark to put right
          const marks = shown(problem);
          if (place?.document !== document || !place.range.intersection(range) || marks.length === 0)
            return [];
          return fixesOf(problem, text).map(fix =>
            actionOf(fix, text, marks, problem.fixes.length === 1 && fix === problem.fixes[0]),
          );
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function fixesOf(problem: Problem, { text }: ProgramText): Fix[] {
  const ignore = ignoreLine(text, problem);
  return [
    ...problem.fixes,
    ...(ignore ? [{ title: `Ignore ${problem.code} on this line`, edits: [ignore] }] : []),
  ];
}

function actionOf(
  { title, edits }: Fix,
  text: ProgramText,
  diagnostics: vscode.Diagnostic[],
  isPreferred: boolean,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  for (const { offset, length, text: replacement } of edits) {
    const place = text.placeOf({ start: offset, end: offset + length });
    if (place) action.edit.replace(place.document.uri, place.range, replacement);
  }
  action.diagnostics = diagnostics;
  action.isPreferred = isPreferred;
  return action;
}
