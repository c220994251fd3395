import * as z from 'zod';

/** Pixels at the four sides of a picture. */
export const sides = (initial: number, what: string) => {
  const side = (title: string) =>
    z
      .int()
      .min(0)
      .max(10_000)
      .default(initial)
      .meta({
        title,
        description: `How many rows or columns of pixels are ${what} at the ${title.toLowerCase()}.`,
      });
  return { top: side('Top'), bottom: side('Bottom'), left: side('Left'), right: side('Right') };
};
