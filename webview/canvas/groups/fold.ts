import type { LayerReport } from '../../../src/core/network/network';
import type { LayerCard } from '../scene/layerCard';
import type { Group } from './groupsOf';

/** The cards with each folded group as one, which the others' inputs name in the place of its layers. */
export function fold(cards: readonly LayerCard[], groups: readonly Group[]): LayerCard[] {
  const groupOf = new Map(groups.flatMap(group => group.ids.map(id => [id, group] as const)));
  if (groupOf.size === 0) return [...cards];
  const byId = new Map(cards.map(card => [card.id, card]));
  const inputsOf = (ids: readonly string[], own?: Group) => {
    const inputs = ids.flatMap(id => byId.get(id)!.layer.inputs);
    const keys = inputs.filter(id => !own || groupOf.get(id) !== own).map(id => groupOf.get(id)?.key ?? id);
    return [...new Set(keys)];
  };
  const done = new Set<Group>();
  return cards.flatMap(card => {
    const group = groupOf.get(card.id);
    if (!group) {
      const inputs = inputsOf([card.id]);
      return [inputs.every((id, i) => id === card.layer.inputs[i]) ? card : withInputs(card, inputs)];
    }
    if (done.has(group)) return [];
    done.add(group);
    return [
      groupCard(
        group,
        group.ids.map(id => byId.get(id)!),
        inputsOf(group.ids, group),
      ),
    ];
  });
}

function withInputs(card: LayerCard, inputs: readonly string[]): LayerCard {
  return { ...card, layer: { ...card.layer, inputs } };
}

/** It gives what its last layer gives, and has the problems of all. */
function groupCard(group: Group, members: readonly LayerCard[], inputs: readonly string[]): LayerCard {
  const last = members.at(-1)!;
  const count = sum(members.map(({ report }) => report?.parameterCount));
  const same = new Set(members.map(({ title }) => title)).size === 1;
  return {
    ...last,
    id: group.key,
    layer: { ...last.layer, id: group.key, inputs },
    definition: undefined,
    report: last.report && withoutParameters(last.report),
    role: members.find(({ role }) => role !== 'hidden')?.role ?? 'hidden',
    title: kindOf(group, same ? members[0]!.title : undefined),
    icon: 'layers',
    units: undefined,
    activation: undefined,
    lines: [],
    parameters: count === undefined ? undefined : `${count.toLocaleString('en')} parameters`,
    names: undefined,
    frozen: members.every(({ frozen }) => frozen),
    problems: members.flatMap(({ problems }) => problems),
    selected: members.some(({ selected }) => selected),
    group,
  };
}

/** `Dense × 28`; `10 layers × 3`; `7 layers`. */
function kindOf({ ids, times }: Group, kind: string | undefined): string {
  const period = ids.length / times;
  const what = period === 1 && kind ? kind : `${period} layers`;
  return times > 1 ? `${what} × ${times}` : what;
}

function withoutParameters(report: LayerReport): LayerReport {
  return { ...report, parameters: [], values: [], worked: [], states: [] };
}

function sum(counts: readonly (number | undefined)[]): number | undefined {
  return counts.every(count => count !== undefined)
    ? counts.reduce((total, count) => total + count, 0)
    : undefined;
}
