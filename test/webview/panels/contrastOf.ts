import type { Locator } from 'playwright-core';

/** The contrast of an element's text with what lies behind it, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastOf(element: Locator): Promise<number> {
  return element.evaluate(node => {
    const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const up = (from: Element): Element | undefined =>
      from.parentElement ?? (from.getRootNode() as ShadowRoot).host ?? undefined;
    const behind: string[] = [];
    for (let at: Element | undefined = node; at; at = up(at))
      behind.push(getComputedStyle(at).backgroundColor);
    const luminance = (color: string | undefined) => {
      paint.fillStyle = '#ffffff';
      paint.fillRect(0, 0, 1, 1);
      for (const layer of [...behind.reverse(), color]) {
        if (!layer) continue;
        paint.fillStyle = layer;
        paint.fillRect(0, 0, 1, 1);
      }
      behind.reverse();
      const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map(byte => {
        const share = byte / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const [light, dark] = [luminance(getComputedStyle(node).color), luminance(undefined)].sort(
      (a, b) => b - a,
    );
    return (light! + 0.05) / (dark! + 0.05);
  });
}
