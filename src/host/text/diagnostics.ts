import * as vscode from 'vscode';
import type { Snapshot } from '../../core/analyze';
import type { Problem, Severity } from '../../core/problem';
import { rangeOf } from '../document/rangeOf';
import type { Host } from '../host';

export const diagnosticSource = 'layerwise';

/** The problems of open networks in the Problems panel and under the text. */
export function diagnostics({ snapshots }: Host): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(diagnosticSource);
  const show = (document: vscode.TextDocument) => {
    // beside an older version in a comparison the problems of now would stand twice
    if (document.uri.scheme === 'git') return;
    const problems = newProblems(document, snapshots.of(document));
    collection.set(
      document.uri,
      problems.map(problem => diagnosticOf(document, problem)),
    );
  };
  return vscode.Disposable.from(
    collection,
    snapshots.onDidChange(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}

/** Without slips of syntax, where VS Code's own JSON support says them already. */
function newProblems(document: vscode.TextDocument, { network, problems }: Snapshot): readonly Problem[] {
  const isJson = document.languageId === 'jsonc' || document.languageId === 'json';
  const said = isJson && vscode.workspace.getConfiguration('json').get('validate.enable', true);
  return said && network ? problems.filter(({ code }) => code !== 'bad-json') : problems;
}

export const severities: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

function diagnosticOf(document: vscode.TextDocument, problem: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeOf(document, problem.span),
    problem.message,
    severities[problem.severity],
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = problem.code;
  diagnostic.relatedInformation = problem.related?.map(
    ({ message, span }) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, rangeOf(document, span)),
        message,
      ),
  );
  return diagnostic;
}
