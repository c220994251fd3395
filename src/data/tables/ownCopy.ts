/** A text with memory of its own: a cell is a window into the megabyte it was cut from, and would keep all of that. */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : JSON.parse(JSON.stringify(text));
}
