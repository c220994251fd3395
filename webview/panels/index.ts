import type { PanelName, View } from '../state';
import { inspector } from './inspector/inspector';
import { predict } from './predict/predict';
import { shapes } from './shapes/shapes';
import { training } from './training/training';

export interface Panel {
  readonly name: PanelName;
  readonly title: string;
  /** A codicon's name. */
  readonly icon: string;
  readonly view: View;
}

/** The panels beside the canvas, in the order of their tabs. */
export const panels: readonly Panel[] = [
  { name: 'inspector', title: 'Inspector', icon: 'settings', view: inspector },
  { name: 'training', title: 'Training', icon: 'graph-line', view: training },
  { name: 'predict', title: 'Predict', icon: 'lightbulb', view: predict },
  { name: 'shapes', title: 'Shapes', icon: 'table', view: shapes },
];
