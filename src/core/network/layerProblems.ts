import type { LayerFault } from '../layers/layer';
import type { Problem } from '../problem';
import { editParsed } from './edit';
import type { LayerNode } from './network';
import { layerSpan, type ParsedNetwork } from './parse';

/** What a layer's own shape rule found wrong, with its fixes as edits of the text. */
export function layerProblem(parsed: ParsedNetwork, layer: LayerNode, fault: LayerFault): Problem {
  return {
    code: fault.code,
    severity: fault.severity ?? 'error',
    message: fault.message,
    span: layerSpan(layer, fault.field),
    layer: layer.id,
    ...(fault.field && { field: fault.field }),
    fixes: (fault.fixes ?? []).flatMap(fix => {
      const before = layer.inputs[0];
      if ('set' in fix) {
        return {
          title: fix.title,
          edits: editParsed(parsed, [{ kind: 'set-field', id: layer.id, ...fix.set }]),
        };
      }
      if (before === undefined) return [];
      const { type } = fix.insertBefore;
      return {
        title: fix.title,
        edits: editParsed(parsed, [{ kind: 'insert-layer', type, from: before, to: layer.id }]),
      };
    }),
  };
}
