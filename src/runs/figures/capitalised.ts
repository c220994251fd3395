/** `test accuracy` as it begins a line: `Test accuracy`. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
