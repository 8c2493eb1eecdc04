import type { CaseFailure } from "@/lib/domain/case/case-failure";
import type { ContactRow } from "@/lib/analytics/rows/contact-row";
import type { PiiRow } from "@/lib/analytics/rows/pii-row";
import { piiTypes } from "@/lib/domain/privacy/pseudonym";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { derivationVersion } from "@/lib/pipeline/derive/derivation-version";
import type { SeededRandom } from "@/lib/testing/seeded-random";

/** A server would derive cases of another version anew, of which nothing is left without spans. */
export const ownVersion = derivationVersion(defaultSettings);

const tools = 40;
/** Types of values that a tool handles. */
const typesOfTool = 3;

/** About as many personal values in a case's contacts as real exports have, in messages and in tools. */
export function syntheticValues(
  contacts: readonly ContactRow[],
  random: SeededRandom,
): readonly PiiRow[] {
  return contacts
    .flatMap(({ ordinal: interaction, channel, startUs, release }) =>
      Array.from({ length: random.below(9) }, (_, at) => ({
        ...{ interaction, channel, release, atUs: startUs, isSpansFirst: at === 0 },
        isLeaked: random.below(10) > 0,
        ...(random.below(2) === 0 ? inMessage(random) : inTool(random)),
        span: `${String(startUs)}/${String(interaction)}` as const,
      })),
    )
    .map((row, ordinal) => ({ ordinal, ...row }));
}

type Found = Pick<PiiRow, "type" | "place" | "source">;

function inMessage(random: SeededRandom): Found {
  const place = random.pick(["customer-message", "agent-message"] as const);
  return { type: random.pick(piiTypes), place, source: null };
}

function inTool(random: SeededRandom): Found {
  const tool = random.below(tools);
  const type = piiTypes[(tool * typesOfTool + random.below(typesOfTool)) % piiTypes.length] ?? null;
  const place = random.pick(["tool-arguments", "tool-result"] as const);
  return { type, place, source: `tool_${String(tool)}` };
}

/** One case in nine has a failed tool call, of a few tools and many errors. @param index of the case */
export function syntheticFailures(index: number): readonly CaseFailure[] {
  if (index % 9 !== 0) return [];
  const [tool, error] = [`tool_${String(index % 40)}`, `Error of kind ${String(index % 2000)}`];
  return [{ kind: "tool", tool, model: null, prompt: `app@${index % 2 === 0 ? "a" : "b"}`, error }];
}
