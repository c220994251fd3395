import type { LayerDefinition } from '../../../src/core/layers';
import { describeMemory, shapeFigures, workedLines } from '../../../src/core/network/describe';
import type { LayerReport } from '../../../src/core/network/network';
import { formatShape, type NamedDim } from '../../../src/core/shape';
import { child } from '../dom/child';
import { setSubscripted } from '../dom/setSubscripted';
import { setText } from '../dom/setText';

/** The formulas of a layer, and the shapes of W, b, Z and A: the symbols of the notes beside the numbers. */
export function layerShapes(
  root: HTMLElement,
  report: LayerReport | undefined,
  definition: LayerDefinition | undefined,
): void {
  root.hidden = !report;
  if (!report) return;
  setText(child(root, 'h3'), 'Shapes');
  const formulas = child(root, 'div.formulas');
  const written = definition?.formulas ?? [];
  formulas.hidden = written.length === 0;
  while (formulas.children.length > written.length) formulas.lastElementChild?.remove();
  written.forEach((formula, i) => {
    setSubscripted(formulas.children[i] ?? formulas.appendChild(document.createElement('div')), formula);
  });

  const table = child(root, 'table');
  table.setAttribute('aria-label', `Shapes of ${report.id}`);
  const body = child(table, 'tbody');
  const lines = [...report.parameters, ...report.values];
  while (body.children.length > lines.length) body.lastElementChild?.remove();
  lines.forEach(({ name, dims }, i) => {
    const row = body.children[i] ?? body.appendChild(document.createElement('tr'));
    const head = child(row, 'th');
    head.scope = 'row';
    setSubscripted(head, name);
    setSubscripted(child(row, 'td.symbols'), formatShape(dims.map(dim => dim.symbol)));
    setText(child(row, 'td.sizes'), sizes(dims));
  });

  const how = child(root, 'div.worked');
  const work = workedLines(report);
  how.hidden = work.length === 0;
  while (how.children.length > work.length) how.lastElementChild?.remove();
  work.forEach((line, i) => {
    setSubscripted(how.children[i] ?? how.appendChild(document.createElement('div')), line);
  });

  const figures = child(root, 'dl.figures');
  const { parameterCount, flops } = shapeFigures(report);
  figure(figures, 'parameters', 'Parameters', parameterCount);
  figure(figures, 'flops', 'FLOPs per example', flops);
  figure(figures, 'memory', 'Memory', describeMemory(report));
}

/** Only the numbers that say more than the symbols: (4, m). */
const sizes = (dims: readonly NamedDim[]) => formatShape(dims.map(dim => dim.size));

function figure(root: HTMLElement, name: string, title: string, value: string): void {
  const box = child(root, `div.${name}`);
  setText(child(box, 'dt'), title);
  setText(child(box, 'dd'), value);
}
