/** How far one can zoom. */
export const SMALLEST = 0.02;
export const LARGEST = 4;
/** A small network isn't blown up. */
export const LARGEST_FIT = 1.25;
