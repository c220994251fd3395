import { keyName } from '../commands/keyNames';

/**
 * Keeps select-all from leaving a field that is typed in. VS Code takes every key that reaches the window, and sends this
 * one back as a command a moment later: it then selects what was typed meanwhile, and the next key replaces it. All else
 * goes on to VS Code, undo among it, which is its own.
 */
export function selectAllInFields(page: Document): void {
  page.addEventListener('keydown', event => {
    const [target] = event.composedPath();
    const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (field && keyName(event) === 'Mod+A') event.stopPropagation();
  });
}
