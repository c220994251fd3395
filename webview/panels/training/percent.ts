/** A share as a person reads it: `98.6 %`. */
export const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
