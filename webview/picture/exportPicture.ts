import type { CanvasContext } from '../canvas/canvasContext';
import { pngPicture } from './pngPicture';
import { svgPicture } from './svgPicture';

/** Draws the picture and gives it to the host, which asks where to save it. */
export async function exportPicture({ sceneAt, state, actions }: CanvasContext, format: 'svg' | 'png') {
  const svg = svgPicture(sceneAt(1), state.good?.network.name ?? state.document?.name ?? 'Network');
  try {
    const data = format === 'svg' ? svg : await pngPicture(svg);
    actions.send({ type: 'save-picture', format, data });
  } catch (error) {
    actions.send({ type: 'log', message: `The picture could not be drawn as PNG: ${error}` });
    actions.set({ announcement: 'The picture could not be drawn as PNG; SVG works at any size.' });
  }
}
