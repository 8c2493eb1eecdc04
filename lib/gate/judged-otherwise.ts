import { z } from "zod";
import { earlierVerdictSchema, type EarlierVerdict } from "@/lib/domain/gate/earlier-verdict";
import { gatePolicySchema } from "@/lib/domain/gate/policy";
import type { GateHashes } from "./gate-hashes";

const { verdict, cohort, baseline } = earlierVerdictSchema.shape;
const recordSchema = z.object({
  hashes: z.object({ cohort, baseline, policy: z.string(), candidate: z.string() }),
  verdict: z.object({ verdict }),
  input: z.object({ policy: gatePolicySchema }),
});

/** What tells two judgings of a release on a cohort apart. */
type Judging = Pick<GateHashes, "cohort" | "baseline" | "policy" | "candidate">;

/**
 * The verdicts that a release got before this one by other terms: another policy, version of the cohort or outcomes of
 * the baseline; each once, first to last. What came after the same judging was done first is left out, so that
 * repeating it gives the same record.
 * @param records of the release on the cohort, one line each, first to last; those that cannot be read are passed over
 */
export function findJudgedOtherwise(
  records: readonly string[],
  judging: Judging,
): readonly EarlierVerdict[] {
  const read = records.flatMap((line) => readRecord(line) ?? []);
  const own = read.findIndex(
    ({ hashes }) => isSame(hashes, judging) && hashes.candidate === judging.candidate,
  );
  const before = own === -1 ? read : read.slice(0, own);
  const otherwise = before
    .filter(({ hashes }) => !isSame(hashes, judging))
    .map(({ hashes, input, verdict: { verdict: name } }): EarlierVerdict => {
      return {
        verdict: name,
        cohort: hashes.cohort,
        baseline: hashes.baseline,
        policy: input.policy,
      };
    });
  return [...new Map(otherwise.map((each) => [JSON.stringify(each), each])).values()];
}

function isSame(a: Judging, b: Judging): boolean {
  return a.cohort === b.cohort && a.baseline === b.baseline && a.policy === b.policy;
}

function readRecord(line: string): z.infer<typeof recordSchema> | null {
  try {
    return recordSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
