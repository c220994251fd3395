import '@vscode/codicons/dist/codicon.css';
import { startApp } from '../app';
import { fixtureHost } from './fixtureHost';
import { fixtures } from './fixtures';
import { showTheme } from './theme';

/**
 * The designer in a plain page, with a host that holds a fixture's text: `?fixture=flower&theme=dark`. For looking at
 * it, for measuring it, and for the tests of the view in a browser.
 */
const query = new URLSearchParams(location.search);
showTheme(query.get('theme') ?? 'dark');
const fixture = fixtures[query.get('fixture') ?? 'flower'] ?? fixtures.flower!;
const host = fixtureHost(fixture);
const store = startApp(document.getElementById('root')!, host);
if (query.has('flow')) store.actions.set({ flow: query.get('flow') as 'horizontal' });
if (query.has('panel')) {
  store.actions.set({
    panel: query.get('panel') === 'none' ? undefined : (query.get('panel') as 'inspector'),
  });
}
/** Whether all that the host says by itself has come. */
const settled = () =>
  store.state.document !== undefined &&
  (fixture.said ?? []).every(({ type }) => type !== 'data' || store.state.data !== undefined);
Object.assign(window, { gallery: { store, host, settled } });
