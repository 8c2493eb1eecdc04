import { hashFeature } from "@/lib/learning/hash-feature";
import { chanceFrom } from "./chance";
import type { DataRow } from "./data-sets";

const groups = 5;

/** The cross-validation group of an intent. */
export function groupOfIntent(row: DataRow): string {
  const group = row.meta["part"];
  return typeof group === "string"
    ? group
    : `part ${String(hashFeature(String(row.label), 30) % groups)}`;
}

/**
 * Pairs of requests, half of one intent and half of two, both from the same group, so that a left-out group shares no
 * intent with the training rows.
 * @param pairsMax approximate number of pairs
 */
export function issuePairs(rows: readonly DataRow[], pairsMax: number): readonly DataRow[] {
  const labelled = rows.filter(({ label }) => typeof label === "string" && label !== "oos");
  const [byIntent, byGroup] = [
    groupBy(labelled, ({ label }) => String(label)),
    groupBy(labelled, groupOfIntent),
  ];
  const below = chanceFrom("pairs");
  const step = Math.max(1, Math.floor((2 * labelled.length) / pairsMax));
  return labelled.flatMap((row, index) => {
    if (index % step !== 0) return [];
    const alike = (byIntent.get(String(row.label)) ?? []).filter((each) => each.id !== row.id);
    const others = (byGroup.get(groupOfIntent(row)) ?? []).filter(
      ({ label }) => label !== row.label,
    );
    const [same, other] = [alike[below(alike.length || 1)], others[below(others.length || 1)]];
    return [
      ...(same === undefined ? [] : [pairOf(row, same, 1)]),
      ...(other === undefined ? [] : [pairOf(row, other, 0)]),
    ];
  });
}

function pairOf(a: DataRow, b: DataRow, label: number): DataRow {
  return {
    ...a,
    id: `${a.id}+${b.id}`,
    messages: [],
    a: a.messages,
    b: b.messages,
    label,
    meta: { part: groupOfIntent(a) },
  };
}

function groupBy(
  rows: readonly DataRow[],
  keyOf: (row: DataRow) => string,
): ReadonlyMap<string, readonly DataRow[]> {
  const groups = new Map<string, DataRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
