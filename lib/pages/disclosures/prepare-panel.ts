import type { DerivedCase, Message } from "@/lib/domain/case/case";
import type { CaseDisclosure, RequiredStatus } from "@/lib/domain/case/case-disclosure";
import type { DisclosureReview } from "@/lib/domain/quality/disclosure-review";
import {
  disclosureStatusWords,
  findingWords,
  reviewWords,
  ruleName,
} from "@/lib/format/disclosure-words";
import { formatCounted, formatInstant } from "@/lib/format/format";
import { segmentText } from "@/lib/format/segment-text";
import type { Tone } from "@/lib/format/wording";
import { caseViewHref } from "@/lib/pages/case/url";
import type { CaseStrip, FindingPanel, ReviewLine } from "./disclosures-model";
import { findingTurns } from "./finding-turns";

/** A case's disclosures and the ordinal of the shown one among those that are required or may be. */
export type FindingSource = {
  readonly derived: Pick<DerivedCase, "caseId" | "messages" | "interactions">;
  readonly disclosures: readonly CaseDisclosure[];
  readonly ordinal: number;
  /** The decisions on it, the latest first. */
  readonly reviews: readonly DisclosureReview[];
};

/** Messages of the window that are shown beside the quoted ones. */
const searchedMax = 4;

/** Prepares the evidence of a finding, with its case's rules across all contacts. @returns null: no such finding */
export function preparePanel(
  { derived, disclosures, ordinal, reviews }: FindingSource,
  steps: Pick<FindingPanel, "previousHref" | "nextHref">,
  names: ReadonlyMap<string, string>,
): FindingPanel | null {
  const finding = disclosures.filter(isApplied)[ordinal];
  if (finding === undefined) return null;
  const { rule, version, title, status, because, searched, interaction } = finding;
  const { tone } = disclosureStatusWords[status];
  return {
    caseId: derived.caseId,
    caseHref: caseViewHref(derived.caseId, { item: `d${String(ordinal)}` }),
    channel: derived.interactions[interaction]?.channel ?? "unknown",
    title,
    rule: `${rule}, version ${String(version)}`,
    status: { tone, label: findingWords(status, rule, reviews[0]?.decision ?? "open") },
    target: { caseId: derived.caseId, ordinal, rule, version, status },
    reviews: reviews.map((review) => reviewLine(review, finding, names)),
    because,
    searched:
      searched === null
        ? null
        : `${formatCounted(searched.messages, "message")}, ${formatInstant(searched.fromUs, "weekdayTime")} to ${formatInstant(searched.toUs, "weekdayTime")}`,
    turns: turnsOf(finding, derived.messages, tone),
    strip: stripOf(derived, disclosures),
    ...steps,
  };
}

type Applied = CaseDisclosure & { readonly status: RequiredStatus };

function isApplied(disclosure: CaseDisclosure): disclosure is Applied {
  return disclosure.status !== "not_required";
}

function reviewLine(
  { id, decision, actor, atUs, reason, version, status }: DisclosureReview,
  now: CaseDisclosure,
  names: ReadonlyMap<string, string>,
): ReviewLine {
  const isSame = version === now.version && status === now.status;
  return {
    ...{ id, decision, atUs, reason },
    words: reviewWords[decision],
    by: names.get(actor) ?? "a visitor of the demo",
    about: isSame
      ? ""
      : `decided on “${disclosureStatusWords[status].word}” of version ${String(version)}`,
  };
}

function turnsOf(
  finding: CaseDisclosure,
  messages: readonly Message[],
  tone: Tone,
): FindingPanel["turns"] {
  const { turns } = findingTurns(finding, messages, { searchedMax, isWide: false });
  return turns.map(({ message, label, who, ranges }) => ({
    ...{ label, who },
    atUs: message.atUs,
    segments: segmentText(message.text, ranges),
    tone: ranges.length === 0 ? "none" : tone,
  }));
}

/** The case's rules, a row each, across its contacts. */
function stripOf(
  { interactions }: FindingSource["derived"],
  disclosures: readonly CaseDisclosure[],
): CaseStrip {
  const rules = [...new Set(disclosures.map(({ rule }) => rule))].filter((rule) =>
    disclosures.some((each) => each.rule === rule && each.status !== "not_required"),
  );
  return {
    contacts: interactions.map(({ channel, startUs }) => ({ channel, atUs: startUs })),
    rows: rules.map((rule) => ({
      name: ruleName(rule),
      cells: interactions.map(({ ordinal }) => {
        const own = disclosures.find((each) => each.rule === rule && each.interaction === ordinal);
        const { tone, word } = disclosureStatusWords[own?.status ?? "not_required"];
        return { tone: own?.status === "not_required" || own === undefined ? null : tone, word };
      }),
    })),
  };
}
