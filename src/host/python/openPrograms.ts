import * as vscode from 'vscode';
import type { Describer } from '../data/describer';
import type { Check, Checker } from './checker';
import { ProgramFiles } from './programFiles';
import { ProgramText, pythonCells } from './programText';
import { isEnabled, onSettings } from './settings';

/** After the last key. */
const quiet = 150; // ms
/** A program whose check ended the process as often in a row is left alone until it is opened again. */
const mostFailures = 3;

/** A Python file or a notebook that is open. */
export interface Program {
  readonly id: string;
  readonly uri: vscode.Uri;
  read(): ProgramText;
  readonly files: ProgramFiles;
  /** The last check, with the text that it was of. */
  checked?: { readonly text: ProgramText; readonly check: Check };
  timer?: NodeJS.Timeout;
  failures: number;
}

/** Keeps each Python file and notebook that is open checked, one check at a time, each of the newest text. */
export class OpenPrograms implements vscode.Disposable {
  readonly #checker: Checker;
  readonly #describer: Describer;
  readonly #programs = new Map<string, Program>();
  readonly #due = new Set<Program>();
  #checking: Program | undefined;
  readonly #checked = new vscode.EventEmitter<Program>();
  /** A program was checked; its text may have changed since. */
  readonly onDidCheck = this.#checked.event;
  readonly #closed = new vscode.EventEmitter<Program>();
  readonly onDidClose = this.#closed.event;
  readonly #subscriptions: vscode.Disposable;

  constructor(checker: Checker, describer: Describer) {
    this.#checker = checker;
    this.#describer = describer;
    const { workspace } = vscode;
    this.#subscriptions = vscode.Disposable.from(
      this.#checked,
      this.#closed,
      workspace.onDidOpenTextDocument(document => this.#open(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#close(uri)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#soon(this.of(document));
      }),
      workspace.onDidOpenNotebookDocument(notebook => this.#openNotebook(notebook)),
      workspace.onDidCloseNotebookDocument(({ uri }) => this.#close(uri)),
      workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        if (contentChanges.length > 0) this.#openNotebook(notebook);
      }),
      // the checks went with the process; the one that it ended in isn't tried again before the next key
      checker.onEnd(() => {
        for (const program of this.#programs.values())
          if (program !== this.#checking && program.failures === 0) this.#now(program);
      }),
      onSettings(() => this.start()),
      workspace.onDidGrantWorkspaceTrust(() => this.start()),
    );
  }

  /** Takes up what was open before anyone listened; lets go of all where the check is switched off. */
  start(): void {
    if (!isEnabled()) {
      for (const { uri } of [...this.#programs.values()]) this.#close(uri);
      return;
    }
    for (const notebook of vscode.workspace.notebookDocuments) this.#openNotebook(notebook);
    for (const document of vscode.workspace.textDocuments) this.#open(document);
  }

  /** The program that a document is, or is a cell of. */
  of(document: vscode.TextDocument): Program | undefined {
    return this.at(notebookOf(document)?.uri ?? document.uri);
  }

  /** The program of a file or a notebook. */
  at(uri: vscode.Uri): Program | undefined {
    return this.#programs.get(uri.toString());
  }

  /** The last check of the program of a document, if that is of the text as it is now. */
  checked(document: vscode.TextDocument): (Program & Required<Pick<Program, 'checked'>>) | undefined {
    const program = this.of(document);
    if (!program?.checked?.text.sameAs(program.read())) return undefined;
    return program as Program & Required<Pick<Program, 'checked'>>;
  }

  /** As `checked`, and waits until it is; undefined where that is cancelled, or nothing is checked there. */
  async whenChecked(document: vscode.TextDocument, token: vscode.CancellationToken) {
    for (;;) {
      const program = this.of(document);
      const checked = this.checked(document);
      if (!program || checked || program.failures > 0 || token.isCancellationRequested) return checked;
      await new Promise<void>(resolve => {
        const listeners = vscode.Disposable.from(
          ...[this.onDidCheck, this.onDidClose, token.onCancellationRequested].map(event =>
            (event as vscode.Event<unknown>)(() => {
              listeners.dispose();
              resolve();
            }),
          ),
        );
      });
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const program of this.#programs.values()) end(program);
  }

  #open(document: vscode.TextDocument): void {
    const notebook = notebookOf(document);
    // a cell whose language was changed is opened anew
    if (notebook) this.#openNotebook(notebook);
    else if (isChecked(document)) this.#add(document.uri, () => ProgramText.ofDocument(document));
  }

  #openNotebook(notebook: vscode.NotebookDocument): void {
    const program = this.at(notebook.uri);
    if (program) this.#soon(program);
    else if (pythonCells(notebook).length > 0)
      this.#add(notebook.uri, () => ProgramText.ofNotebook(notebook));
  }

  #add(uri: vscode.Uri, read: () => ProgramText): void {
    const id = uri.toString();
    if (!isEnabled() || this.#programs.has(id)) return;
    const files = new ProgramFiles(uri, this.#describer, () => this.#now(program));
    const program: Program = { id, uri, read, files, failures: 0 };
    this.#programs.set(id, program);
    this.#now(program);
  }

  #close(uri: vscode.Uri): void {
    const program = this.at(uri);
    if (!program) return;
    end(program);
    this.#due.delete(program);
    this.#programs.delete(program.id);
    this.#closed.fire(program);
    if (this.#programs.size === 0) this.#checker.rest();
    else this.#checker.close(program.id);
  }

  #soon(program: Program | undefined): void {
    if (!program) return;
    clearTimeout(program.timer);
    program.timer = setTimeout(() => this.#now(program), quiet);
  }

  #now(program: Program): void {
    if (this.at(program.uri) !== program || program.failures >= mostFailures) return;
    this.#due.add(program);
    void this.#checkDue();
  }

  async #checkDue(): Promise<void> {
    if (this.#checking) return;
    for (let [program] = this.#due; program; [program] = this.#due) {
      this.#checking = program;
      this.#due.delete(program);
      try {
        await this.#check(program);
      } finally {
        this.#checking = undefined;
      }
    }
  }

  async #check(program: Program): Promise<void> {
    const text = program.read();
    const check = await this.#checker.check(program.id, text.text, program.files.known);
    if (this.at(program.uri) !== program) return;
    if (!check) {
      program.failures++;
      return;
    }
    program.failures = 0;
    program.checked = { text, check };
    program.files.follow(check.files);
    this.#checked.fire(program);
  }
}

function end(program: Program): void {
  clearTimeout(program.timer);
  program.files.dispose();
}

function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  return vscode.workspace.notebookDocuments.find(notebook =>
    notebook.getCells().some(cell => cell.document === document),
  );
}

/** Python that somebody writes: no version in git, and nothing that was installed. */
function isChecked({ uri, languageId, isClosed }: vscode.TextDocument): boolean {
  if (isClosed || languageId !== 'python') return false;
  if (/[\\/](?:site-packages|dist-packages|lib[\\/]python\d[\d.]*)[\\/]/i.test(uri.path)) return false;
  return uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}
