import type { CohortItem, CohortRecord } from "@/lib/domain/gate/cohort";

/** Items in the one form that is hashed and stored: by id, fields in a fixed order, what is not stated left out. */
export function canonicalItems(items: readonly CohortItem[]): CohortItem[] {
  return items.map(canonicalItem).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function canonicalItem(item: CohortItem): CohortItem {
  const { id, cluster, channels, expected, stratum } = item;
  const { opening = [], situation, scenario, persona, source } = item;
  return {
    ...{ id, cluster, channels: [...new Set(channels)].sort(), expected, stratum },
    ...(opening.length > 0 && { opening: opening.map(({ channel, text }) => ({ channel, text })) }),
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
