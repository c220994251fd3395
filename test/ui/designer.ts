// The designer as a person sees it, inside the webview: what its parts are called there, by role and name.
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openFile, webview } from './workbench';

/** Opens a network and waits until its layers are drawn. */
export async function openNetwork(page: Page, name: string): Promise<FrameLocator> {
  await openFile(page, name);
  return networkDrawn(page, name);
}

/** Waits until the designer shows this network, and no longer the one that was shown there before it. */
export async function networkDrawn(page: Page, name: string): Promise<FrameLocator> {
  const designer = webview(page);
  await designer.locator(`svg.canvas[aria-label^="Network ${name}, "]`).waitFor();
  await layers(designer).first().waitFor();
  return designer;
}

/** The canvas once all it shows is in the text: an edit is drawn before VS Code has made it, and undo would miss it. */
const canvas = (designer: FrameLocator): Locator => designer.locator('svg.canvas:not([data-pending])');

/** All layers on the canvas, in the order of the file. */
export const layers = (designer: FrameLocator): Locator => canvas(designer).locator('.layer[data-layer]');

export const layer = (designer: FrameLocator, id: string): Locator =>
  canvas(designer).locator(`.layer[data-layer="${id}"]`);

/** Presses the title of a layer's card, which selects it. */
export const selectLayer = (designer: FrameLocator, id: string): Promise<void> =>
  layer(designer, id).locator('.title').click();

/** The + or − beside a layer's units. */
export const unitsButton = (designer: FrameLocator, id: string, which: 'more' | 'fewer'): Locator =>
  layer(designer, id).locator(`.step.${which}`);

type PanelName = 'Inspector' | 'Training' | 'Predict' | 'Shapes';

/** Opens a panel beside the canvas, where none is about to open by itself: a press on an open one's tab closes it. */
export async function showPanel(designer: FrameLocator, name: PanelName): Promise<Locator> {
  const tab = designer.getByRole('tab', { name });
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  return openPanel(designer, name);
}

/** The panel, once it is open. */
async function openPanel(designer: FrameLocator, name: PanelName): Promise<Locator> {
  const panel = designer.getByRole('tabpanel', { name });
  await panel.waitFor();
  return panel;
}

/** Presses Train, which opens the panel of training. */
export async function train(designer: FrameLocator): Promise<Locator> {
  await button(designer, 'Train').first().click();
  return openPanel(designer, 'Training');
}

export const button = (designer: FrameLocator, name: string | RegExp): Locator =>
  designer.getByRole('button', { name, exact: typeof name === 'string' });
