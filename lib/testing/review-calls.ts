import type { ReviewDecision } from "@/lib/domain/quality/disclosure-review";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { SampleChange } from "@/lib/domain/quality/review-sample";
import type { ChangeAnswer } from "@/lib/domain/settings/workspace-change";
import { countPeriodOf, drawFindings } from "@/lib/pages/disclosures/load-samples";
import { samplesCodec } from "@/lib/pages/disclosures/samples/url";
import { applyChange } from "@/lib/pipeline/changes/apply-change";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import { readCase } from "@/lib/store/cases/read-case";
import { locationIn } from "./postgres/folder-database";
import type { OtlpRequest } from "./spans/otlp";
import { supportCase } from "./spans/support-case";
import type { TestWorkspace } from "./test-workspace";

/** The start of the first call, and a day later, when they are reviewed. Microseconds since 1970. */
export const callsStartUs = 1_790_000_000_000_000;
export const reviewedUs = callsStartUs + 86_400_000_000;
export const callRule = "recording-notice-all-party";

/** Calls in California, "C-0" of "u-0" and so on, a minute apart; every second one says that it is recorded. */
export function recordedCalls(from: number, until: number): readonly OtlpRequest[] {
  return Array.from({ length: until - from }, (_, at) => from + at).map((number) =>
    supportCase({
      ...{ caseId: `C-${String(number)}`, idSuffix: String(10 + number) },
      startUs: callsStartUs + number * 60_000_000,
      attributes: {
        ...{ channel: "voice", interaction_id: `call-${String(number)}`, region: "US-CA" },
        customer_id: `u-${String(number)}`,
      },
      messages: [
        {
          who: "agent",
          text: `${number % 2 === 0 ? "This call is recorded. " : ""}How can I help you today?`,
        },
        { who: "customer", text: "My parcel is late, where is it?" },
      ],
    }),
  );
}

/** Where changes of the workspace's reviewers are applied. */
export function reviewContext({ db, folder }: TestWorkspace) {
  const { masker } = createPreparation(defaultSettings, folder);
  return {
    ...{ db, scope: null, nowUs: reviewedUs },
    mask: (text: string) => masker.text.mask(text).text,
  };
}

/** Draws a sample of the calls. */
export function drawCalls(
  { folder }: TestWorkspace,
  seed: number,
  random: number,
  risk: number,
  second = 0,
) {
  const seen = { path: locationIn(folder, "main"), scope: null };
  const { cases } = samplesCodec.defaultValue;
  const all = { ...cases, period: "all" as const };
  const query = { ...samplesCodec.defaultValue, rule: callRule, cases: all };
  return drawFindings(seen, query, reviewedUs, { seed, random, risk, second, severityOf: () => 1 });
}

/** Signs a sample off, with the counts of its period as they are. */
export async function signSample(
  workspace: TestWorkspace,
  given: { readonly id: number; readonly actor: string } & Partial<
    Pick<Extract<SampleChange, { readonly kind: "sample-signed-off" }>, "note" | "after">
  >,
): Promise<ChangeAnswer> {
  const seen = { path: locationIn(workspace.folder, "main"), scope: null };
  const period = await countPeriodOf(seen, given.id, reviewedUs);
  if (period === null) throw new Error("There is no such sample.");
  return applyChange(reviewContext(workspace), {
    ...{ kind: "sample-signed-off", note: "", after: null, period },
    ...given,
  });
}

/** Decides on the rule's finding in a case. */
export async function decideOnCall(
  workspace: TestWorkspace,
  caseId: string,
  decision: ReviewDecision,
  actor = "ann",
): Promise<void> {
  const rows = (await readCase(workspace.db, caseId))?.row.disclosureRows ?? [];
  const row = rows.find((each) => each.rule === callRule);
  if (row === undefined) throw new Error(`${caseId} has no finding.`);
  const { ordinal, status, version, reviewId } = row;
  await applyChange(reviewContext(workspace), {
    ...{ kind: "disclosure-reviewed", caseId, ordinal, rule: callRule, status, version, decision },
    ...{ reason: "Read by ear.", actor, after: reviewId },
  });
}
