/** The numbers of this build. */
export type Real = f64;
/** Numbers in a vector register. */
export const lanes: i32 = 2;
/** log₂ of a number's bytes. */
export const shift: usize = 3;
