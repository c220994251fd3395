export function trustFiles(folder: string, words: string[]): string[];
