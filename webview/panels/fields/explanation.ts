import { activations } from '../../../src/core/activations';
import { curve } from '../../charts/curve';
import { child } from '../dom/child';
import { setSubscripted } from '../dom/setSubscripted';
import { setText } from '../dom/setText';
import type { Option } from './field';

/** Draws a value of a field as a picture, by the field's name. */
const pictures: Readonly<Record<string, (root: HTMLElement, value: string) => void>> = {
  activation: (root, value) => {
    const activation = activations.find(({ type }) => type === value);
    if (activation) curve(root, activation);
  },
};

/** The formula of the chosen value, what it is for, and its picture where there is one. */
export function explanation(
  root: HTMLElement,
  { field, option }: { readonly field: string; readonly option: Option | undefined },
): void {
  const box = child(root, 'div.explanation');
  box.hidden = !option?.description;
  const picture = pictures[field];
  const frame = child(box, 'div.picture');
  frame.hidden = !picture;
  if (option) picture?.(frame, String(option.value));
  const words = child(box, 'div.words');
  const [, formula, summary] = /^(.*?)\. (.*)$/s.exec(option?.description ?? '') ?? [];
  setSubscripted(child(words, 'div.formula'), formula ?? option?.description ?? '');
  setText(child(words, 'div.summary'), summary ?? '');
}
