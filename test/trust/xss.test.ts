// What a network, its data and its runs say, as a page could take it for HTML: shown in every panel of the designer in a
// real browser, in a page without a content security policy, so that nothing but the code of the view keeps it from running.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { DataReport } from '../../src/core/network/dataReport';
import type { FromView, ToView } from '../../src/protocol/view';
import { type Gallery, startGallery } from '../webview/panels/galleryPage';
import { info, points } from '../webview/panels/messages';
import { row } from './row';

let gallery: Gallery;
let page: Page;
beforeAll(async () => {
  gallery = await startGallery();
  page = await gallery.open('fixture=flower&panel=inspector');
}, 60_000);
afterAll(async () => {
  await page?.close();
  await gallery?.close();
});

/** Each sets `window.hit` where it runs, or leaves an element with `data-hit` where it is taken for one. */
const run = 'window.hit=1';
const payloads = [
  `<script data-hit>${run}</script>`,
  `<img data-hit src=x onerror="${run}">`,
  `<svg data-hit onload="${run}"><a data-hit xlink:href="javascript:${run}">x</a></svg>`,
  `"><img data-hit src=x onerror=${run}>`,
  `'><img data-hit src=x onerror=${run}>`,
  `\`><img data-hit src=x onerror=${run}>`,
  `" data-hit onmouseover="${run}" x="`,
  `' data-hit onfocus='${run}' autofocus x='`,
  `<iframe data-hit srcdoc="<script>parent.hit=1</script>"></iframe>`,
  `<a data-hit href="javascript:${run}">x</a>`,
  `<style data-hit>*{background:url("javascript:${run}")}</style>`,
  `<b data-hit>bold</b>`,
  `</text><foreignObject><img data-hit src=x onerror=${run}></foreignObject>`,
  `</title><script data-hit>${run}</script>`,
  `</textarea><script data-hit>${run}</script>`,
  `</style><img data-hit src=x onerror=${run}>`,
  `<!--><img data-hit src=x onerror=${run}>-->`,
  `]]><img data-hit src=x onerror=${run}>`,
  `<math><mtext><style><img data-hit src=x onerror=${run}></style></mtext></math>`,
  `<details data-hit open ontoggle=${run}>x</details>`,
  `<input data-hit autofocus onfocus=${run}>`,
  `<object data-hit data="javascript:${run}"></object>`,
  `<form data-hit><button formaction="javascript:${run}">x</button></form>`,
  `<template data-hit><script>${run}</script></template>`,
  `javascript:${run}//<img data-hit>`,
  `\${${run}}<img data-hit src=x onerror=${run}>`,
  `&lt;img data-hit src=x onerror=${run}&gt;`,
  `\\u003cimg data-hit src=x onerror=${run}\\u003e`,
  `\u202e<img data-hit src=x onerror=${run}>`,
];

interface Said {
  readonly text: string;
  readonly messages: readonly ToView[];
}

const layers = [
  { id: 'input', type: 'input' },
  { id: 'hidden', type: 'dense', units: 4, activation: 'tanh' },
  { id: 'output', type: 'dense', units: 2, activation: 'softmax' },
];
const training = {
  loss: 'categorical-cross-entropy',
  optimizer: { type: 'sgd', learningRate: 1 },
  iterations: 10,
};
const text = (change: object = {}) =>
  JSON.stringify({ data: { file: 'a.csv', target: 'y' }, layers, training, ...change });

const report = (
  facts: Partial<NonNullable<DataReport['facts']>> = {},
  faults: DataReport['faults'] = [],
): ToView => ({
  type: 'data',
  report: {
    facts: {
      inputShape: [2],
      examples: { train: 4, test: 2 },
      targets: { n: 1, classes: ['a', 'b'], binary: false, oneHot: false },
      inputNames: ['x1', 'x2'],
      choices: ['4 examples train.'],
      ...facts,
    },
    faults,
    files: [],
  },
});
const runOf = (change: Partial<typeof info>, message?: string, state = info.state): ToView => ({
  type: 'run',
  run: {
    info: { ...info, state, ...change },
    state,
    stale: true,
    dataChanged: true,
    ...(message && { message }),
  },
  points: points(50),
});
const said = (messages: readonly ToView[], network = text()): Said => ({ text: network, messages });
const withLayer = (layer: object): Said =>
  said([], text({ layers: [layers[0], { ...layers[1], ...layer }, layers[2]] }));
const fault = (change: object): ToView =>
  report({}, [{ code: 'bad-data-file', message: 'm', severity: 'error', field: 'data.file', ...change }]);
const prediction = (change: object): ToView[] => [
  runOf({ state: 'finished' }, undefined, 'finished'),
  {
    type: 'prediction',
    prediction: {
      outputs: [0.9, 0.1],
      classes: [
        { name: 'a', probability: 0.9 },
        { name: 'b', probability: 0.1 },
      ],
      shown: { kind: 'row', names: ['x1', 'x2'], values: [1, 2] },
      ...change,
    },
  },
];

/** Where a workspace may put a text that the view shows. */
const places: Readonly<Record<string, (payload: string) => Said>> = {
  'id of a layer': p => withLayer({ id: p }),
  'type of a layer': p => withLayer({ type: p }),
  'activation of a layer': p => withLayer({ activation: p }),
  'field of a layer': p => withLayer({ [p]: p }),
  'input of a layer': p => withLayer({ inputs: [p] }),
  'name of the network': p => said([], text({ name: p })),
  'unknown part of the network': p => said([], text({ [p]: { [p]: p } })),
  loss: p => said([], text({ training: { ...training, loss: p } })),
  'file of the data': p => said([], text({ data: { file: p, target: p } })),
  'text that isn’t JSON': p => said([], `${text().slice(0, -1)}, ${p}`),
  'name of the document': p =>
    said([{ type: 'document', text: text(), version: 2, name: p, editable: true }]),
  'names of columns': p => said([report({ inputNames: [p, `${p}2`] })]),
  classes: p => said([report({ targets: { n: 1, classes: [p, `${p}2`], binary: false, oneHot: false } })]),
  'choices of the data': p => said([report({ choices: [p] })]),
  'fault of the data': p => said([fault({ message: p, suggestions: [p] })]),
  'message of a run': p => said([runOf({ message: p }, p, 'failed')]),
  'facts of a run': p =>
    said([runOf({ id: p, folder: p, engine: p, passes: [p], choices: [p], measuredOn: p, startedAt: p })]),
  'columns of a run': p =>
    said([
      runOf({
        preprocessing: {
          inputShape: [2],
          columns: [
            { name: p, as: 'number', missing: 0 },
            { name: `${p}2`, as: 'one-hot', values: [p, 'b'] },
          ],
          targets: { names: [p], classes: [p, 'b'], binary: false },
        },
      }),
    ]),
  'stage of a run': p => said([runOf({}), { type: 'progress', stage: p, share: 0.5 }]),
  'classes of a prediction': p =>
    said(prediction({ classes: [{ name: p, probability: 1 }], truth: p, notes: [p] })),
  'row of a prediction': p => said(prediction({ shown: { kind: 'row', names: [p, 'x'], values: [p, p] } })),
  'classes of an evaluation': p =>
    said([
      ...prediction({}),
      {
        type: 'evaluation',
        report: {
          set: 'test',
          examples: 2,
          cost: 1,
          metrics: { accuracy: 1 },
          classes: [p, 'b'],
          confusion: [
            [1, 0],
            [0, 1],
          ],
        },
      },
    ]),
};

/** Shows it in every panel, with each layer selected, the problems open and the picture drawn; gives what came of it. */
function show({ text, messages }: Said): Promise<string[]> {
  return page.evaluate(
    async ({ text, messages }) => {
      const { host, store } = window.gallery;
      const hits: string[] = [];
      const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
      const look = (where: string, root: ParentNode = document) => {
        if ((window as { hit?: unknown }).hit !== undefined) hits.push(`${where}: a script ran`);
        for (const { outerHTML } of root.querySelectorAll('[data-hit]'))
          hits.push(`${where}: ${outerHTML.slice(0, 200)}`);
        for (const host of root.querySelectorAll('*')) if (host.shadowRoot) look(where, host.shadowRoot);
      };
      host.write(text);
      for (const message of messages) host.tell(message);
      await drawn();
      const ids: (string | undefined)[] = [
        undefined,
        ...(store.state.good?.network.layers.map(({ id }) => id) ?? []),
      ];
      for (const id of ids) {
        store.actions.set({ panel: 'inspector', selection: id === undefined ? [] : [id], popover: id });
        await drawn();
        look(`inspector of ${id}`);
      }
      for (const panel of ['training', 'predict', 'shapes'] as const) {
        store.actions.set({ panel, popover: undefined });
        await drawn();
        look(panel);
      }
      for (const details of document.querySelectorAll('details')) details.open = true;
      document.querySelector<HTMLElement>('.problem-summary')?.click();
      store.actions.set({ panel: 'training', menu: { x: 5, y: 5 }, paletteOpen: true });
      await drawn();
      look('menu, palette and problems');
      host.tell({ type: 'request', request: 'export-svg' });
      await drawn();
      const picture = host.messages.findLast(({ type }) => type === 'save-picture') as
        | Extract<FromView, { type: 'save-picture' }>
        | undefined;
      if (picture) {
        const parsed = new DOMParser().parseFromString(picture.data, 'image/svg+xml');
        if (parsed.querySelector('parsererror')) hits.push('the picture isn’t XML');
        look('the picture', parsed);
      }
      store.actions.set({ menu: undefined, paletteOpen: false, selection: [] });
      return hits;
    },
    { text, messages },
  );
}

row(
  'texts that could be taken for HTML: none is',
  { quick: 22, full: 638, limit: 1_800_000 },
  async (count, tally) => {
    const names = Object.keys(places);
    for (let i = 0; i < count; i++) {
      // each place with each payload, places first
      const place = names[i % names.length]!;
      const payload = payloads[(Math.floor(i / names.length) + i) % payloads.length]!;
      await tally.try(`${place}: ${payload}`, async () => {
        expect(await show(places[place]!(payload))).toEqual([]);
      });
    }
  },
);

row('the test of these texts sees one that is taken for HTML', { quick: 1, full: 1 }, (_, tally) =>
  tally.try('an element that is there', async () => {
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<b data-hit>x</b>'));
    expect(await show(said([]))).not.toEqual([]);
  }),
);
