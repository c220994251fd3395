import type { Selection } from 'd3';
import { iconGlyph } from '../../dom/iconGlyph';
import type { Orientation } from '../../state';
import { type Detail, isWritten } from '../detail';
import type { Group } from '../figures/figure';
import type { Extent } from '../layout/layoutNode';
import { type CardSize, card as measure } from '../scene/cardSize';
import type { LayerCard } from '../scene/layerCard';
import type { SceneLayer } from '../scene/scene';
import { lineRows } from '../scene/shapeLine';
import { dot } from '../scene/smallCard';
import { activationCurve } from './activationCurve';
import { drawCompact, drawDot, sheetsBehind } from './drawSmall';
import { onLine, subscripted } from './subscripted';

/** Draws a layer around its anchor: its card, and into an empty group what stands on it. */
export function drawLayer(
  rect: Selection<SVGRectElement, unknown, null, undefined>,
  group: Group,
  { card, size }: SceneLayer,
  orientation: Orientation,
  detail: Detail,
) {
  const { left, right, top, bottom } = size.extent;
  rect
    .attr('x', -left)
    .attr('y', -top)
    .attr('width', left + right)
    .attr('height', top + bottom)
    .attr('rx', 8)
    .classed('bare', false);
  if (!isWritten(detail)) {
    if (card.group) sheetsBehind(group, size.extent, detail);
    if (detail === 'dot') drawDot(rect, group, card, orientation);
    else drawCompact(group, card, size);
    handles(group, size.extent, orientation, card, detail);
    if (detail === 'dot') problemMark(group, card, dot.radius + 4, -dot.radius - 4, 1.9);
    else problemMark(group, card, right - 20, -top + 20, 1.4);
    return;
  }
  header(group.append('g'), card, size.header);
  controls(group.append('g'), card, size.controls, size.textWidth);
  lines(group.append('g'), card, size.lines);
  // beside its text a figure stands upright, and has no room for names
  if (detail === 'full') size.figure.draw(figure(group, size), card, orientation);
  else size.figure.draw(figure(group, size), { ...card, names: undefined }, 'horizontal');
  handles(group, size.extent, orientation, card, detail);
  problemMark(group, card, right - 20, -top + 20);
}

function figure(group: Group, { figure: { name }, figureAt }: CardSize): Group {
  const element = group.append('g').attr('class', 'figure').attr('data-figure', name);
  return figureAt ? element.attr('transform', `translate(${figureAt.x} ${figureAt.y})`) : element;
}

/** Where a connection is dragged from. */
function handles(
  group: Group,
  { right, bottom }: Extent,
  orientation: Orientation,
  { role }: LayerCard,
  detail: Detail,
) {
  if (role === 'output') return;
  const [x, y] = detail === 'dot' ? [dot.radius, dot.radius] : [right, bottom];
  const at = orientation === 'horizontal' ? `${x} 0` : `0 ${y}`;
  const handle = group.append('g').attr('class', 'handle').attr('transform', `translate(${at})`);
  handle.append('circle').attr('class', 'handle-target').attr('r', 12);
  handle.append('circle').attr('class', 'handle-dot').attr('r', 5);
}

function header(
  group: Group,
  { id, title, icon, role, frozen, group: folded }: LayerCard,
  { x, y }: { x: number; y: number },
) {
  group.attr('class', 'header').attr('transform', `translate(${x} ${y})`);
  group.append('text').attr('class', 'icon').attr('y', 16).text(iconGlyph(icon));
  group
    .append('text')
    .attr('class', 'title')
    .attr('x', 24)
    .attr('y', 13)
    .text(clipped(folded?.title ?? id, 24));
  group
    .append('text')
    .attr('class', 'type')
    .attr('x', 24)
    .attr('y', 30)
    .text(role === 'output' ? `${title} · output` : title);
  if (frozen) group.append('text').attr('class', 'icon lock').attr('y', 33).text(iconGlyph('lock'));
}

function clipped(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function controls(
  group: Group,
  { activation, units }: LayerCard,
  { x, y }: { x: number; y: number },
  width: number,
) {
  group.attr('class', 'controls').attr('transform', `translate(${x} ${y})`);
  if (activation !== undefined) {
    const curve = activationCurve(activation, 16, 12);
    if (curve)
      group.append('path').attr('class', 'curve').attr('d', curve).attr('transform', 'translate(0 6)');
    group.append('text').attr('class', 'activation').attr('x', 22).attr('y', 16).text(activation);
  }
  if (units !== undefined) {
    stepper(group.append('g').attr('class', 'units').attr('transform', `translate(${width} 0)`), units);
  }
}

/** `− 4 units +`, ending at the right. A pointer's way only: the keys are + and −, and Enter. */
function stepper(group: Group, units: number) {
  const text = `${units.toLocaleString('en')} ${units === 1 ? 'unit' : 'units'}`;
  const width = text.length * 6.2;
  button(group, 'more', 'M-4 0H4M0 -4V4', -8);
  group
    .append('text')
    .attr('class', 'units-text')
    .attr('x', -20 - width / 2)
    .attr('y', 16)
    .text(text);
  button(group, 'fewer', 'M-4 0H4', -32 - width);
}

function button(group: Group, name: string, sign: string, x: number) {
  const element = group.append('g').attr('class', `step ${name}`).attr('transform', `translate(${x} 12)`);
  element
    .append('rect')
    .attr('class', 'step-back')
    .attr('x', -10)
    .attr('y', -10)
    .attr('width', 20)
    .attr('height', 20)
    .attr('rx', 4);
  element.append('path').attr('class', 'step-sign').attr('d', sign);
}

function lines(group: Group, { lines, parameters }: LayerCard, { x, y }: { x: number; y: number }) {
  group.attr('class', 'shapes').attr('transform', `translate(${x} ${y})`);
  let row = 0;
  const text = (style: string) =>
    group
      .append('text')
      .attr('class', style)
      .attr('y', row++ * measure.line + 13);
  for (const line of lines) {
    const { name, symbols, sizes } = line;
    const first = text('shape');
    subscripted(first, name, 'shape-name');
    onLine(first, ' ');
    subscripted(first, symbols, 'shape-symbols');
    if (sizes === undefined) continue;
    const below = lineRows(line).length > 1;
    const last = below ? text('shape').attr('x', 12) : first;
    onLine(last, below ? '= ' : ' = ', 'shape-symbols');
    onLine(last, sizes, 'shape-sizes');
  }
  if (parameters) text('parameters').text(parameters);
}

/** As large as it has to be to be seen: `scale` times what it is at full detail. */
function problemMark(group: Group, { problems }: LayerCard, x: number, y: number, scale = 1) {
  if (problems.length === 0) return;
  const severity = problems.some(problem => problem.severity === 'error')
    ? 'error'
    : problems.some(problem => problem.severity === 'warning')
      ? 'warning'
      : 'info';
  const mark = group
    .append('g')
    .attr('class', `problem-mark ${severity}`)
    .attr('transform', `translate(${x} ${y}) scale(${scale})`);
  mark.append('circle').attr('class', 'target').attr('r', 14);
  mark.append('text').attr('class', 'icon').attr('x', -8).attr('y', 8).text(iconGlyph(severity));
}
