import type { Problem, Span } from '../../problem';
import { editParsed } from '../edit';
import { type FoundProblems, mostLookedFor } from '../reading/foundProblems';
import { layerSpan } from '../reading/parse';
import { inWrittenIds } from '../writtenIds';
import { rules } from './all';
import type { Finding, Rule, Subject } from './rule';

export { rules } from './all';
export type { Rule, RuleExample } from './rule';

/** What every rule finds in a network. */
export function findProblems(found: FoundProblems, subject: Subject): void {
  const say = inWrittenIds(subject.network);
  for (const rule of rules) {
    // of layers that weren't read anything may be said
    if (found.enough) {
      found.leaveOff();
      break;
    }
    checkRule(found, subject, rule, say);
  }
}

/** Thrown through a rule that has found as much as anybody looks for. */
class Enough extends Error {}

function checkRule(found: FoundProblems, subject: Subject, rule: Rule, say: (text: string) => string): void {
  let count = 0;
  const report = (finding: Finding) => {
    if (count++ >= mostLookedFor) throw new Enough();
    const { layer, field, severity = rule.severity } = finding;
    const span = finding.span ?? (layer ? layerSpan(layer, field) : pathSpan(subject.network, field));
    found.add(severity, span, () => problemOf(found, subject, rule, finding, span, say));
  };
  try {
    rule.check({ ...subject, report });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    found.leaveOff();
  }
}

function problemOf(
  found: FoundProblems,
  { parsed }: Subject,
  rule: Rule,
  finding: Finding,
  span: Span,
  say: (text: string) => string,
): Problem {
  const { message, layer, field, related = [] } = finding;
  return found.withFixes(
    {
      code: finding.code ?? rule.code,
      severity: finding.severity ?? rule.severity,
      message: say(message),
      span,
      ...(layer && { layer: layer.id }),
      ...(field !== undefined && { field }),
      related: related.map(other => ({
        message: say(other.message),
        span: layerSpan(other.layer, other.field),
      })),
    },
    () =>
      (finding.fixes ?? []).flatMap(({ title, edits }) => {
        const made = editParsed(parsed, edits);
        return made.length > 0 ? [{ title: say(title), edits: made }] : [];
      }),
  );
}

/** Of the value at `path`, or the nearest around it that is written; the beginning of the file at last. */
function pathSpan(network: { span(path: string): Span | undefined }, path = ''): Span {
  const steps = path.split('.');
  for (let n = steps.length; n > 0; n--) {
    const span = network.span(steps.slice(0, n).join('.'));
    if (span) return span;
  }
  return { start: 0, end: 1 };
}
