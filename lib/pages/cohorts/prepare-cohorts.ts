import type { CohortOrigin, CohortVersion } from "@/lib/domain/gate/stored-cohort";
import { formatCount, formatCounted } from "@/lib/format/format";
import { groupBy } from "@/lib/format/group-by";
import { percent } from "@/lib/format/share-words";
import type { CohortLine, CohortsModel } from "./cohorts-model";
import { cohortHref } from "./url";

/** What the list of cohorts is made of. */
export type CohortsFacts = {
  /** Every version of every cohort, the latest first. */
  readonly versions: readonly CohortVersion[];
  /** Items over two channels or more, by the version's id. */
  readonly crossing: ReadonlyMap<number, number>;
  /** Each run with what it says that it replayed: a name or a hash. */
  readonly runs: readonly { readonly run: string; readonly cohorts: readonly string[] }[];
  /** Names of accounts by public id. */
  readonly names: ReadonlyMap<string, string>;
};

/** Prepares the list of cohorts. */
export function prepareCohorts(facts: CohortsFacts): CohortsModel {
  const byName = groupBy(facts.versions, ({ name }) => name);
  const lines = [...byName].flatMap(([name, versions]): CohortLine[] => {
    const [latest] = versions;
    return latest === undefined ? [] : [lineOf(name, latest, versions, facts)];
  });
  return { lines };
}

function lineOf(
  name: string,
  latest: CohortVersion,
  versions: readonly CohortVersion[],
  { crossing, runs, names }: CohortsFacts,
): CohortLine {
  const { id, version, size, origin, createdBy, createdUs } = latest;
  const known = new Set([name, ...versions.map(({ sha256 }) => sha256)]);
  const own = runs.filter(({ cohorts }) => cohorts.some((each) => known.has(each)));
  const cross = crossing.get(id) ?? 0;
  return {
    ...{ name, version, href: cohortHref(name), madeUs: createdUs },
    size: formatCounted(size, "case"),
    crossChannel: size === 0 ? "–" : `${formatCount(cross)} (${percent(cross / size, size)})`,
    origin: originWords(origin),
    madeBy: madeByWords(createdBy, names),
    runs: formatCount(new Set(own.map(({ run }) => run)).size),
  };
}

/** Where the cases of a version are from, in words. */
export function originWords(origin: CohortOrigin): string {
  switch (origin.kind) {
    case "filter":
      return "All cases of a list";
    case "ids":
      return "Cases by their ids";
    case "sample": {
      const by = origin.by === "risk" ? "with more of high risk" : "by intent, path and risk";
      return `A sample ${by}, seed ${String(origin.seed)}`;
    }
    case "import":
      return `Read from ${origin.file}`;
    case "expected":
      return `Version ${String(origin.of)}, with the actions of ${origin.run} as expected`;
    case "added":
      return `A case added to version ${String(origin.to)}, or what was expected of it`;
  }
}

/** Who made a version, in words. @param createdBy public id; null: a command */
function madeByWords(createdBy: string | null, names: ReadonlyMap<string, string>): string {
  return createdBy === null ? "a command" : (names.get(createdBy) ?? "a visitor of the demo");
}
