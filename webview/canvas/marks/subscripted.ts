import type { Selection } from 'd3';

/** The text in parts, of which every second stands below the line: `n_h` is n, h; `W1` is W, 1. */
export function subscriptParts(value: string): string[] {
  return value.split(/(_[A-Za-z\d]+|(?<=\b[A-Za-z])\d+)/);
}

/**
 * Sets a text with the notes' subscripts: `n_h` with a small h below the line. The underscore stays in the document,
 * unseen, so that what is found and copied is `n_h`.
 */
export function subscripted(text: Selection<SVGTextElement, unknown, null, undefined>, value: string) {
  for (const [i, part] of subscriptParts(value).entries()) {
    if (part === '') continue;
    if (i % 2 === 0) {
      text
        .append('tspan')
        .attr('dy', i > 0 ? '-0.25em' : null)
        .text(part);
      continue;
    }
    if (part.startsWith('_')) text.append('tspan').attr('display', 'none').text('_');
    text.append('tspan').attr('class', 'subscript').attr('dy', '0.25em').text(part.replace('_', ''));
  }
}
