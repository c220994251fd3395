import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { setAttributes } from '../dom/setAttributes';

/** Marks what stands in a field as wrong, for the eye and for a screen reader; the empty sentence takes the mark away. */
export function markInvalid(field: VscodeTextfield, sentence: string, invalid = sentence !== ''): void {
  field.invalid = invalid;
  // the element tells its own input nothing of that
  const mark = () => {
    const input = field.shadowRoot?.querySelector('input');
    if (input)
      setAttributes(input, { 'aria-invalid': invalid && 'true', 'aria-description': sentence || null });
  };
  if (field.hasUpdated) mark();
  else void field.updateComplete.then(mark);
}
