import { svgColor } from './svgColor';

/** What is inherited is written only where it differs from the parent's. */
const inherited = [
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'stroke-width',
] as const;

/**
 * Writes the computed styles of a drawing into its attributes, takes out what isn't shown, and the classes and labels
 * that only mean something in the page.
 */
export function inlineStyles(element: Element, parent?: CSSStyleDeclaration) {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') {
    element.remove();
    return;
  }
  for (const name of inherited) {
    const value = style.getPropertyValue(name);
    if (value !== parent?.getPropertyValue(name)) element.setAttribute(name, value);
  }
  for (const name of ['fill', 'stroke'] as const) {
    const value = style.getPropertyValue(name);
    if (value === parent?.getPropertyValue(name)) continue;
    const { color, opacity } = svgColor(value);
    element.setAttribute(name, color);
    if (opacity < 1) element.setAttribute(`${name}-opacity`, opacity.toFixed(3));
  }
  if (style.opacity !== '1') element.setAttribute('opacity', style.opacity);
  // the children first, while the classes still give them their styles
  for (const child of [...element.children]) inlineStyles(child, style);
  for (const { name } of [...element.attributes]) {
    if (/^(class|role|tabindex|aria-|data-)/.test(name)) element.removeAttribute(name);
  }
}
