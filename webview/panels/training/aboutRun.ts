import { wordsOfPass } from '../../../src/core/plan/passes';
import { numberText } from '../../../src/runs/figures/numberText';
import type { ViewState } from '../../state';
import { child } from '../dom/child';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';

/** What the run is of: its seed, batches, engine and data, as they are kept with its weights. */
export function aboutRun(root: HTMLDetailsElement, { run, data }: ViewState): void {
  root.hidden = !run;
  setText(child(root, 'summary'), 'About this run');
  if (!run) return;
  const { info } = run;
  const begun = new Date(info.startedAt);
  const rows: [string, string][] = [
    ['run', info.id],
    ['begun', Number.isNaN(begun.getTime()) ? info.startedAt : begun.toLocaleString()],
    ['seed', String(info.seed)],
    ['steps per epoch', numberText(info.stepsPerEpoch)],
    ['engine', info.engine ?? ''],
    ['step', (info.passes ?? []).map(wordsOfPass).join(', ')],
    ['measured on', info.measuredOn ?? ''],
  ];
  joinChildren(
    child(root, 'dl.rows'),
    'div',
    rows.filter(([, value]) => value !== ''),
    (row, [title, value]) => {
      setText(child(row, 'dt'), title);
      setText(child(row, 'dd'), value).title = title === 'engine' ? (info.engineReasons ?? []).join(' ') : '';
    },
  );
  const said = [...(data?.facts?.choices ?? []), ...(info.start ?? []), ...(info.remarks ?? [])];
  joinChildren(child(root, 'ul.choices'), 'li', said, (item, choice) => setText(item, choice));
}
