import { hashLikeness } from "../case-table/disclosure-table";
import { rowsOf } from "../case-table/child-table";
import type { Snapshot } from "../ask/snapshot";
import type { ChildList } from "../ask/list";
import { keepPassing, keepThose, latestChildren, ownerOf } from "../select/select-children";

/**
 * Lists the findings that may be identical to one and that nobody has decided on, itself included, the latest first.
 * They are compared by a hash: whoever reads their rows has to compare `likeness` itself.
 * @param of the finding's `likeness`
 */
export function listAlike(
  { table, selection }: Pick<Snapshot, "table" | "selection">,
  of: string,
): ChildList {
  const { disclosures } = table;
  const { codes, combinations } = disclosures.dimensionGroups.disclosures;
  const { likeness } = disclosures.amounts;
  const isLeft = Uint8Array.from(combinations.values, ({ review }) => Number(review === "open"));
  const wanted = hashLikeness(of);
  const open = keepThose(rowsOf(disclosures, selection().keys), { codes, isLeft });
  const places = keepPassing(open, (place) => likeness[place] === wanted);
  return {
    total: places.length,
    owners: (from, to) =>
      Array.from(latestChildren(table, "disclosures", places, from, to), (place) =>
        ownerOf(disclosures, place),
      ),
  };
}
