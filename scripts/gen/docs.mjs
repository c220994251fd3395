export function docsOutput() {
  return [];
}
