import type { Problem, Span } from '../../problem';
import { editParsed } from '../edit';
import { layerSpan } from '../parse';
import { inWrittenIds } from '../writtenIds';
import { rules } from './all';
import type { Finding, Rule, Subject } from './rule';

export { rules } from './all';
export type { Rule, RuleExample } from './rule';

/** More would tell a person nothing. */
const maxProblems = 500;
/** A fix may take as long as the list is, so only the first ones are worked out. */
const maxFixed = 100;

/** What every rule finds in a network. */
export function findProblems(subject: Subject): Problem[] {
  const problems: Problem[] = [];
  const say = inWrittenIds(subject.network);
  for (const rule of rules) {
    rule.check({
      ...subject,
      report: finding => {
        if (problems.length >= maxProblems) return;
        const fixes = problems.length < maxFixed ? finding.fixes : [];
        problems.push(problemOf(subject, rule, { ...finding, fixes }, say));
      },
    });
  }
  return problems;
}

function problemOf(
  { parsed, network }: Subject,
  rule: Rule,
  finding: Finding,
  say: (text: string) => string,
): Problem {
  const { message, layer, field, fixes = [], related = [] } = finding;
  return {
    code: finding.code ?? rule.code,
    severity: finding.severity ?? rule.severity,
    message: say(message),
    span: finding.span ?? (layer ? layerSpan(layer, field) : pathSpan(network, field)),
    ...(layer && { layer: layer.id }),
    ...(field !== undefined && { field }),
    related: related.map(other => ({
      message: say(other.message),
      span: layerSpan(other.layer, other.field),
    })),
    fixes: fixes.flatMap(({ title, edits }) => {
      const made = editParsed(parsed, edits);
      return made.length > 0 ? [{ title: say(title), edits: made }] : [];
    }),
  };
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
