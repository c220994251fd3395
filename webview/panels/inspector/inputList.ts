import { isSource, layerOf, mostInputs } from '../../../src/core/layers';
import type { LayerNode, Network } from '../../../src/core/network/network';
import { formatNamedShape } from '../../../src/core/shape';
import { canEdit } from '../../canEdit';
import type { Actions, ViewState } from '../../state';
import { child } from '../dom/child';
import { iconButton } from '../dom/iconButton';
import { setSubscripted } from '../dom/setSubscripted';
import { setText } from '../dom/setText';
import { select } from '../fields/select';

/** The layers that feed a layer, each with its shape: go there, take away, or connect another. */
export function inputList(
  root: HTMLElement,
  layer: LayerNode | undefined,
  network: Network,
  state: ViewState,
  actions: Actions,
): void {
  root.hidden = !layer || isSource(layer.type);
  if (!layer) return;
  const inputs = layerOf(layer.type)?.inputs ?? ['A_prev'];
  const most = mostInputs(inputs);
  const editable = canEdit(state);
  const shapes = state.snapshot.shapes ?? state.good?.shapes;
  setText(child(root, 'h3'), most > 1 ? 'Inputs' : 'Input');
  const list = child(root, 'ul');
  while (list.children.length > layer.inputs.length) list.lastElementChild?.remove();
  layer.inputs.forEach((from, i) => {
    const item = list.children[i] ?? list.appendChild(document.createElement('li'));
    const name = child(item, 'span.name');
    // a name only tells inputs apart
    name.hidden = inputs === 'many' || most === 1;
    setText(name, inputs === 'many' ? '' : (inputs[i] ?? '?'));
    const go = child(item, 'button.go');
    go.type = 'button';
    setText(child(go, 'span.id'), from);
    setSubscripted(child(go, 'span.shape'), formatNamedShape(shapes?.layers.get(from)?.outputNamed ?? []));
    go.onclick = () => actions.set({ selection: [from] });
    iconButton(item, 'disconnect', {
      label: `Disconnect ${from} from ${layer.id}`,
      icon: 'debug-disconnect',
      disabled: !editable,
      press: () => actions.edit({ kind: 'disconnect', from, to: layer.id, place: i }),
    });
  });

  const full = layer.inputs.length >= most;
  // one that takes a number of inputs may be fed by one layer in several places
  const others = network.layers.filter(
    ({ id }) => id !== layer.id && ((inputs !== 'many' && !full) || !layer.inputs.includes(id)),
  );
  const add = child(root, 'div.add');
  add.hidden = others.length === 0 || !editable;
  select(add, {
    label: `Connect a layer to ${layer.id}`,
    options: [
      {
        value: '',
        title: full ? (most === 1 ? 'Take its input from…' : `Take ${inputs.at(-1)} from…`) : 'Connect…',
      },
      ...others.map(({ id, type }) => ({ value: id, title: id, description: layerOf(type)?.title })),
    ],
    value: '',
    editable,
    choose: from =>
      actions.edit({
        kind: 'connect',
        from,
        to: layer.id,
        ...(inputs !== 'many' && { place: Math.min(layer.inputs.length, most - 1) }),
      }),
  });
}
