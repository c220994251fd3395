import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { Prediction } from '../../../src/runs/run';
import type { Actions, ViewState } from '../../state';
import { button } from '../dom/button';
import { child } from '../dom/child';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';
import { select } from '../fields/select';
import { type InputColumn, inputColumns } from './inputColumns';
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
      setText(ask, `Type a value first: what is left empty counts as ${gapWords(columns)}.`);
      boxes[0]?.querySelector('vscode-textfield')?.focus();
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

function drawColumn(box: HTMLDivElement, { name, values, gap }: InputColumn): void {
  box.className = 'column';
  setText(child(box, 'span.name'), name);
  const typed = child(box, 'vscode-textfield');
  const chosen = child(box, 'div.chosen');
  typed.hidden = values !== undefined;
  chosen.hidden = values === undefined;
  typed.label = name;
  typed.placeholder = gap ? 'unknown' : '0';
  if (!values) return;
  const present = chosen.querySelector('vscode-single-select')?.value ?? values[0] ?? '';
  select(chosen, {
    label: name,
    options: values.map(value => ({ value, title: value })),
    value: present,
    editable: true,
    choose: () => {},
  });
}

/** Whether nothing at all is given: of a column with a list, something always is. */
function isEmpty(boxes: readonly HTMLElement[], columns: readonly InputColumn[]): boolean {
  return columns.every(
    ({ values }, i) => !values && !boxes[i]?.querySelector('vscode-textfield')?.value.trim(),
  );
}

const gapWords = (columns: readonly InputColumn[]) =>
  columns.some(({ gap }) => gap) ? 'the mean of the training set' : '0';

/** A number is sent as a number; an empty field as a gap or a 0, as its placeholder says. */
function typedIn(box: HTMLElement, column: InputColumn | undefined): string | number {
  if (column?.values) return box.querySelector('vscode-single-select')?.value ?? '';
  const text = box.querySelector('vscode-textfield')?.value.trim() ?? '';
  if (text === '') return column?.gap ? '' : 0;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** Puts the row that was predicted into the form, so that one value can be changed and tried again. */
function fill(
  form: HTMLElement,
  fields: HTMLElement,
  columns: readonly InputColumn[],
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
