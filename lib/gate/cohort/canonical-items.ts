import type { CohortItem, CohortRecord } from "@/lib/domain/gate/cohort";
import type { GateAction } from "@/lib/domain/gate/gate-action";

/** Items in the one form that is hashed and stored: by id, fields in a fixed order, what is not stated left out. */
export function canonicalItems(items: readonly CohortItem[]): CohortItem[] {
  return items.map(canonicalItem).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function canonicalItem(item: CohortItem): CohortItem {
  const { id, cluster, channels, expected, stratum } = item;
  const { opening = [], actions, situation, scenario, persona, source } = item;
  return {
    ...{ id, cluster, channels: [...new Set(channels)].sort(), expected, stratum },
    ...(opening.length > 0 && { opening: opening.map(({ channel, text }) => ({ channel, text })) }),
    ...(actions !== undefined && { actions: actions.map(canonicalAction).sort(byText) }),
    ...(situation !== undefined && { situation }),
    ...(scenario !== undefined && { scenario: canonicalRecord(scenario) }),
    ...(persona !== undefined && { persona: canonicalRecord(persona) }),
    ...(source !== undefined && { source }),
  };
}

function canonicalRecord({ name, fields }: CohortRecord): CohortRecord {
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return { name, fields: Object.fromEntries(sorted) };
}

function canonicalAction({ tool, arguments: given }: GateAction): GateAction {
  const sorted = Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1));
  return { tool, arguments: Object.fromEntries(sorted) };
}

function byText(a: GateAction, b: GateAction): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
