import { expect, it } from "vitest";
import { channels } from "@/lib/domain/trace/channel";
import { seededBelow } from "@/lib/stats/seeded-below";
import { normalQuantile } from "@/lib/stats/quantiles/normal-quantile";
import { seededRandom } from "@/lib/testing/seeded-random";
import { channelGaps, type GapContacts } from "./gaps";

const random = seededRandom(23);
const normal = () => normalQuantile((random.below(1e9) + 0.5) / 1e9);

/** Customers with one way of being spoken to each, and two to six contacts on two channels. */
function drawn(customers: number): readonly GapContacts[] {
  const contacts = Array.from({ length: customers }, (_, customer) => {
    const own = normal();
    return Array.from({ length: 2 + random.below(5) }, () => {
      const [channel, kind] = [random.below(2), random.below(3)];
      return { channel, kind, customer, value: kind + own + normal() };
    });
  }).flat();
  return channels.map((_, at) => {
    const of = contacts.filter(({ channel }) => channel === at);
    return {
      values: Float64Array.from(of, ({ value }) => value),
      kinds: Uint32Array.from(of, ({ kind }) => kind),
      customers: Uint32Array.from(of, ({ customer }) => customer),
    };
  });
}

it.each([
  ["few contacts, whose customers are drawn", 120],
  ["many contacts, whose customers are left out", 1500],
])("the interval holds that nothing lies apart nineteen times in twenty: %s", (_, customers) => {
  const runs = 200;
  let held = 0;
  for (let run = 0; run < runs; run += 1) {
    const [gap] = channelGaps(drawn(customers), 3, () => null, seededBelow(run));
    const [low, high] = gap?.interval ?? [1, -1];
    held += Number(low <= 0 && high >= 0);
  }
  // Three standard errors of 200 runs about 0.95.
  expect(held / runs).toBeGreaterThan(0.9);
  expect(held / runs).toBeLessThan(0.997);
});
