import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { Actions, Request, ViewState } from '../../state';
import { button } from '../dom/button';
import { child } from '../dom/child';
import { setText } from '../dom/setText';
import { markInvalid } from '../fields/markInvalid';

type Generate = Extract<Request, { type: 'generate' }>;

/** A number of how to go on, in its field. */
interface Figure {
  readonly name: 'length' | 'temperature' | 'topK' | 'seed';
  readonly title: string;
  /** What stands in it at first; nothing where it needn't be given. */
  readonly initial: string;
  readonly placeholder: string;
  readonly explains: string;
  /** What is wrong with what is typed. */
  fault(typed: string): string | undefined;
}

const whole = (title: string, least: number, most: number) => (typed: string) =>
  /^\d+$/.test(typed) && Number(typed) >= least && Number(typed) <= most
    ? undefined
    : `${title} is a whole number from ${least} to ${most.toLocaleString('en')}, not ${typed || 'nothing'}.`;

const figures: readonly Figure[] = [
  {
    name: 'length',
    title: 'Length',
    initial: '200',
    placeholder: '',
    explains: 'How many characters, words or bytes are written.',
    fault: whole('The length', 1, 100_000),
  },
  {
    name: 'temperature',
    title: 'Temperature',
    initial: '1',
    placeholder: '',
    explains:
      '1 draws as the network says; less keeps to what is likely, 0 always takes the likeliest; more is bolder.',
    fault: typed =>
      typed !== '' && Number(typed) >= 0 && Number.isFinite(Number(typed))
        ? undefined
        : `The temperature is a number from 0 on, not ${typed || 'nothing'}.`,
  },
  {
    name: 'topK',
    title: 'Likeliest',
    initial: '',
    placeholder: 'all',
    explains: 'Draws from so many of the likeliest only.',
    fault: typed => (typed === '' ? undefined : whole('This', 1, 4_294_967_295)(typed)),
  },
  {
    name: 'seed',
    title: 'Seed',
    initial: '1',
    placeholder: '',
    explains: 'The same seed gives the same text; each text is followed by the next seed.',
    fault: whole('The seed', 0, 4_294_967_295),
  },
];

/** What a network that was trained on a text writes, begun with what is typed, token by token. */
export function generation(root: HTMLElement, state: ViewState, actions: Actions): void {
  const text = state.run?.info.preprocessing?.text;
  root.hidden = !text;
  if (!text) return;
  const { generated } = state;
  setText(child(root, 'h2.section'), 'Generate');
  const form = child(root, 'form.row');
  const start = child(form, 'label.start');
  setText(child(start, 'span.name'), 'Goes on with');
  const begins = child(start, 'vscode-textfield');
  begins.label = 'What the text begins with';
  begins.placeholder = 'nothing: a new line';
  const row = child(form, 'div.columns');
  const boxes = figures.map(figure => figureField(row, figure));
  const fault = child(form, 'p.fault');
  fault.setAttribute('role', 'status');

  const send = () => {
    const wrong = boxes.find(box => !box.check());
    setText(fault, wrong?.check.sentence() ?? '');
    if (wrong) {
      wrong.field.focus();
      return;
    }
    const [length, temperature, topK, seed] = boxes.map(({ field }) => field.value.trim()) as [
      string,
      string,
      string,
      string,
    ];
    const request: Generate = {
      type: 'generate',
      start: begins.value,
      length: Number(length),
      temperature: Number(temperature),
      ...(topK && { topK: Number(topK) }),
      seed: Number(seed),
    };
    if (actions.ask(request)) boxes.at(-1)!.field.value = String((Number(seed) + 1) % 2 ** 32);
  };
  form.onsubmit = event => {
    event.preventDefault();
    send();
  };
  const buttons = child(root, 'div.buttons');
  const going = generated?.going ?? false;
  button(buttons, 'write', {
    label: going ? 'Stop' : 'Generate',
    icon: going ? 'debug-stop' : 'whole-word',
    press: () => (actions.state.generated?.going ? actions.send({ type: 'stop-generating' }) : send()),
  });
  button(buttons, 'copy', {
    label: 'Copy',
    icon: 'copy',
    hidden: !generated?.text,
    press: () => actions.send({ type: 'copy', text: written(actions.state) }),
  });
  const shown = child(root, 'div.written');
  shown.hidden = !generated;
  // a screen reader hears the whole of it in the end
  shown.setAttribute('role', 'region');
  shown.setAttribute('aria-label', 'The text');
  shown.tabIndex = 0;
  const atEnd = shown.scrollTop + shown.clientHeight >= shown.scrollHeight - 4;
  setText(child(shown, 'span.begun'), generated?.start ?? '');
  setText(child(shown, 'span.more'), generated?.text ?? '');
  child(shown, 'span.caret').hidden = !going;
  if (going && atEnd) shown.scrollTop = shown.scrollHeight;
}

const written = ({ generated }: ViewState) => (generated ? generated.start + generated.text : '');

function figureField(row: HTMLElement, figure: Figure) {
  const box = child(row, `div.column.figure-${figure.name}`);
  setText(child(box, 'span.name'), figure.title);
  let field = box.querySelector('vscode-textfield');
  if (!field) {
    field = child(box, 'vscode-textfield');
    field.value = figure.initial;
  }
  const typed = field;
  typed.label = figure.title;
  typed.placeholder = figure.placeholder;
  typed.title = figure.explains;
  const sentence = () => figure.fault(typed.value.trim()) ?? '';
  const check = Object.assign(
    () => {
      markInvalid(typed, sentence());
      return sentence() === '';
    },
    { sentence },
  );
  typed.onblur = check;
  typed.oninput = check;
  return { field: typed, check };
}
