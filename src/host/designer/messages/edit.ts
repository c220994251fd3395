import { editNetwork } from '../../../core/network/edit';
import { changeDocument } from '../../document/changeDocument';
import type { Answer } from './answer';

/** A gesture on the canvas: one undo step. */
export const edit: Answer<'edit'> = ({ edits }, { document }) =>
  changeDocument(document, text => editNetwork(text, edits));
