import type { CanvasContext } from '../canvas/canvasContext';
import { addLayer } from '../commands/addLayer';
import { flowOf, flowWords, nextFlow, turn } from '../commands/turn';
import { part } from '../dom/part';
import { panels } from '../panels';
import { runTools } from './runTools';
import { drawTools, type Tool } from './tool';

/** Over the canvas: what is done most, and the tabs of the panels. */
export function toolbar(root: HTMLElement, canvas: CanvasContext) {
  const { state, actions } = canvas;
  const group = (name: string, label: string) =>
    part(root, 'div', name)!.attr('role', 'toolbar').attr('aria-label', label);

  drawTools(group('design', 'Design'), [
    {
      name: 'add-layer',
      icon: 'add',
      title: 'Add a layer (/)',
      text: 'Add Layer',
      disabled: !addLayer.enabled(canvas),
      run: () => addLayer.run(canvas),
    },
  ]);
  drawTools(group('drawing', 'Drawing'), drawingTools(canvas));
  // the last, since its buttons come and go with the state of the run
  drawTools(group('run', 'Training'), runTools(canvas));
  const tabs = part(root, 'div', 'tabs')!.attr('role', 'tablist').attr('aria-label', 'Panels');
  drawTools(
    tabs,
    panels.map(({ name, title, icon }) => ({
      name,
      icon,
      title,
      text: title,
      run: () => actions.set({ panel: state.panel === name ? undefined : name }),
    })),
  );
  drawTabState(tabs.node()!, state.panel);
}

const flowIcons = { auto: 'symbol-array', horizontal: 'arrow-right', vertical: 'arrow-down' } as const;

function drawingTools(canvas: CanvasContext): Tool[] {
  const { state, actions } = canvas;
  return [
    {
      name: 'turn',
      icon: flowIcons[flowOf(canvas)],
      title: `Flows ${flowWords[flowOf(canvas)]}; press to let it flow ${flowWords[nextFlow(canvas)]}`,
      run: () => turn.run(canvas),
    },
    {
      name: 'free-drag',
      icon: 'pinned',
      title: 'Pin layers where they are dropped',
      pressed: state.freeDrag,
      run: () => actions.set({ freeDrag: !state.freeDrag }),
    },
    {
      name: 'export',
      icon: 'device-camera',
      title: 'Export the picture',
      run: () => actions.send({ type: 'command', command: 'export-picture' }),
    },
    {
      name: 'open-text',
      icon: 'go-to-file',
      title: 'Open as text',
      run: () => actions.send({ type: 'command', command: 'open-text' }),
    },
  ];
}

/** Tabs have one entry for the Tab key; arrows go from one to the next. */
function drawTabState(tabs: HTMLElement, open: string | undefined) {
  const buttons = [...tabs.querySelectorAll('button')];
  for (const [i, button] of buttons.entries()) {
    const selected = button.dataset.tool === open;
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-selected', String(selected));
    button.setAttribute('aria-controls', `panel-${button.dataset.tool}`);
    button.tabIndex = selected || (open === undefined && i === 0) ? 0 : -1;
    button.onkeydown = event => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      const next = buttons[(i + step + buttons.length) % buttons.length]!;
      next.focus();
      next.click();
    };
  }
}
