import * as vscode from 'vscode';
import type { Problem, Severity } from '../../core/problem';
import { diagnosticSource, severities } from '../text/diagnostics';
import type { OpenPrograms, Program } from './openPrograms';
import type { ProgramText } from './programText';
import { onSettings, severitySetting } from './settings';

/** The problems of open programs in the Problems panel and under their text, each in its cell. */
export function pythonDiagnostics(programs: OpenPrograms): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(`${diagnosticSource}-python`);
  const shown = new Map<Program, readonly vscode.Uri[]>();
  const hide = (program: Program) => {
    for (const uri of shown.get(program) ?? []) collection.delete(uri);
    shown.delete(program);
  };
  const show = (program: Program) => {
    if (!program.checked) return;
    const { text, check } = program.checked;
    const byDocument = new Map(text.parts.map(({ document }) => [document, [] as vscode.Diagnostic[]]));
    for (const { document, diagnostic } of placed(check.problems, text)) {
      byDocument.get(document)?.push(diagnostic);
    }
    const now = [...byDocument.keys()].map(({ uri }) => uri);
    for (const uri of shown.get(program) ?? []) if (!now.includes(uri)) collection.delete(uri);
    for (const [{ uri }, diagnostics] of byDocument) collection.set(uri, diagnostics);
    shown.set(program, now);
  };
  return vscode.Disposable.from(
    collection,
    programs.onDidCheck(show),
    programs.onDidClose(hide),
    onSettings(() => {
      for (const program of [...shown.keys()]) show(program);
    }),
  );
}

function placed(problems: readonly Problem[], text: ProgramText) {
  const set = severitySetting();
  return problems.flatMap(problem => {
    const severity = set(problem.code) ?? problem.severity;
    const place = text.placeOf(problem.span);
    if (severity === 'off' || !place) return [];
    const { document, range } = place;
    return [{ document, diagnostic: diagnosticOf(problem, severity, range, text) }];
  });
}

function diagnosticOf(
  { code, message, related = [] }: Problem,
  severity: Severity,
  range: vscode.Range,
  text: ProgramText,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, severities[severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = code;
  diagnostic.relatedInformation = related.flatMap(({ message, span }) => {
    const place = text.placeOf(span);
    if (!place) return [];
    return [
      new vscode.DiagnosticRelatedInformation(new vscode.Location(place.document.uri, place.range), message),
    ];
  });
  return diagnostic;
}
