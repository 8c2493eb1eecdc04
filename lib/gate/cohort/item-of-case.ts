import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { Channel } from "@/lib/domain/trace/channel";
import { cutText } from "@/lib/format/cut-text";

/** What an item is made of: a case with what its customer wrote and said. */
type SourceCase = {
  readonly channels: readonly Channel[];
  readonly opening: NonNullable<CohortItem["opening"]>;
  readonly caseId: string;
  readonly customerId: string | null;
  readonly caseType: string | null;
  readonly intent: string | null;
};

const messageMax = 20_000;
const stratumMax = 200;

const idDigits = 8;

/**
 * A case of production as a cohort's item: the channels that the customer used, what they wrote and said. Its stratum
 * is the case's type, else its intent. Its id does not name the case: verdicts keep it, and outlive what is erased.
 * @param cluster see `createClusters`
 * @param sha256 of a text's UTF-8 bytes, hexadecimal
 */
export function itemOfCase(
  source: SourceCase,
  { cluster, expected }: Pick<CohortItem, "cluster" | "expected">,
  sha256: (text: string) => string,
): CohortItem {
  const { caseId, caseType, intent, channels, opening } = source;
  const stratum = caseType ?? intent;
  const kind = (stratum ?? "case").replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40);
  return {
    id: `${kind}-${sha256(caseId).slice(0, idDigits)}`,
    ...{ cluster, expected, source: caseId },
    channels: [...new Set(channels)].filter((channel) => channel !== "unknown"),
    stratum: stratum === null ? null : cutText(stratum, stratumMax - 1),
    opening: opening
      .filter(({ text }) => text.trim() !== "")
      .map(({ channel, text }) => ({
        channel,
        text: text.length > messageMax ? cutText(text, messageMax - 1) : text,
      })),
  };
}

/**
 * Names each customer of a cohort "c1", "c2" and so on, which says nothing of them beyond which cases they share.
 * @param items that have a cluster already
 * @param customers of those items, by item
 * @returns the cluster of a customer; null: the customer is not known
 */
export function createClusters(
  items: readonly CohortItem[],
  customers: ReadonlyMap<string, string>,
): (customerId: string | null) => string | null {
  const taken = new Set(items.map(({ cluster }) => cluster));
  const known = new Map(
    items.flatMap(({ id, cluster }): [string, string][] => {
      const customer = customers.get(id);
      return cluster === null || customer === undefined ? [] : [[customer, cluster]];
    }),
  );
  let last = 0;
  return (customerId) => {
    if (customerId === null) return null;
    const found = known.get(customerId);
    if (found !== undefined) return found;
    do last += 1;
    while (taken.has(`c${String(last)}`));
    const cluster = `c${String(last)}`;
    known.set(customerId, cluster);
    return cluster;
  };
}
