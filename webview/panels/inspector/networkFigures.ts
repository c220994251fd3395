import { describeMemory, shapeFigures, trainableText } from '../../../src/core/network/describe';
import type { ShapeReport } from '../../../src/core/network/network';
import { child } from '../dom/child';
import { setText } from '../dom/setText';

/** Parameters, work and memory of the whole network. */
export function networkFigures(root: HTMLElement, shapes: ShapeReport | undefined): void {
  root.hidden = !shapes;
  if (!shapes) return;
  const { parameterCount, flops } = shapeFigures(shapes);
  const trainable = trainableText(shapes);
  figure(root, 'Parameters', trainable ? `${parameterCount}, ${trainable}` : parameterCount);
  figure(root, 'FLOPs per example', flops);
  figure(root, 'Memory', describeMemory(shapes));
}

function figure(root: HTMLElement, title: string, value: string): void {
  const box = child(root, `div.${title.split(' ')[0]!.toLowerCase()}`);
  setText(child(box, 'dt'), title);
  setText(child(box, 'dd'), value);
}
