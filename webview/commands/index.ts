import { addLayer } from './addLayer';
import { fewerUnits, moreUnits } from './changeUnits';
import type { Command } from './command';
import { connect, finishConnecting } from './connect';
import { copy } from './copy';
import { cut } from './cut';
import { deleteLayers } from './deleteLayers';
import { disconnect } from './disconnect';
import { duplicateLayers } from './duplicateLayers';
import { editLayer } from './editLayer';
import { findLayer } from './findLayer';
import { foldSelected, openSelected } from './foldGroup';
import { freezeBefore, unfreezeBefore } from './freezeBefore';
import { groupLayers, ungroup } from './groupLayers';
import { insertOnEdge } from './insertOnEdge';
import { leave } from './leave';
import { paste } from './paste';
import { selectAll } from './selectAll';
import { turn } from './turn';
import { unpin } from './unpin';
import { actualSize, fit, zoomIn, zoomOut } from './zoom';

export type { Command, MenuName } from './command';

/** In the order of the menus. Of commands with the same key, the first that is enabled is done. */
export const commands: readonly Command[] = [
  finishConnecting,
  openSelected,
  editLayer,
  addLayer,
  insertOnEdge,
  connect,
  moreUnits,
  fewerUnits,
  duplicateLayers,
  cut,
  copy,
  paste,
  foldSelected,
  groupLayers,
  ungroup,
  selectAll,
  freezeBefore,
  unfreezeBefore,
  findLayer,
  unpin,
  fit,
  actualSize,
  zoomIn,
  zoomOut,
  turn,
  disconnect,
  deleteLayers,
  leave,
];
