import { changeDocument } from '../../document/changeDocument';
import type { Answer } from './answer';

/** Its edits are offsets in the text of a version, so it is dropped where the text has moved on. */
export const fix: Answer<'fix'> = ({ version, edits }, { document }) =>
  changeDocument(document, () => (document.version === version ? edits : []));
