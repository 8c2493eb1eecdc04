import { channels, type Channel } from "@/lib/domain/trace/channel";
import { outcomes, type Outcome } from "@/lib/domain/case/outcome";
import type { CaseTable } from "../case-table/case-table";
import { orderRange } from "../select/order-range";
import { caseTies } from "../select/tie-order";

/** Orders of drawn journeys: the latest opened, the longest, the worst outcome first. */
export const journeyOrders = ["opened", "duration", "outcome"] as const;
export type JourneyOrder = (typeof journeyOrders)[number];

/** A case with the starts of its contacts. Instants are microseconds since 1970. */
export type SampledJourney = {
  readonly key: number;
  readonly outcome: Outcome;
  readonly contacts: readonly { readonly channel: Channel; readonly startUs: number }[];
  readonly endUs: number;
};

export type JourneySample = {
  /** Cases with any contact. */
  readonly all: number;
  readonly journeys: readonly SampledJourney[];
};

/**
 * The first few of some cases, in an order.
 * @param keys of the cases
 * @param ranks of outcomes by index in `outcomes`, the lowest first
 */
export function sampleJourneys(
  table: CaseTable,
  keys: Uint32Array,
  order: JourneyOrder,
  { most, ranks }: { readonly most: number; readonly ranks: readonly number[] },
): JourneySample {
  const { columns, contacts } = table;
  const found = new Uint32Array(keys.length);
  const values = new Float64Array(keys.length);
  let all = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const count = contacts.count[key] ?? 0;
    if (count === 0) continue;
    const first = contacts.first[key] ?? 0;
    const startUs = contacts.instants.startUs[first] ?? 0;
    found[all] = key;
    values[all] =
      order === "opened"
        ? -startUs
        : order === "duration"
          ? startUs - (contacts.instants.startUs[first + count - 1] ?? 0)
          : (ranks[columns.outcome[key] ?? 0] ?? 0);
    all += 1;
  }
  const ordered = orderRange(found.subarray(0, all), values.subarray(0, all), 0, most, {
    ties: caseTies(table),
  });
  return { all, journeys: Array.from(ordered, (key) => journeyAt(table, key)) };
}

function journeyAt({ columns, contacts }: CaseTable, key: number): SampledJourney {
  const first = contacts.first[key] ?? 0;
  const places = Array.from({ length: contacts.count[key] ?? 0 }, (_, index) => first + index);
  const { startUs, endUs } = contacts.instants;
  return {
    key,
    outcome: outcomes[columns.outcome[key] ?? 0] ?? "unknown",
    contacts: places.map((place) => ({
      channel: channels[contacts.integers.channel[place] ?? 0] ?? "unknown",
      startUs: startUs[place] ?? 0,
    })),
    endUs: Math.max(...places.map((place) => endUs[place] ?? 0)),
  };
}
