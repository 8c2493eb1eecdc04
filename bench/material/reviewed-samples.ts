import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { drawFindings } from "@/lib/pages/disclosures/load-samples";
import { samplesCodec } from "@/lib/pages/disclosures/samples/url";
import type { Database } from "@/lib/store/port";
import { addReview } from "@/lib/store/decisions/disclosure-reviews";
import { addSample } from "@/lib/store/decisions/review-samples";

/** As many as a page of samples lists, each as large as one can be. */
const samples = 20;
const drawn = { random: 400, risk: 100, second: 0.2 };

/** Draws samples of a workspace's findings, and decides on four of five findings of each. */
export async function writeReviewedSamples(
  db: Database,
  seen: SeenWorkspace,
  atUs: number,
): Promise<void> {
  const query = { ...samplesCodec.defaultValue, cases: { ...defaultCasesQuery } };
  for (let seed = 1; seed <= samples; seed += 1) {
    const sample = await drawFindings(seen, query, atUs, { ...drawn, seed, severityOf: () => 1 });
    await addSample(db, sample, { drawnUs: atUs, drawnBy: "ann" });
    const decided = sample.items.filter((_, at) => at % 5 !== 0);
    for (const { anchor, rule, version, status, caseId } of decided) {
      const of = { anchor, rule, version, status, caseId };
      await addReview(db, { ...of, decision: "confirmed", reason: "", actor: "ann", atUs });
    }
  }
}
