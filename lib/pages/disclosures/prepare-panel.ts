import type { Message } from "@/lib/domain/case/case";
import type { CaseDisclosure, RequiredStatus } from "@/lib/domain/case/case-disclosure";
import type { DisclosureReview } from "@/lib/domain/quality/disclosure-review";
import {
  disclosureStatusWords,
  findingWords,
  reviewWords,
  ruleName,
} from "@/lib/format/disclosure-words";
import { formatCount, formatCounted, formatInstant } from "@/lib/format/format";
import { segmentText } from "@/lib/format/segment-text";
import type { Tone } from "@/lib/format/wording";
import { caseViewHref } from "@/lib/pages/case/url";
import type { AlikeFindings, FindingSource, ListedFinding } from "./finding-facts";
import type { CaseStrip, FindingPanel, ReviewLine } from "./disclosures-model";
import { findingTurns } from "./finding-turns";
import { secondReviewHref } from "./samples/url";

/** Messages of the window that are shown beside the quoted ones. */
const searchedMax = 4;

/** Prepares the evidence of a finding, with its case's rules across all contacts. @returns null: no such finding */
export function preparePanel(
  { derived, disclosures, row, reviews, withheld }: FindingSource,
  steps: Pick<FindingPanel, "previousHref" | "nextHref">,
  names: ReadonlyMap<string, string>,
  alike: AlikeFindings | null,
): FindingPanel | null {
  const { ordinal } = row;
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
    status: { tone, label: findingWords(status, rule, row.review) },
    target: targetOf({ ...row, caseId: derived.caseId }),
    alike: alike === null || alike.listed.length === 0 ? null : alikeOf(alike),
    reviews: reviews.map((review) => reviewLine(review, finding, names)),
    withheld: withheld === null ? null : { secondHref: secondHrefOf(withheld.second) },
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

function secondHrefOf(second: NonNullable<FindingSource["withheld"]>["second"]): string | null {
  return second === null ? null : secondReviewHref(second.sample, { item: second.position + 1 });
}

function targetOf(finding: ListedFinding): FindingPanel["target"] {
  const { caseId, ordinal, rule, version, status, reviewId } = finding;
  return { caseId, ordinal, rule, version, status, after: reviewId };
}

function alikeOf({ total, listed }: AlikeFindings): FindingPanel["alike"] {
  const all = Math.max(total, listed.length);
  return {
    words:
      all > listed.length
        ? `Decide the latest ${formatCount(listed.length)} of ${formatCount(all)} like it as well`
        : `Decide the ${listed.length === 1 ? "other one" : `other ${formatCount(listed.length)}`} like it as well`,
    listed: listed.map((finding) => ({
      caseHref: caseViewHref(finding.caseId, { item: `d${String(finding.ordinal)}` }),
      caseId: finding.caseId,
      atUs: finding.atUs,
      target: targetOf(finding),
    })),
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
