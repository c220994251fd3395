import type { Selection } from 'd3';

/** The text in parts, of which every second stands below the line: `n_h` is n, h; `W1` is W, 1. */
export function subscriptParts(value: string): string[] {
  return value.split(/(_[A-Za-z\d]+|(?<=\b[A-Za-z])\d+)/);
}

/** How far a subscript stands below the line, in pixels. */
const DROP = 3;

type Text = Selection<SVGTextElement, unknown, null, undefined>;

/**
 * Appends a text with the notes' subscripts: `n_h` with a small h below the line. The underscore stays in the document,
 * unseen, so that what is found and copied is `n_h`. `style` is the class of all its parts.
 */
export function subscripted(text: Text, value: string, style = '') {
  for (const [i, part] of subscriptParts(value).entries()) {
    if (part === '') continue;
    if (i % 2 === 0) {
      onLine(text, part, style);
      continue;
    }
    if (part.startsWith('_')) text.append('tspan').attr('display', 'none').text('_');
    text.append('tspan').attr('class', `subscript ${style}`).attr('dy', DROP).text(part.replace('_', ''));
  }
}

/** Appends a text on the line, also where a subscript stands before it. */
export function onLine(text: Text, value: string, style = '') {
  const last = text.node()?.lastElementChild;
  const lowered = last?.classList.contains('subscript') === true;
  text
    .append('tspan')
    .attr('class', style)
    .attr('dy', lowered ? -DROP : null)
    .text(value);
}
