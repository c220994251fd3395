import type { Command } from './command';
import { copy } from './copy';
import { deleteLayers } from './deleteLayers';

export const cut: Command = {
  name: 'cut',
  title: 'Cut',
  icon: 'clippy',
  menus: ['layers'],
  enabled: deleteLayers.enabled,
  run: canvas => {
    copy.run(canvas);
    deleteLayers.run(canvas);
  },
};
