import { select } from 'd3';
import { layerOf } from '../../src/core/layers';
import type { CanvasContext, Overlay } from '../canvas/canvasContext';
import { part } from '../dom/part';
import { dropDraft, holdDraft } from '../drafts';
import { setAttributes } from '../panels/dom/setAttributes';
import type { NumberField } from '../panels/fields/field';
import { readNumber } from '../panels/fields/readNumber';
import { layerFields } from '../panels/fields/schemaFields';

/**
 * Types a layer's units where they stand on its card. Enter or leaving keeps the number, Escape doesn't. What is no such
 * number stays, with a sentence below.
 */
export const unitsInput: Overlay = (root, canvas) => {
  const { typing } = canvas.state;
  const layer = typing === undefined ? undefined : canvas.scene.layers.get(typing);
  const input = part(root, 'input', 'units-input', layer !== undefined);
  const fault = part(root, 'p', 'units-fault', layer !== undefined);
  if (!input || !fault || !layer) return;
  const element = input.node() as HTMLInputElement;
  const { id } = layer.card;
  place(element, fault.node()!, id, canvas);
  if (input.attr('data-layer') === id) return;
  const before = layer.card.units ?? 1;
  const field = unitsField(canvas, id);
  const read = () => readNumber(element.value.replaceAll(/[\s,_]/g, ''), field);
  const say = (sentence: string) => {
    fault.text(sentence).property('hidden', sentence === '');
    setAttributes(element, {
      'aria-invalid': sentence !== '' && 'true',
      'aria-description': sentence || null,
    });
  };
  const typed = () => {
    const reading = read();
    say('fault' in reading ? reading.fault : '');
    canvas.actions.set({ preview: 'value' in reading ? [setUnits(id, Number(reading.value))] : [] });
  };
  let over = false;
  const close = (focus: boolean) => {
    over = true;
    dropDraft(element);
    canvas.actions.set({ typing: undefined, preview: [] });
    if (focus) canvas.focusSelection();
  };
  const finish = (focus: boolean): string | undefined => {
    if (over) return undefined;
    const reading = read();
    if ('fault' in reading) {
      say(reading.fault);
      return reading.fault;
    }
    close(focus);
    const units = Number(reading.value);
    if (units === before) return undefined;
    canvas.actions.edit(setUnits(id, units));
    canvas.actions.set({ announcement: `${id}: ${units} units.` });
    return undefined;
  };
  input
    .attr('data-layer', id)
    .attr('type', 'text')
    .attr('inputmode', 'numeric')
    .attr('aria-label', `Units of ${id}`)
    .property('value', before)
    .on('input', typed)
    .on('keydown', (event: KeyboardEvent) => {
      // a chord is VS Code's
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
      if (event.key === 'Enter') finish(true);
      if (event.key === 'Escape') close(true);
      canvas.actions.draw();
      const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      const reading = read();
      element.value = String(Math.max(1, ('value' in reading ? Number(reading.value) : before) + step));
      typed();
    })
    .on('blur', () => finish(false));
  say('');
  holdDraft(element, {
    commit: () => finish(false),
    discard: () => over || close(false),
    focus: () => element.focus(),
  });
  element.focus();
  element.select();
};

function setUnits(id: string, value: number) {
  return { kind: 'set-field', id, field: 'units', value } as const;
}

/** What the units of a layer may be. */
function unitsField({ state }: CanvasContext, id: string): NumberField {
  const layer = state.good?.network.layers.find(each => each.id === id);
  const definition = layer && layerOf(layer.type);
  const field = definition && layerFields(definition).find(({ name }) => name === 'units');
  if (field?.kind !== 'number') throw new Error(`${id} has no units`);
  return { ...field, required: true };
}

/** Over the text `4 units` of the card, and what is wrong below it. */
function place(element: HTMLElement, fault: HTMLElement, id: string, { svg, root }: CanvasContext) {
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
  const left = box.left - canvas.left + box.width / 2;
  const top = box.top - canvas.top + box.height / 2;
  select(element)
    .style('left', `${left - 40}px`)
    .style('top', `${top - 13}px`);
  select(fault)
    .style('left', `${left - 110}px`)
    .style('top', `${top + 17}px`);
}
