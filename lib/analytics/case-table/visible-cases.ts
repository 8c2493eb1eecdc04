import { isInScope, type Scope } from "@/lib/domain/people/permission";
import { evaluatorOf } from "../facets/facet-groups";
import { countTotals, type GroupTotals } from "../facets/group-totals";
import type { CaseTable } from "./case-table";
import type { CaseTableRow } from "./case-table-row";
import type { Columns } from "./columns";
import { withRoomFor } from "./grown";
import { valuesOf } from "./dictionary";

type Owner = Pick<CaseTableRow, "region" | "teams">;

/** The region and teams of each case, as numbers. */
export type CaseOwners = {
  /** By key: the position of its owner. */
  ofKey: Uint32Array;
  readonly ids: Map<string, number>;
  readonly owners: Owner[];
};

export function createCaseOwners(): CaseOwners {
  return { ofKey: new Uint32Array(0), ids: new Map(), owners: [] };
}

/** Records the owners of cases before they are added to the table. */
export function noteOwners(
  owners: CaseOwners,
  rows: readonly (Owner & Pick<CaseTableRow, "key">)[],
): void {
  for (const { key, region, teams } of rows) {
    owners.ofKey = withRoomFor(owners.ofKey, key);
    owners.ofKey[key] = ownerId(owners, { region, teams });
  }
}

/** The position of an owner, which is added where it is new. */
export function ownerId({ ids, owners }: CaseOwners, owner: Owner): number {
  const name = JSON.stringify([owner.region, owner.teams]);
  const id = ids.get(name) ?? owners.push(owner) - 1;
  ids.set(name, id);
  return id;
}

/** Fields of a table that are a view's own. */
type Visible = {
  readonly version: number;
  readonly columns: Columns;
  readonly count: number;
  readonly evaluators: Set<string>;
};

/**
 * A view of the cases of a table within a scope. It shares rows, names and `asOf` with the whole table and follows it;
 * the other cases are absent, as if removed.
 */
export function visibleCases(whole: CaseTable, owners: CaseOwners, scope: Scope): CaseTable {
  let shared: Columns | null = null;
  let visible: Visible | null = null;
  let totals: { readonly of: Visible; readonly value: GroupTotals } | null = null;
  const now = (): Visible => {
    if (visible?.version === whole.version && shared === whole.columns) return visible;
    shared = whole.columns;
    return (visible = readVisible(whole, owners, scope));
  };
  const own = {
    whole,
    // Aggregates by day follow the whole table's changes.
    changedDays: new Map(),
    get columns() {
      return now().columns;
    },
    get count() {
      return now().count;
    },
    get evaluators() {
      return now().evaluators;
    },
    get totals() {
      const of = now();
      if (totals?.of !== of) totals = { of, value: countTotals(of.columns, whole) };
      return totals.value;
    },
  };
  return withRest(own, whole);
}

/** All other fields are getters of the whole table's current ones. */
function withRest(own: Partial<CaseTable>, whole: CaseTable): CaseTable {
  for (const name of Object.keys(whole) as (keyof CaseTable)[]) {
    if (!(name in own)) Object.defineProperty(own, name, { get: () => whole[name] });
  }
  return own as CaseTable;
}

function readVisible(whole: CaseTable, { ofKey, owners }: CaseOwners, scope: Scope): Visible {
  const { version, end, columns, dictionaries } = whole;
  const isSeen = Uint8Array.from(owners, (owner) => Number(isInScope(scope, owner)));
  const flags = new Uint16Array(columns.capacity);
  const scoreGroups = new Uint8Array(dictionaries.scores.size);
  let count = 0;
  for (let key = 0; key < end; key += 1) {
    const own = columns.flags[key] ?? 0;
    if (own === 0 || isSeen[ofKey[key] ?? 0] !== 1) continue;
    flags[key] = own;
    scoreGroups[columns.scores[key] ?? 0] = 1;
    count += 1;
  }
  const evaluators = new Set<string>();
  scoreGroups.forEach((isMet, group) => {
    if (isMet === 0) return;
    for (const value of valuesOf(dictionaries.scores, "score", group)) {
      evaluators.add(evaluatorOf(value));
    }
  });
  return { version, columns: { ...columns, flags }, count, evaluators };
}
