import * as vscode from 'vscode';
import type { Host } from '../host';
import { Checker } from './checker';
import { pythonCodeLenses } from './codeLenses';
import { pythonDiagnostics } from './diagnostics';
import { pythonHovers } from './hovers';
import { pythonInlayHints } from './inlayHints';
import { OpenPrograms } from './openPrograms';
import { pythonQuickFixes } from './quickFixes';
import { untrustedStatus } from './untrustedStatus';

/** The check of Python programs. Its process starts with the first that is open; nothing here loads the parser. */
export function pythonChecks(host: Host): vscode.Disposable {
  const checker = new Checker(host.context.extensionUri, host.log);
  const programs = new OpenPrograms(checker, host.describer);
  const features = vscode.Disposable.from(
    checker,
    programs,
    pythonDiagnostics(programs),
    pythonQuickFixes(programs),
    pythonHovers(programs, checker),
    pythonInlayHints(programs, checker),
    pythonCodeLenses(host, programs),
    untrustedStatus(),
  );
  programs.start();
  return features;
}
