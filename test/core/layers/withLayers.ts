import { afterAll, beforeAll, vi } from 'vitest';
import type { LayerDefinition } from '../../../src/core/layers';

const registry = '../../../src/core/layers/all';

/**
 * Modules that know `more` layers besides those of the product, loaded afresh by `load` for the tests of the file. What
 * the file imports itself doesn't know them.
 */
export function withLayers<M>(
  more: readonly LayerDefinition[],
  load: () => Promise<M>,
): { readonly modules: M } {
  const loaded: { modules?: M } = {};
  beforeAll(async () => {
    vi.resetModules();
    vi.doMock(registry, async original => {
      const { layers } = await original<typeof import('../../../src/core/layers/all')>();
      return { layers: [...layers, ...more] };
    });
    loaded.modules = await load();
  });
  afterAll(() => {
    vi.doUnmock(registry);
    vi.resetModules();
  });
  return loaded as { readonly modules: M };
}
