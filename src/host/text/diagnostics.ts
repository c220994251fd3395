import * as vscode from 'vscode';
import type { Problem, Severity } from '../../core/problem';
import { rangeOf } from '../document/rangeOf';
import type { Host } from '../host';

export const diagnosticSource = 'layerwise';

/** The problems of open networks in the Problems panel and under the text. */
export function diagnostics({ snapshots }: Host): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(diagnosticSource);
  const show = (document: vscode.TextDocument) =>
    collection.set(
      document.uri,
      snapshots.of(document).problems.map(problem => diagnosticOf(document, problem)),
    );
  return vscode.Disposable.from(
    collection,
    snapshots.onDidChange(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}

const severities: Record<Severity, vscode.DiagnosticSeverity> = {
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
