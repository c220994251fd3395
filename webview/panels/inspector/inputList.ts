import { layerOf } from '../../../src/core/layers';
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
  const arity = layer && layerOf(layer.type)?.arity;
  root.hidden = !layer || arity === 'none';
  if (!layer) return;
  const editable = canEdit(state);
  const shapes = state.snapshot.shapes ?? state.good?.shapes;
  setText(child(root, 'h3'), arity === 'many' ? 'Inputs' : 'Input');
  const list = child(root, 'ul');
  while (list.children.length > layer.inputs.length) list.lastElementChild?.remove();
  layer.inputs.forEach((from, i) => {
    const item = list.children[i] ?? list.appendChild(document.createElement('li'));
    const go = child(item, 'button.go');
    go.type = 'button';
    setText(child(go, 'span.id'), from);
    setSubscripted(child(go, 'span.shape'), formatNamedShape(shapes?.layers.get(from)?.outputNamed ?? []));
    go.onclick = () => actions.set({ selection: [from] });
    iconButton(item, 'disconnect', {
      label: `Disconnect ${from} from ${layer.id}`,
      icon: 'debug-disconnect',
      disabled: !editable,
      press: () => actions.edit({ kind: 'disconnect', from, to: layer.id }),
    });
  });

  const others = network.layers.filter(({ id }) => id !== layer.id && !layer.inputs.includes(id));
  const add = child(root, 'div.add');
  add.hidden = others.length === 0 || !editable;
  select(add, {
    label: `Connect a layer to ${layer.id}`,
    options: [
      { value: '', title: arity === 'one' && layer.inputs.length > 0 ? 'Take its input from…' : 'Connect…' },
      ...others.map(({ id, type }) => ({ value: id, title: id, description: layerOf(type)?.title })),
    ],
    value: '',
    editable,
    choose: from => actions.edit({ kind: 'connect', from, to: layer.id }),
  });
}
