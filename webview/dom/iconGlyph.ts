const glyphs = new Map<string, string>();

/** The character of a codicon, for text in SVG; empty where the icon font isn't there. Read from its style sheet. */
export function iconGlyph(name: string): string {
  const known = glyphs.get(name);
  if (known !== undefined) return known;
  const probe = document.createElement('span');
  probe.className = `codicon codicon-${name}`;
  document.body.append(probe);
  const content = getComputedStyle(probe, '::before').content;
  probe.remove();
  const glyph = content === 'none' || content === 'normal' ? '' : content.replaceAll('"', '');
  // the style sheet may be on its way still
  if (glyph) glyphs.set(name, glyph);
  return glyph;
}
