import type { ContactRow } from "@/lib/analytics/rows/contact-row";
import type { PiiRow } from "@/lib/analytics/rows/pii-row";
import { personalPlaces } from "@/lib/domain/privacy/personal-values";
import { piiTypes } from "@/lib/domain/privacy/pseudonym";
import type { SeededRandom } from "@/lib/testing/seeded-random";

/** About as many personal values in a case's contacts as real exports have. */
export function syntheticValues(
  contacts: readonly ContactRow[],
  random: SeededRandom,
): readonly PiiRow[] {
  return contacts
    .flatMap(({ ordinal: interaction, channel, startUs, release }) =>
      Array.from({ length: random.below(9) }, (_, at) => ({
        ...{ interaction, channel, release, atUs: startUs, isSpansFirst: at === 0 },
        isLeaked: random.below(10) > 0,
        type: random.pick(piiTypes),
        place: random.pick(personalPlaces),
        source: random.below(2) === 0 ? null : `tool_${String(random.below(40))}`,
        span: `${String(startUs)}/${String(interaction)}` as const,
      })),
    )
    .map((row, ordinal) => ({ ordinal, ...row }));
}
