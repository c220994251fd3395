import { numberText } from '../../../src/runs/figures/numberText';
import { probabilityText } from '../../../src/runs/figures/probabilityText';
import { picture } from '../../charts/picture';
import type { ViewState } from '../../state';
import { child } from '../dom/child';
import { icon } from '../dom/icon';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';

/** Bars for the most probable classes; the rest are near 0. */
const BARS = 10;

/** The class and its probability, or the number, beside what went in. */
export function result(root: HTMLElement, { prediction }: ViewState): void {
  root.hidden = !prediction;
  root.setAttribute('aria-live', 'polite');
  if (!prediction) return;
  const { classes, outputs, shown, truth } = prediction;
  setText(child(root, 'h2.section'), 'Result');
  const line = child(root, 'div.verdict-line');

  const canvas = child(line, 'canvas.picture');
  canvas.hidden = shown.kind !== 'image';
  if (shown.kind === 'image') {
    picture(canvas, shown);
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `The input, an image of ${shown.width} × ${shown.height} pixels`);
  }

  const verdict = child(line, 'div.verdict');
  const best = classes?.[0];
  setText(child(verdict, 'div.answer'), best ? best.name : outputs.map(numberText).join(', '));
  setText(child(verdict, 'div.probability'), best ? probabilityText(best.probability) : 'predicted');
  const check = child(verdict, 'div.truth');
  check.hidden = truth === undefined;
  const right = best?.name === truth;
  check.classList.toggle('right', !!best && right);
  check.classList.toggle('wrong', !!best && !right);
  icon(check, best ? (right ? 'pass' : 'close') : 'target');
  setText(child(check, 'span.words'), best && right ? 'as labelled' : `the label says ${truth ?? ''}`);

  const bars = child(root, 'ol.bars');
  bars.hidden = !classes;
  joinChildren(bars, 'li', classes?.slice(0, BARS) ?? [], (bar, { name, probability }) => {
    bar.classList.toggle('label', name === truth);
    setText(child(bar, 'span.name'), name).title = name;
    const track = child(bar, 'div.track');
    track.setAttribute('aria-hidden', 'true');
    child(track, 'div.bar').style.setProperty('--share', `${100 * probability}%`);
    setText(child(bar, 'span.share'), probabilityText(probability));
  });

  const row = child(root, 'dl.shown');
  row.hidden = shown.kind !== 'row';
  const names = shown.kind === 'row' ? shown.names.slice(0, 40) : [];
  joinChildren(row, 'div', names, (box, name, i) => {
    const value = shown.kind === 'row' ? shown.values[i] : undefined;
    setText(child(box, 'dt'), name);
    setText(child(box, 'dd'), typeof value === 'number' ? numberText(value) : value || '–');
  });
  joinChildren(child(root, 'ul.choices'), 'li', prediction.notes ?? [], (item, note) => setText(item, note));
}
