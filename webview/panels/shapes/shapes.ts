import { layerOf } from '../../../src/core/layers';
import { shapeFigures, shapeMarkdown } from '../../../src/core/network/describe';
import type { LayerReport } from '../../../src/core/network/network';
import { formatShape } from '../../../src/core/shape';
import type { Actions, View, ViewState } from '../../state';
import { button } from '../dom/button';
import { child } from '../dom/child';
import { emptyState } from '../dom/emptyState';
import { joinChildren } from '../dom/joinChildren';
import { setSubscripted } from '../dom/setSubscripted';
import { setText } from '../dom/setText';

const HEADINGS = ['Layer', 'Shapes', 'Parameters', 'FLOPs', 'Memory'];

/** The table of all layers: W, b, Z and A with the symbols of the notes beside the numbers, and the totals. */
export const shapes: View = (root, state, actions) => {
  const panel = child(root, 'section.panel.shapes');
  panel.setAttribute('aria-label', 'Shapes');
  const good = state.good;
  const report = state.snapshot.shapes ?? good?.shapes;
  const layers = report ? [...report.layers.values()] : [];
  emptyState(
    child(panel, 'div.empty'),
    layers.length === 0 && {
      icon: 'table',
      title: 'No layers yet',
      words: 'Add a layer from the palette, and its shapes stand here.',
    },
  );
  const toolbar = child(panel, 'div.toolbar');
  toolbar.hidden = layers.length === 0;
  button(toolbar, 'copy', {
    label: 'Copy as Markdown',
    icon: 'copy',
    press: () =>
      good && report && actions.send({ type: 'copy', text: `${shapeMarkdown(good.network, report)}\n` }),
  });

  const scroll = child(panel, 'div.scroll');
  scroll.hidden = layers.length === 0;
  const table = child(scroll, 'table');
  table.setAttribute('aria-label', 'Shapes of all layers');
  joinChildren(child(child(table, 'thead'), 'tr'), 'th', HEADINGS, (cell, heading) => {
    cell.scope = 'col';
    setText(cell, heading);
  });
  const types = new Map(good?.network.layers.map(({ id, type }) => [id, type]));
  joinChildren(child(table, 'tbody'), 'tr', layers, (row, layer) =>
    drawLayer(row, layer, types.get(layer.id) ?? '', state, actions),
  );
  const total = child(child(table, 'tfoot'), 'tr');
  const { parameterCount, flops, memory } = report
    ? shapeFigures(report)
    : { parameterCount: '', flops: '', memory: '' };
  joinChildren(total, 'td', ['Total', '', parameterCount, flops, memory], (cell, text, i) => {
    setText(child(cell, 'span.text'), text);
    if (i === 1 && report) narrow(cell, report);
  });
};

/** The figures, where there is no room for their columns. */
function narrow(cell: HTMLElement, sizes: Parameters<typeof shapeFigures>[0]): void {
  const { parameterCount, flops, memory } = shapeFigures(sizes);
  const lines = [`${parameterCount} parameters`, `${flops} FLOPs`, memory];
  joinChildren(child(cell, 'div.narrow'), 'div', lines, (line, text) => setText(line, text));
}

function drawLayer(
  row: HTMLTableRowElement,
  layer: LayerReport,
  type: string,
  state: ViewState,
  actions: Actions,
): void {
  const selected = state.selection.includes(layer.id);
  row.classList.toggle('selected', selected);
  row.onclick = () => actions.set({ selection: [layer.id] });
  const head = child(row, 'th');
  head.scope = 'row';
  const go = child(head, 'button.go');
  go.type = 'button';
  go.setAttribute('aria-pressed', String(selected));
  setText(child(go, 'span.id'), layer.id);
  setText(child(head, 'span.type'), layerOf(type)?.title ?? type);
  const { parameterCount, flops, memory } = shapeFigures(layer);
  narrow(head, layer);
  const lines = [...layer.parameters, ...layer.values];
  joinChildren(child(row, 'td.lines'), 'div', lines, (line, { name, dims }) => {
    setSubscripted(child(line, 'b'), name);
    setSubscripted(child(line, 'span.symbols'), formatShape(dims.map(dim => dim.symbol)));
    setText(child(line, 'span.sizes'), formatShape(dims.map(dim => dim.size)));
  });
  setText(child(row, 'td.parameters'), parameterCount);
  setText(child(row, 'td.flops'), flops);
  setText(child(row, 'td.memory'), memory);
}
