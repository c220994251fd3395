import { canEdit } from '../../canEdit';
import { sendFix } from '../../sendFix';
import type { Actions, ViewState } from '../../state';
import { button } from '../dom/button';
import { child } from '../dom/child';
import { icon } from '../dom/icon';
import { setText } from '../dom/setText';
import { fieldRow } from '../fields/fieldRow';
import { rows } from '../fields/rows';
import { dataFields, trainingFields } from '../fields/schemaFields';
import type { Setting } from '../fields/setting';
import { problemList } from '../problems/problemList';
import { augmentationStrip } from './augmentationStrip';
import { dataSummary } from './dataSummary';
import { nameField } from './nameField';
import { networkFigures } from './networkFigures';
import { networkSettings } from './networkSettings';
import { rateCurve } from './rateCurve';
import { trainingLength } from './trainingLength';
import { weightsField } from './weightsField';
import { asObject, writtenNetwork } from './writtenNetwork';

/** The network as a whole: its name, its data with what was worked out from it, and its training. */
export function networkInspector(root: HTMLElement, state: ViewState, actions: Actions): void {
  const written = writtenNetwork(state);
  const settings = (part: 'data' | 'training' | undefined, fields: Parameters<typeof networkSettings>[1]) =>
    networkSettings(part, fields, written, state, actions);

  const header = child(root, 'header');
  icon(child(header, 'div.emblem'), 'type-hierarchy');
  const words = child(header, 'div.words');
  setText(child(words, 'h2'), state.good?.network.name ?? state.document?.name ?? 'Network');
  setText(child(words, 'span.subtitle'), 'Network');
  const name = settings(undefined, [nameField, weightsField]);
  const data = settings('data', dataFields(asObject(written.data)));
  const training = settings('training', trainingFields());

  const problems = child(root, 'div.problems');
  const shown = new Set([...name, ...data, ...training].flatMap(setting => setting.problems));
  const others = state.snapshot.problems.filter(problem => !problem.layer && !shown.has(problem));
  problemList(problems, others, sendFix(state, actions));
  layersWithProblems(child(root, 'ul.troubled'), state, actions);
  rows(child(root, 'div.fields.general'), name, fieldRow);
  networkFigures(child(root, 'dl.figures'), state.snapshot.shapes ?? state.good?.shapes);

  // of what can't be read nobody knows what it names
  const unknown = (part: 'data' | 'training') => state.broken && written[part] === undefined;
  child(root, 'section.data').hidden = unknown('data');
  child(root, 'section.training').hidden = unknown('training');
  dataSection(child(root, 'section.data'), data, written.data !== undefined, state, actions);
  trainingSection(child(root, 'section.training'), training, written.training !== undefined, state, actions);
}

/** Layers with a problem, to go there. */
function layersWithProblems(root: HTMLElement, state: ViewState, actions: Actions): void {
  const counts = new Map<string, number>();
  for (const { layer } of state.snapshot.problems) if (layer) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  root.hidden = counts.size === 0;
  while (root.children.length > counts.size) root.lastElementChild?.remove();
  [...counts].forEach(([id, count], i) => {
    const item = root.children[i] ?? root.appendChild(document.createElement('li'));
    button(item, 'go', {
      label: `${id}: ${count === 1 ? '1 problem' : `${count} problems`}`,
      icon: 'arrow-right',
      press: () => actions.set({ selection: [id] }),
    });
  });
}

function dataSection(
  root: HTMLElement,
  settings: readonly Setting[],
  written: boolean,
  state: ViewState,
  actions: Actions,
): void {
  setText(child(root, 'h3'), 'Data');
  const none = child(root, 'div.none');
  none.hidden = written;
  setText(
    child(none, 'p'),
    'No data is named yet. Start with points made by a seeded recipe, or write a file in the text.',
  );
  button(none, 'generate', {
    label: 'Use the Flower Points',
    icon: 'sparkle',
    disabled: !canEdit(state),
    press: () => actions.edit({ kind: 'set-value', path: ['data'], value: { generator: 'flower' } }),
  });
  button(none, 'as-text', {
    label: 'Edit as Text',
    icon: 'go-to-file',
    press: () => actions.send({ type: 'command', command: 'open-text' }),
  });
  dataSummary(child(root, 'div.facts'), state.data);
  rows(child(root, 'div.fields'), settings, fieldRow);
}

function trainingSection(
  root: HTMLElement,
  settings: readonly Setting[],
  written: boolean,
  state: ViewState,
  actions: Actions,
): void {
  setText(child(root, 'h3'), 'Training');
  const none = child(root, 'div.none');
  none.hidden = written;
  setText(child(none, 'p'), 'Its training has no settings yet.');
  button(none, 'begin', {
    label: 'Add Training Settings',
    icon: 'add',
    disabled: !canEdit(state),
    press: () =>
      actions.edit({
        kind: 'set-value',
        path: ['training'],
        value: {
          loss: 'binary-cross-entropy',
          optimizer: { type: 'sgd', learningRate: 0.01 },
          iterations: 1000,
        },
      }),
  });
  const shown = trainingLength(settings);
  const after = shown.findIndex(({ field }) => field.name === 'schedule') + 1;
  const how = child(root, 'div.fields.how');
  how.hidden = !written;
  rows(how, shown.slice(0, after), fieldRow);
  rateCurve(child(root, 'figure.rates'), state);
  const seen = shown.findIndex(({ field }) => field.name === 'augment') + 1;
  const length = child(root, 'div.fields.length');
  length.hidden = !written;
  rows(length, shown.slice(after, seen), fieldRow);
  augmentationStrip(child(root, 'figure.augmented'), state, actions);
  const rest = child(root, 'div.fields.rest');
  rest.hidden = !written;
  rows(rest, shown.slice(seen), fieldRow);
}
