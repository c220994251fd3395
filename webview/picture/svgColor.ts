/** A colour as every reader of SVG knows it. */
export interface SvgColor {
  /** `#rrggbb` or `none`. */
  readonly color: string;
  readonly opacity: number;
}

/** From what a browser computes: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`, `color(srgb 0.1 0.2 0.3 / 0.5)`, `none`. */
export function svgColor(computed: string): SvgColor {
  const [, form, values] = /^(rgba?|color)\((.*)\)$/.exec(computed) ?? [];
  if (values === undefined) return { color: computed, opacity: 1 };
  const numbers = values.match(/(?<![\w.])-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const scale = form === 'color' ? 255 : 1;
  const [red = 0, green = 0, blue = 0, opacity = 1] = numbers;
  const hex = [red, green, blue].map(value =>
    Math.round(Math.min(255, Math.max(0, value * scale)))
      .toString(16)
      .padStart(2, '0'),
  );
  return { color: `#${hex.join('')}`, opacity };
}
