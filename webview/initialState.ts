import type { SavedState } from './savedState';
import type { ViewState } from './state';

/** The state before the host has said anything. */
export function initialState(saved?: SavedState): ViewState {
  return {
    document: undefined,
    data: undefined,
    snapshot: { network: undefined, shapes: undefined, problems: [] },
    good: undefined,
    broken: false,
    preview: [],
    pending: [],
    selection: saved?.selection ?? [],
    edge: saved?.edge,
    panel: saved ? saved.panel : 'inspector',
    // below the canvas, in a narrow window, the panel leaves it the greater part of the height
    panelSize: saved?.panelSize ?? (globalThis.innerWidth <= 860 ? 240 : 340),
    paletteOpen: false,
    paletteEdge: undefined,
    menu: undefined,
    popover: undefined,
    connecting: undefined,
    typing: undefined,
    freeDrag: saved?.freeDrag ?? false,
    orientation: saved?.orientation ?? 'horizontal',
    viewport: saved?.viewport,
    run: undefined,
    points: [],
    progress: undefined,
    prediction: undefined,
    evaluation: undefined,
    chart: saved?.chart ?? { log: false, smoothing: 0 },
    announcement: '',
  };
}
