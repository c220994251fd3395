import type { ShapeReport } from '../../../src/core/network/network';
import { formatBytes } from '../../charts/formatBytes';
import { formatNumber } from '../../charts/formatNumber';
import { child } from '../dom/child';
import { setText } from '../dom/setText';

/** Parameters, work and memory of the whole network. */
export function networkFigures(root: HTMLElement, shapes: ShapeReport | undefined): void {
  root.hidden = !shapes;
  if (!shapes) return;
  const { parameterCount, flops, bytes } = shapes;
  figure(root, 'Parameters', parameterCount === undefined ? '?' : formatNumber(parameterCount));
  figure(root, 'FLOPs per example', formatNumber(flops));
  figure(root, 'Memory', `${formatBytes(bytes.parameters)} + ${formatBytes(bytes.activations)} per example`);
}

function figure(root: HTMLElement, title: string, value: string): void {
  const box = child(root, `div.${title.split(' ')[0]!.toLowerCase()}`);
  setText(child(box, 'dt'), title);
  setText(child(box, 'dd'), value);
}
