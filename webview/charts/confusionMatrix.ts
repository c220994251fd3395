/** From this share of its row a count stands out. */
const MANY = 0.5;

export interface ConfusionMatrix {
  readonly classes: readonly string[];
  /** counts[truth][predicted]. */
  readonly counts: readonly (readonly number[])[];
}

/**
 * A heat map of truth by prediction with its counts: a row a true class, a column a predicted one, shaded by the share
 * of its row. Arrow keys walk the cells.
 */
export function confusionMatrix(root: HTMLElement, { classes, counts }: ConfusionMatrix): void {
  const table = root.querySelector('table') ?? root.appendChild(document.createElement('table'));
  // walking with the keys moves the focus among the cells, so a new report alone rebuilds them
  const drawn = JSON.stringify([classes, counts]);
  if (table.dataset.drawn === drawn) return;
  table.dataset.drawn = drawn;
  table.className = 'confusion';
  table.setAttribute('role', 'grid');
  table.setAttribute('aria-label', 'Confusion matrix: rows are true classes, columns predicted ones');
  table.replaceChildren(
    head(classes),
    ...classes.map((name, truth) => row(name, counts[truth] ?? [], classes)),
  );
  const cells = [...table.querySelectorAll('td')];
  if (cells[0]) cells[0].tabIndex = 0;
  table.onkeydown = event => walk(event, cells, classes.length);
}

function head(classes: readonly string[]): HTMLTableRowElement {
  const line = document.createElement('tr');
  const corner = document.createElement('th');
  corner.className = 'corner';
  corner.scope = 'col';
  corner.textContent = 'truth ↓ predicted →';
  line.append(corner, ...classes.map(name => heading(name, 'col')));
  return line;
}

function heading(name: string, scope: 'row' | 'col'): HTMLTableCellElement {
  const cell = document.createElement('th');
  cell.scope = scope;
  cell.textContent = name;
  cell.title = name;
  return cell;
}

function row(name: string, counts: readonly number[], classes: readonly string[]): HTMLTableRowElement {
  const line = document.createElement('tr');
  const total = counts.reduce((sum, count) => sum + count, 0);
  line.append(heading(name, 'row'));
  classes.forEach((predicted, i) => {
    const count = counts[i] ?? 0;
    const share = total > 0 ? count / total : 0;
    const cell = document.createElement('td');
    cell.setAttribute('role', 'gridcell');
    cell.tabIndex = -1;
    cell.textContent = String(count);
    cell.classList.toggle('right', predicted === name);
    cell.classList.toggle('many', share >= MANY);
    cell.classList.toggle('zero', count === 0);
    cell.style.setProperty('--share', `${Math.round(share * 100)}%`);
    const label = `${count} of ${total} ${name} predicted as ${predicted}`;
    cell.setAttribute('aria-label', label);
    cell.title = `${label} (${Math.round(share * 100)} %)`;
    line.append(cell);
  });
  return line;
}

function walk(event: KeyboardEvent, cells: readonly HTMLTableCellElement[], width: number): void {
  const at = cells.indexOf(event.target as HTMLTableCellElement);
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: at % width > 0 ? -1 : 0,
    ArrowRight: at % width < width - 1 ? 1 : 0,
    ArrowUp: -width,
    ArrowDown: width,
    Home: -(at % width),
    End: width - 1 - (at % width),
  };
  const next = cells[at + (steps[event.key] ?? 0)];
  if (at < 0 || steps[event.key] === undefined || !next) return;
  event.preventDefault();
  cells[at]!.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
