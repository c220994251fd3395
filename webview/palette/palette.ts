import { layers } from '../../src/core/layers';
import { blockOf, blocks } from '../../src/core/layers/blocks';
import type { CanvasContext } from '../canvas/canvasContext';
import { icon, type Part, part } from '../dom/part';
import { addBlock, addFromPalette, blockSite } from './addFromPalette';
import { type BlockForm, blockForm } from './blockForm';
import { dragFromPalette } from './dragFromPalette';
import { matching, type Offer } from './matching';

const offers: readonly Offer[] = [...layers, ...blocks];

/** The index of the chosen row, by list. */
const chosen = new WeakMap<HTMLElement, number>();

/** The list of layer types to add, searched by typing. Enter, a double click or a drag adds. */
export function palette(root: HTMLElement, canvas: CanvasContext) {
  const { paletteOpen, paletteEdge, selection } = canvas.state;
  const box = part(root, 'div', 'palette', paletteOpen);
  if (!box) return;
  // on the side that a network begins on, but not over it
  if (box.node() !== root.firstElementChild) root.prepend(box.node()!);
  const target = paletteEdge
    ? `Insert between ${paletteEdge.from} and ${paletteEdge.to}`
    : selection.length > 0
      ? `Add after ${selection.at(-1)}`
      : 'Add a layer';
  if (!box.selectChild('input').empty()) {
    box.select('h2').text(target);
    return;
  }
  build(box, canvas);
  box.select('h2').text(target);
}

function build(box: Part, canvas: CanvasContext) {
  box.attr('role', 'dialog').attr('aria-label', 'Add a layer');
  box.append('h2');
  const input = box
    .append('input')
    .attr('type', 'text')
    .attr('role', 'combobox')
    .attr('placeholder', 'Search layers')
    .attr('aria-label', 'Search layers')
    .attr('aria-expanded', 'true')
    .attr('aria-autocomplete', 'list')
    .attr('aria-controls', 'palette-list')
    .attr('autocomplete', 'off')
    .attr('spellcheck', 'false');
  const list = box
    .append('div')
    .attr('id', 'palette-list')
    .attr('class', 'palette-list')
    .attr('role', 'listbox')
    .attr('aria-label', 'Layers') as unknown as Part;
  const asked = box.append('div').attr('class', 'palette-asked') as unknown as Part;
  const foot = box.append('p').attr('class', 'palette-foot');
  foot.text('Enter or double-click adds, or drag onto the canvas.');
  const element = input.node()!;
  const close = () => {
    canvas.actions.set({ paletteOpen: false, paletteEdge: undefined });
    canvas.focusSelection();
  };
  const add = (type: string) => {
    const edge = canvas.state.paletteEdge;
    const block = blockOf(type);
    if (block) {
      const site = blockSite(canvas, block, edge);
      const settings = form.read();
      if ('fault' in site) return canvas.actions.set({ announcement: site.fault });
      if (!settings) return;
      canvas.actions.set({ paletteOpen: false, paletteEdge: undefined });
      addBlock(canvas, block, site, settings);
      return;
    }
    canvas.actions.set({ paletteOpen: false, paletteEdge: undefined });
    addFromPalette(canvas, type, edge);
  };
  const form = blockForm(asked, canvas, { add, close });
  const draw = () => {
    const found = matching(offers, element.value);
    drawRows(list, element, found, canvas, add, form);
  };
  input.on('input', () => {
    chosen.set(list.node()!, 0);
    draw();
  });
  input.on('keydown', (event: KeyboardEvent) => {
    const found = matching(offers, element.value);
    const at = chosen.get(list.node()!) ?? 0;
    const count = Math.max(found.length, 1);
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') found[at] && add(found[at].type);
    else if (event.key === 'ArrowDown') chosen.set(list.node()!, (at + 1) % count);
    else if (event.key === 'ArrowUp') chosen.set(list.node()!, (at - 1 + count) % count);
    else return;
    event.preventDefault();
    draw();
    canvas.actions.draw();
  });
  box.on('focusout', (event: FocusEvent) => {
    // a press on a row or beside it isn't leaving; another place in the page is
    const to = event.relatedTarget;
    if (to instanceof Node && !box.node()!.contains(to)) {
      canvas.actions.set({ paletteOpen: false, paletteEdge: undefined });
    }
  });
  chosen.set(list.node()!, 0);
  draw();
  element.focus();
}

function drawRows(
  list: Part,
  input: HTMLInputElement,
  found: readonly Offer[],
  canvas: CanvasContext,
  add: (type: string) => void,
  form: BlockForm,
) {
  const at = chosen.get(list.node()!) ?? 0;
  list
    .selectChildren<HTMLElement, Offer>('.palette-row')
    .data(found, layer => layer.type)
    .join(enter => {
      const row = enter.append('div').attr('class', 'palette-row').attr('role', 'option');
      row.each(function ({ icon: name, title, summary, type }) {
        const element = this as HTMLElement;
        element.id = `palette-${type}`;
        const selection = part(element, 'span', 'palette-icon')!;
        icon(selection, name);
        const text = part(element, 'span', 'palette-text')!;
        text.append('strong').text(title);
        text.append('span').text(summary);
      });
      return row;
    })
    .order()
    .classed('chosen', (_, i) => i === at)
    .attr('aria-selected', (_, i) => String(i === at))
    .on('pointerdown', (event: PointerEvent, { type }) => {
      // the search field keeps the focus
      event.preventDefault();
      chosen.set(
        list.node()!,
        found.findIndex(layer => layer.type === type),
      );
      drawRows(list, input, found, canvas, add, form);
      dragFromPalette(event, canvas, type, form.read);
    })
    .on('dblclick', (_, { type }) => add(type));
  list
    .selectChildren('.palette-none')
    .data(found.length === 0 ? [input.value] : [])
    .join('p')
    .attr('class', 'palette-none')
    .text(search => `No layer is called “${search}”.`);
  const row = found[at];
  form.show(row && blockOf(row.type));
  if (row) {
    input.setAttribute('aria-activedescendant', `palette-${row.type}`);
    list.node()!.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' });
  } else input.removeAttribute('aria-activedescendant');
}
