import { formatCounted } from "@/lib/format/format";

/** Releases drawn; the latest are shown. */
const releasesMost = 16;

type Named<Tally> = Tally & { readonly release: string };

/**
 * The releases that a chart draws, of tallies in the order of the releases; those without a name are left out.
 * @param chosen by a filter; empty: any
 * @returns the latest, and a note on those that are not drawn: "" where there are none
 */
export function shownReleases<Tally extends { readonly release: string | null }>(
  tallies: readonly Tally[],
  chosen: readonly string[],
): { readonly shown: readonly Named<Tally>[]; readonly leftOut: string } {
  const named = tallies.filter(
    (each): each is Named<Tally> =>
      each.release !== null && (chosen.length === 0 || chosen.includes(each.release)),
  );
  const shown = named.slice(-releasesMost);
  const others = named.length - shown.length;
  return {
    shown,
    leftOut: others === 0 ? "" : `${formatCounted(others, "earlier release")} not shown.`,
  };
}
