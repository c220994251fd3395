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

/** What means something only in the page. */
const onlyInPage = /^(class|role|tabindex|style|aria-|data-)/;

type Attributes = Map<string, string>;

/**
 * Writes the computed styles of a drawing into its attributes, and takes out what isn't shown. All is read before
 * anything is written: else the browser would work out all styles anew for each element.
 */
export function inlineStyles(root: Element) {
  const attributes = new Map<Element, Attributes | 'hidden'>();
  read(root, undefined, attributes);
  for (const [element, styles] of attributes) {
    if (styles === 'hidden') {
      element.remove();
      continue;
    }
    for (const { name } of [...element.attributes]) {
      if (onlyInPage.test(name)) element.removeAttribute(name);
    }
    for (const [name, value] of styles) element.setAttribute(name, value);
  }
}

function read(
  element: Element,
  parent: Readonly<Record<string, string>> | undefined,
  found: Map<Element, Attributes | 'hidden'>,
) {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') {
    found.set(element, 'hidden');
    return;
  }
  const attributes: Attributes = new Map();
  const own: Record<string, string> = {};
  for (const name of inherited) {
    own[name] = style.getPropertyValue(name);
    if (own[name] !== parent?.[name]) attributes.set(name, own[name]);
  }
  for (const name of ['fill', 'stroke'] as const) {
    own[name] = style.getPropertyValue(name);
    if (own[name] === parent?.[name]) continue;
    const { color, opacity } = svgColor(own[name]);
    attributes.set(name, color);
    if (opacity < 1) attributes.set(`${name}-opacity`, opacity.toFixed(3));
    // the parent's would hold on
    else if (parent) attributes.set(`${name}-opacity`, '1');
  }
  if (style.opacity !== '1') attributes.set('opacity', style.opacity);
  found.set(element, attributes);
  for (const child of element.children) read(child, own, found);
}
