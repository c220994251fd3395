export type Library = 'torch' | 'keras' | 'tensorflow' | 'numpy' | 'other';

/** Which library a program is about: as a folder on its path says, else the one of its imports that stands on the others. */
export function libraryOf(file: string, text: string): Library {
  const folder = /(?:^|[/\\-])(torch|keras|tensorflow|numpy)[/\\]/.exec(file);
  if (folder) return folder[1] as Library;
  const imports = (name: string) => new RegExp(`^\\s*(?:import|from)\\s+${name}\\b`, 'm').test(text);
  if (imports('torch')) return 'torch';
  if (imports('keras') || imports('tensorflow\\.keras') || /\btf\.keras\b/.test(text)) return 'keras';
  if (imports('tensorflow')) return 'tensorflow';
  return imports('numpy') ? 'numpy' : 'other';
}
