import type { View } from '../../state';
import { child } from '../dom/child';
import { layerInspector } from './layerInspector';
import { networkInspector } from './networkInspector';

/** Every field of the selected layers, or of the network where none is selected. */
export const inspector: View = (root, state, actions) => {
  const panel = child(root, 'section.panel.inspector');
  panel.setAttribute('aria-label', 'Inspector');
  const network = state.good?.network;
  const selected = new Set(state.selection);
  const layers = network?.layers.filter(layer => selected.has(layer.id)) ?? [];
  const ofLayer = child(panel, 'div.layer');
  const ofNetwork = child(panel, 'div.network');
  ofLayer.hidden = layers.length === 0;
  ofNetwork.hidden = layers.length > 0;
  if (network && layers.length > 0) layerInspector(ofLayer, layers, network, state, actions);
  else networkInspector(ofNetwork, state, actions);
};
