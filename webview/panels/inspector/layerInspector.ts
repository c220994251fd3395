import { type LayerKind, layerOf } from '../../../src/core/layers';
import { graphOf } from '../../../src/core/network/graph';
import type { LayerNode, Network } from '../../../src/core/network/network';
import { type Role, roleOf } from '../../canvas/scene/layerCard';
import { sendFix } from '../../sendFix';
import type { Actions, ViewState } from '../../state';
import { child } from '../dom/child';
import { icon } from '../dom/icon';
import { setText } from '../dom/setText';
import { fieldRow } from '../fields/fieldRow';
import { rows } from '../fields/rows';
import { problemList } from '../problems/problemList';
import { inputList } from './inputList';
import { layerSettings } from './layerSettings';
import { layerShapes } from './layerShapes';

/** The selected layer: its fields, formulas, shapes and inputs; of several, the fields they have in common. */
export function layerInspector(
  root: HTMLElement,
  layers: readonly LayerNode[],
  network: Network,
  state: ViewState,
  actions: Actions,
): void {
  const [layer] = layers;
  const alone = layers.length === 1 ? layer : undefined;
  const types = new Set(layers.map(({ type }) => type));
  const definition = types.size === 1 ? layerOf(layer!.type) : undefined;
  heading(root, {
    role: alone && roleOf(alone, graphOf(network).output),
    kind: alone && definition?.kind,
    icon: definition?.icon ?? 'layers',
    title: alone ? alone.id : `${layers.length} layers`,
    subtitle: definition?.title ?? [...types].join(', '),
    summary: alone ? (definition?.summary ?? '') : 'A change goes to all of them, as one step.',
  });

  const settings = layerSettings(layers, state, actions);
  const own = state.snapshot.problems.filter(problem => problem.layer === alone?.id);
  const shown = new Set(settings.flatMap(setting => setting.problems));
  const elsewhere = alone ? own.filter(problem => !shown.has(problem)) : [];
  problemList(child(root, 'div.problems'), elsewhere, sendFix(state, actions));
  rows(child(root, 'div.fields'), settings, fieldRow);

  inputList(child(root, 'div.inputs'), alone, network, state, actions);
  const report = alone && (state.snapshot.shapes ?? state.good?.shapes)?.layers.get(alone.id);
  layerShapes(child(root, 'div.shapes'), report, definition);
}

function heading(
  root: HTMLElement,
  words: {
    readonly role: Role | undefined;
    readonly kind: LayerKind | undefined;
    readonly icon: string;
    readonly title: string;
    readonly subtitle: string;
    readonly summary: string;
  },
): void {
  const header = child(root, 'header');
  const emblem = child(header, 'div.emblem');
  emblem.dataset.role = words.role ?? '';
  emblem.dataset.kind = words.kind ?? '';
  icon(emblem, words.icon);
  const text = child(header, 'div.words');
  setText(child(text, 'h2'), words.title);
  setText(child(text, 'span.subtitle'), words.subtitle);
  setText(child(root, 'p.summary'), words.summary).hidden = words.summary === '';
}
