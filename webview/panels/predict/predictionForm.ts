import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { TypedColumn } from '../../../src/data/inputs/typedColumns';
import type { Prediction } from '../../../src/runs/run';
import type { Actions, ViewState } from '../../state';
import { button } from '../dom/button';
import { child } from '../dom/child';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';
import { markInvalid } from '../fields/markInvalid';
import { select } from '../fields/select';
import { inputColumns } from './inputColumns';
import { testExample } from './testExample';

/** The prediction that a form was last filled from, so that what is typed after it stays. */
const filled = new WeakMap<HTMLElement, Prediction>();

/** What to predict: a typed row, an example of the test set, or a file. */
export function predictionForm(root: HTMLElement, state: ViewState, actions: Actions): void {
  setText(child(root, 'h2.section'), 'Input');
  testExample(child(root, 'div.test-example'), state, actions);
  const columns = inputColumns(state);
  const form = child(root, 'form.row');
  form.hidden = !columns;
  const fields = child(form, 'div.columns');
  joinChildren(fields, 'div', columns ?? [], drawColumn);
  fill(form, fields, columns ?? [], state.prediction);
  const ask = child(form, 'p.fault');
  ask.setAttribute('role', 'status');
  form.oninput = () => setText(ask, '');
  const send = () => {
    const boxes = [...fields.children] as HTMLElement[];
    if (columns && isEmpty(boxes, columns)) {
      setText(ask, askFor(columns));
      boxes[0]?.querySelector('vscode-textfield')?.focus();
      return;
    }
    const wrong = boxes.filter((box, i) => columns?.[i] && !check(box, columns[i]));
    if (wrong.length > 0) {
      wrong[0]!.querySelector('vscode-textfield')?.focus();
      return;
    }
    const values = boxes.map((box, i) => typedIn(box, columns?.[i]));
    actions.ask({ type: 'predict', input: { kind: 'row', values } });
  };
  // the fields submit their form on Enter
  form.onsubmit = event => {
    event.preventDefault();
    send();
  };
  const buttons = child(root, 'div.buttons');
  button(buttons, 'go', {
    label: 'Predict',
    icon: 'lightbulb',
    primary: true,
    hidden: !columns,
    press: send,
  });
  button(buttons, 'file', {
    label: 'Predict a File…',
    icon: 'folder-opened',
    press: () => actions.send({ type: 'command', command: 'predict' }),
  });
}

/** What stands for a value that isn't known. */
const UNKNOWN = '';

function drawColumn(box: HTMLDivElement, column: TypedColumn): void {
  const { name, values, gap, rangeText } = column;
  box.className = 'column';
  setText(child(box, 'span.name'), name);
  const typed = child(box, 'vscode-textfield');
  const chosen = child(box, 'div.chosen');
  child(box, 'p.fault');
  typed.hidden = values !== undefined;
  chosen.hidden = values === undefined;
  typed.label = name;
  typed.placeholder = rangeText ?? (column.whole ? (column.hint ?? '') : gap ? 'unknown' : '0');
  typed.title = rangeText ? `${name}: ${rangeText} in the training set` : '';
  // what is mistyped is said when it is left, and no longer than it is wrong
  typed.onblur = () => check(box, column);
  typed.oninput = () => box.querySelector('p.fault')?.textContent && check(box, column);
  if (!values) return;
  const unknown = gap ? [{ value: UNKNOWN, title: 'unknown' }] : [];
  select(chosen, {
    label: name,
    options: [...unknown, ...values.map(value => ({ value, title: value }))],
    value: chosen.querySelector('vscode-single-select')?.value ?? (gap ? UNKNOWN : (values[0] ?? UNKNOWN)),
    editable: true,
    choose: () => {},
  });
}

/** Marks a field whose text is no value of its column. Gives whether it is one. */
function check(box: Element, column: TypedColumn): boolean {
  const field = box.querySelector('vscode-textfield');
  if (!field || column.values) return true;
  const sentence = column.fault(field.value) ?? '';
  setText(box.querySelector('p.fault')!, sentence);
  markInvalid(field, sentence);
  return sentence === '';
}

/** Whether nothing at all is given. */
function isEmpty(boxes: readonly HTMLElement[], columns: readonly TypedColumn[]): boolean {
  return columns.every(({ values }, i) =>
    values
      ? boxes[i]?.querySelector('vscode-single-select')?.value === UNKNOWN
      : !boxes[i]?.querySelector('vscode-textfield')?.value.trim(),
  );
}

const askFor = (columns: readonly TypedColumn[]) =>
  columns.some(({ whole }) => whole)
    ? 'Type a text first.'
    : `Type a value first: an empty field counts as ${gapWords(columns)}.`;

const gapWords = (columns: readonly TypedColumn[]) =>
  columns.some(({ gap }) => gap) ? 'the mean of the training set' : '0';

/** A number is sent as a number; an empty field as a gap or a 0, as its placeholder says. */
function typedIn(box: HTMLElement, column: TypedColumn | undefined): string | number {
  if (column?.values) return box.querySelector('vscode-single-select')?.value ?? '';
  if (column?.whole) return box.querySelector('vscode-textfield')?.value ?? '';
  const text = box.querySelector('vscode-textfield')?.value.trim() ?? '';
  if (text === '') return column?.gap ? '' : 0;
  const number = Number(text);
  // what is written in another way is the column's to read: 1.037 may be 1037
  return String(number) === text ? number : text;
}

/** Puts the row that was predicted into the form, so that one value can be changed and tried again. */
function fill(
  form: HTMLElement,
  fields: HTMLElement,
  columns: readonly TypedColumn[],
  prediction: Prediction | undefined,
): void {
  if (!prediction || filled.get(form) === prediction) return;
  filled.set(form, prediction);
  const { shown } = prediction;
  if (shown.kind !== 'row') return;
  columns.forEach(({ name, values }, i) => {
    const at = shown.names.indexOf(name);
    const value = shown.values[at < 0 && shown.names.length === columns.length ? i : at];
    const box = fields.children[i];
    if (value === undefined || !box) return;
    const field = values ? box.querySelector('vscode-single-select') : box.querySelector('vscode-textfield');
    if (field) field.value = typeof value === 'number' ? String(Number(value.toPrecision(6))) : value;
  });
}
