import * as z from 'zod';
import type { ViewState } from './state';

/** What survives the view being hidden or the window reloaded: only what belongs to the view. */
const savedSchema = z.object({
  selection: z.array(z.string()),
  edge: z.object({ from: z.string(), to: z.string() }).optional(),
  panel: z.enum(['inspector', 'training', 'predict', 'shapes']).optional(),
  panelSize: z.number().min(160).max(4000),
  panelHeight: z.number().min(160).max(4000).optional(),
  freeDrag: z.boolean(),
  opened: z.array(z.string()).optional(),
  flow: z.enum(['auto', 'horizontal', 'vertical']).optional(),
  viewport: z.object({ x: z.number(), y: z.number(), k: z.number().positive() }).optional(),
  chart: z.object({
    log: z.boolean(),
    smoothing: z.number().min(0).max(1),
    metric: z.string().optional(),
    target: z.string().optional(),
  }),
});
export type SavedState = z.infer<typeof savedSchema>;

/** The part of a state that is kept. */
export function savedOf(state: ViewState, flow: SavedState['flow']): SavedState {
  const { selection, edge, panel, panelSize, panelHeight, freeDrag, opened, viewport, chart } = state;
  return {
    selection: [...selection],
    edge,
    panel,
    panelSize,
    panelHeight,
    freeDrag,
    flow,
    opened: [...opened],
    viewport,
    chart,
  };
}

/** What was kept, or undefined where there is nothing or another version of the view kept it. */
export function readSaved(saved: unknown): SavedState | undefined {
  return savedSchema.safeParse(saved).data;
}
