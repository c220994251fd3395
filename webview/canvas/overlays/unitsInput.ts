import { select } from 'd3';
import { part } from '../../frame/part';
import type { CanvasContext } from '../canvasContext';
import type { Overlay } from '.';

/** Types a layer's units where they stand on its card. Enter or leaving keeps the number, Escape doesn't. */
export const unitsInput: Overlay = (root, canvas) => {
  const { typing } = canvas.state;
  const layer = typing === undefined ? undefined : canvas.scene.layers.get(typing);
  const input = part(root, 'input', 'units-input', layer !== undefined);
  if (!input || !layer) return;
  place(input.node() as HTMLInputElement, layer.card.id, canvas);
  if (input.attr('data-layer') === layer.card.id) return;
  const before = layer.card.units ?? 1;
  input
    .attr('data-layer', layer.card.id)
    .attr('type', 'text')
    .attr('inputmode', 'numeric')
    .attr('aria-label', `Units of ${layer.card.id}`)
    .property('value', before)
    .on('input', () => {
      const units = read(input.node() as HTMLInputElement);
      canvas.actions.set({ preview: units === undefined ? [] : [setUnits(layer.card.id, units)] });
    })
    .on('keydown', (event: KeyboardEvent) => {
      event.stopPropagation();
      if (event.key === 'Enter') done(true);
      if (event.key === 'Escape') done(false);
      canvas.actions.draw();
      const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      const units = Math.max(1, (read(input.node() as HTMLInputElement) ?? before) + step);
      input.property('value', units);
      canvas.actions.set({ preview: [setUnits(layer.card.id, units)] });
    })
    .on('blur', () => done(true, false));
  let over = false;
  const done = (keep: boolean, focus = true) => {
    if (over) return;
    over = true;
    const units = read(input.node() as HTMLInputElement);
    canvas.actions.set({ typing: undefined, preview: [] });
    if (keep && units !== undefined && units !== before) {
      canvas.actions.edit(setUnits(layer.card.id, units));
      canvas.actions.set({ announcement: `${layer.card.id}: ${units} units.` });
    }
    if (focus) canvas.focusSelection();
  };
  const element = input.node() as HTMLInputElement;
  element.focus();
  element.select();
};

function setUnits(id: string, value: number) {
  return { kind: 'set-field', id, field: 'units', value } as const;
}

/** The whole number typed, with or without separators; undefined where it is none. */
function read({ value }: HTMLInputElement): number | undefined {
  const digits = value.replaceAll(/[\s,_]/g, '');
  return /^\d{1,7}$/.test(digits) && Number(digits) >= 1 ? Number(digits) : undefined;
}

/** Over the text `4 units` of the card. */
function place(element: HTMLInputElement, id: string, { svg, root }: CanvasContext) {
  const text = svg
    .selectAll<SVGGElement, unknown>('.layer')
    .filter(function () {
      return this.dataset.layer === id;
    })
    .select<SVGTextElement>('.units-text')
    .node();
  if (!text) return;
  const box = text.getBoundingClientRect();
  const canvas = root.getBoundingClientRect();
  select(element)
    .style('left', `${box.left - canvas.left + box.width / 2 - 40}px`)
    .style('top', `${box.top - canvas.top + box.height / 2 - 13}px`);
}
