import { kinds, layerOf } from '../layers';
import type { LayerFault } from '../layers/layer';
import type { Fix } from '../problem';
import { editParsed } from './edit';
import type { LayerNode } from './network';
import type { FoundProblems } from './reading/foundProblems';
import { layerSpan, type ParsedNetwork } from './reading/parse';

/** What a layer's own shape rule found wrong, with its fixes as edits of the text. */
export function findLayerProblem(
  found: FoundProblems,
  parsed: ParsedNetwork,
  layer: LayerNode,
  fault: LayerFault,
): void {
  const severity = fault.severity ?? 'error';
  const span = layerSpan(layer, fault.field);
  found.add(severity, span, () =>
    found.withFixes(
      {
        code: fault.code,
        severity,
        message: fault.message,
        span,
        layer: layer.id,
        ...(fault.field && { field: fault.field }),
      },
      () => fixesOf(parsed, layer, fault),
    ),
  );
}

function fixesOf(parsed: ParsedNetwork, layer: LayerNode, fault: LayerFault): Fix[] {
  const fixes = fault.fixes ?? [];
  const giver = giverOf(parsed, layer);
  const setsBefore = fixes.some(fix => 'setBefore' in fix && giver && hasField(giver, fix.setBefore.field));
  return fixes.flatMap(fix => {
    const before = layer.inputs[0];
    if ('setBefore' in fix) {
      const { title, setBefore } = fix;
      if (!giver || !setsBefore) return [];
      return { title, edits: editParsed(parsed, [{ kind: 'set-field', id: giver.id, ...setBefore }]) };
    }
    if ('set' in fix) {
      return {
        title: fix.title,
        edits: editParsed(parsed, [{ kind: 'set-field', id: layer.id, ...fix.set }]),
      };
    }
    if ('change' in fix) {
      const edits = Object.entries(fix.change).map(
        ([field, value]) => ({ kind: 'set-field', id: layer.id, field, value }) as const,
      );
      return { title: fix.title, edits: editParsed(parsed, edits) };
    }
    if (before === undefined || setsBefore) return [];
    const { type } = fix.insertBefore;
    return {
      title: fix.title,
      edits: editParsed(parsed, [{ kind: 'insert-layer', type, from: before, to: layer.id }]),
    };
  });
}

/** The layer whose values come in: behind what only normalises them, leaves some out or gives a function of each. */
function giverOf({ network }: ParsedNetwork, layer: LayerNode): LayerNode | undefined {
  const seen = new Set<LayerNode>();
  const before = ({ inputs: [id] }: LayerNode) => network?.layers.find(other => other.id === id);
  let at = before(layer);
  while (at && !seen.has(at)) {
    seen.add(at);
    const definition = layerOf(at.type);
    if (!definition || !kinds[definition.kind].keepsPlaces) return at;
    at = before(at);
  }
  return undefined;
}

function hasField({ type }: LayerNode, field: string): boolean {
  return field in (layerOf(type)?.fields ?? {});
}
