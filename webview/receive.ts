import type { ToView } from '../src/protocol/view';
import type { PanelName, ViewState } from './state';

type Message<T extends ToView['type']> = Extract<ToView, { type: T }>;

/** What each message of the host changes in the state. Pure. */
const receivers: {
  readonly [T in ToView['type']]: (state: ViewState, message: Message<T>) => Partial<ViewState>;
} = {
  document: ({ pending }, { text, version, name, editable }) => ({
    document: { text, version, name, editable },
    // the host answers edits in the order they were sent
    pending: pending.slice(1),
  }),
  data: (_, { report }) => ({ data: report }),
  run: (state, { run, points }) => ({
    run,
    points,
    // what was predicted with another run says nothing of this one
    ...(run?.info.id === state.run?.info.id
      ? {}
      : { prediction: undefined, evaluation: undefined, generated: undefined }),
  }),
  metrics: ({ run, points }, message) =>
    run?.info.id === message.run ? { points: [...points, ...message.points] } : {},
  state: (_, { run }) => ({ run }),
  progress: (_, { stage, share }) => ({ progress: stage === undefined ? undefined : { stage, share } }),
  prediction: ({ asked }, { id = asked.predict, prediction }) =>
    id < asked.predict ? {} : { prediction, panel: 'predict', asked: { ...asked, predict: id } },
  evaluation: ({ asked }, { id = asked.evaluate, report }) =>
    id < asked.evaluate ? {} : { evaluation: report, panel: 'predict', asked: { ...asked, evaluate: id } },
  augmented: ({ asked }, { id = asked.augmented, pictures }) =>
    id < asked.augmented ? {} : { augmented: pictures, asked: { ...asked, augmented: id } },
  generated: ({ asked, generated }, { id, piece, done }) =>
    id !== asked.generate || !generated
      ? {}
      : {
          generated: { ...generated, text: generated.text + piece, going: !done },
          ...(done && { announcement: `The text has ended: ${generated.start + generated.text + piece}` }),
        },
  selection: (_, { layers }) => ({ selection: layers, edge: undefined }),
  settings: (_, { orientation }) => ({ flow: orientation }),
  // the store does it, since it sends
  settle: () => ({}),
  trust: (_, { trusted }) => ({ trusted }),
  request: (_, { request }) => {
    const panel = panelOf[request];
    if (panel) return { panel };
    return request === 'open-palette' ? { paletteOpen: true, paletteEdge: undefined } : {};
  },
};

/** The panel that a request is about. */
const panelOf: { readonly [R in Message<'request'>['request']]?: PanelName } = {
  'show-shapes': 'shapes',
  'show-training': 'training',
  generate: 'predict',
};

/** What `message` changes in `state`. */
export function receive<T extends ToView['type']>(state: ViewState, message: Message<T>): Partial<ViewState> {
  const receiver = receivers[message.type as T] as
    | ((state: ViewState, message: Message<T>) => Partial<ViewState>)
    | undefined;
  return receiver?.(state, message) ?? {};
}
