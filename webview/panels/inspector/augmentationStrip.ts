import { pictureSize } from '../../../src/core/augmentations/picture/picture';
import type { SmallPicture } from '../../../src/protocol/describer';
import { picture } from '../../charts/picture';
import type { Actions, ViewState } from '../../state';
import { child } from '../dom/child';
import { setText } from '../dom/setText';
import { stripWords } from './stripWords';

/** Milliseconds of quiet, as between two keys, after which pictures are asked for. */
const quiet = 150;

/** What was asked for last, for each strip. */
const asked = new WeakMap<HTMLElement, { key: string; data: unknown; timer?: number }>();
/** What a canvas shows. */
const drawn = new WeakMap<HTMLCanvasElement, string>();

/** Some of the user's own pictures, as they are and as the first epochs will see them. Follows the settings as they are typed. */
export function augmentationStrip(root: HTMLElement, state: ViewState, actions: Actions): void {
  const { good, data, augmented, snapshot, trusted } = state;
  const training = good?.network.training;
  const augment = training?.augment ?? [];
  const size = data?.facts && pictureSize(data.facts.inputShape);
  const faulty = snapshot.problems.some(
    ({ severity, field }) => severity === 'error' && /^(training\.augment|data)\b/.test(field ?? ''),
  );
  const shown = augment.length > 0 && (size?.channels === 1 || size?.channels === 3) && !state.broken;
  root.hidden = !shown;
  if (!shown || !training) return;
  if (!faulty && trusted) request(root, { augment, seed: training.seed }, state, actions);

  const rows = augmented?.kind === 'pictures' ? augmented.rows : [];
  root.classList.toggle('old', faulty);
  setText(child(root, 'figcaption'), stripWords({ trusted, faulty, augmented }));
  const grid = child(root, 'div.grid');
  grid.hidden = rows.length === 0;
  const cells = rows.flatMap(({ index, truth, pictures }) =>
    pictures.map((small, column) => ({
      small,
      label: `${truth === undefined ? `Example ${index}` : `Example ${index}, ${truth}`}, ${column === 0 ? 'as it is' : `epoch ${column}`}`,
      original: column === 0,
    })),
  );
  while (grid.children.length > cells.length) grid.lastElementChild?.remove();
  grid.style.setProperty('--columns', String(rows[0]?.pictures.length ?? 1));
  cells.forEach(({ small, label, original }, i) => {
    const canvas = (grid.children[i] ??
      grid.appendChild(document.createElement('canvas'))) as HTMLCanvasElement;
    canvas.classList.toggle('original', original);
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', label);
    canvas.title = label;
    if (drawn.get(canvas) === small.pixels) return;
    drawn.set(canvas, small.pixels);
    picture(canvas, { ...small, pixels: bytesOf(small) });
  });
}

function request(
  root: HTMLElement,
  settings: { readonly augment: readonly object[]; readonly seed: number },
  { data, good }: ViewState,
  actions: Actions,
): void {
  const key = JSON.stringify([settings, good?.network.data]);
  const before = asked.get(root);
  if (before?.key === key && before.data === data) return;
  clearTimeout(before?.timer);
  const timer = window.setTimeout(() => actions.ask({ type: 'augmented', ...settings }), quiet);
  asked.set(root, { key, data, timer });
}

function bytesOf({ pixels }: SmallPicture): Uint8Array {
  return Uint8Array.from(atob(pixels), letter => letter.charCodeAt(0));
}
