import type { ToView } from '../src/protocol/view';
import type { CanvasContext } from './canvas/canvasContext';
import { fit } from './commands/zoom';
import { exportPicture } from './picture/exportPicture';

type Request = Extract<ToView, { type: 'request' }>['request'];

/** What the host asks of the view beyond a change of its state. */
export const requests: { readonly [R in Request]?: (canvas: CanvasContext) => void } = {
  fit: fit.run,
  'export-svg': canvas => void exportPicture(canvas, 'svg'),
  'export-png': canvas => void exportPicture(canvas, 'png'),
};
