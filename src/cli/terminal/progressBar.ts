/** `███████░░░░░░░  35 %  ` and what comes after it. */
export function progressBar(share: number, after: string, width = 24): string {
  const bounded = Math.min(1, Math.max(0, share));
  const filled = Math.round(bounded * width);
  const percent = String(Math.floor(bounded * 100)).padStart(3);
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${percent} %  ${after}`;
}
