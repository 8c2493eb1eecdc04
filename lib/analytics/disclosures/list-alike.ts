import { hashLikeness } from "../case-table/disclosure-table";
import { rowsOf } from "../case-table/child-table";
import type { Snapshot } from "../ask/snapshot";
import type { ChildList } from "../ask/list";
import { latestChildren, ownerOf } from "../select/select-children";

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
  const isOpen = combinations.values.map(({ review }) => review === "open");
  const wanted = hashLikeness(of);
  const places = rowsOf(disclosures, selection().keys).filter(
    (place) => likeness[place] === wanted && isOpen[codes[place] ?? 0] === true,
  );
  return {
    total: places.length,
    owners: (from, to) =>
      Array.from(latestChildren(table, "disclosures", places, from, to), (place) =>
        ownerOf(disclosures, place),
      ),
  };
}
