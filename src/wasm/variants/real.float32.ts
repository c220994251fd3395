/** The numbers of this build. */
export type Real = f32;
/** Numbers in a vector register. */
export const lanes: i32 = 4;
/** log₂ of a number's bytes. */
export const shift: usize = 2;
