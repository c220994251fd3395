import type { Span, TextEdit } from '../../problem';
import type { JsonNode } from '../json/jsonNode';
import { member, nodeAt, type Path, spanOf } from '../json/members';
import type { JsonText } from '../json/readJson';
import { setMembers, setValue } from '../json/setValue';
import { inOrder } from '../json/textEdits';
import type { FoundProblems } from './foundProblems';
import { keyOrder } from './keyOrder';
import type { SchemaFault } from './schemaFault';

/** Takes faults whose paths begin at `base`, an absolute path, and the id of the layer they belong to. */
export type Report = (
  faults: readonly SchemaFault[],
  base: Path,
  layer?: { readonly id: string; readonly depth: number },
) => void;

/** A fault at its place in the text, with its fixes as edits of it where the text is whole. */
export function findFault(
  found: FoundProblems,
  json: JsonText,
  root: JsonNode,
  fault: SchemaFault,
  base: Path,
  layer: { readonly id: string; readonly depth: number } | undefined,
): void {
  const path = [...base, ...fault.path];
  const span = faultSpan(root, path, fault);
  found.add('error', span, () => {
    const steps = fault.missing === undefined ? path : [...path, fault.missing];
    const field = steps.slice(layer?.depth ?? 0).join('.');
    return found.withFixes(
      {
        code: fault.code,
        severity: 'error',
        message: fault.message,
        span,
        ...(layer && { layer: layer.id }),
        ...(field && { field }),
      },
      () =>
        json.problems.length > 0
          ? []
          : fault.fixes.map(fix => ({
              title: fix.title,
              edits:
                'rename' in fix
                  ? renameField(json, [...base, ...fix.rename], fix.to)
                  : inOrder(setValue(json, [...base, ...fix.set], fix.value, keyOrder)),
            })),
    );
  });
}

/** The value; the name of a field that shouldn't be there; where a field is missing, the object's `type` or its brace. */
function faultSpan(root: JsonNode, path: Path, fault: SchemaFault): Span {
  if (fault.code === 'unknown-field') {
    const owner = nodeAt(root, path.slice(0, -1));
    const found = member(owner, String(path.at(-1)));
    if (found) return spanOf(found.key);
  }
  const node = nodeAt(root, path) ?? root;
  if (fault.missing === undefined || node.type !== 'object') return spanOf(node);
  const half = member(node, fault.missing);
  if (half) return spanOf(half.key);
  const type = member(node, 'type')?.value;
  if (type) return spanOf(type);
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  return key ? spanOf(key) : { start: node.offset, end: node.offset + 1 };
}

function renameField({ text, root, layout }: JsonText, path: Path, to: string): TextEdit[] {
  const owner = nodeAt(root, path.slice(0, -1));
  const found = member(owner, String(path.at(-1)));
  if (!owner || !found) return [];
  // a field that is there already keeps its value
  if (member(owner, to)) return setMembers(text, owner, { [found.name]: undefined }, undefined, layout);
  return [{ offset: found.key.offset, length: found.key.length, text: JSON.stringify(to) }];
}
