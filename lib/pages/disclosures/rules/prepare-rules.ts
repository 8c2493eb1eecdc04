import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import type { Published, StatedFacts, WorkspaceRule } from "@/lib/domain/disclosures/rule-settings";
import { reviewedLeast, type RuleReviews } from "@/lib/domain/quality/disclosure-review";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import type { AccuracyOfSet } from "@/lib/domain/quality/accuracy";
import { formatCount, formatCounted, formatInterval, formatScore } from "@/lib/format/format";
import { ruleHref } from "../href";
import {
  channelsWords,
  datesWords,
  deadlineSentence,
  languageName,
  meaningWords,
  originWords,
  placesWords,
  speakersWords,
  statedSentences,
  triggerSentence,
  unknownRegionWords,
  windowSentence,
} from "./rule-words";
import { howOften, unseenReason } from "./term-words";
import type { ElementView, MeasuredView, RuleModel, RuleRow, RulesModel } from "./rules-model";

type RulesToShow = Pick<RulesModel, "statedText"> & {
  readonly rules: readonly WorkspaceRule[];
  readonly stated: StatedFacts;
};

/** Prepares the list of rules: those that are on first. */
export function prepareRules({ rules, stated, statedText }: RulesToShow): RulesModel {
  const on = rules.filter(({ isOn }) => isOn);
  const off = rules.filter(({ isOn }) => !isOn);
  return {
    lede: `${String(on.length)} of ${formatCounted(rules.length, "rule")} ${on.length === 1 ? "is" : "are"} on.`,
    rows: [...on, ...off].map(rowOf),
    stated: statedSentences(stated),
    statedText,
  };
}

function rowOf(each: WorkspaceRule): RuleRow {
  const { rule, isOn } = each;
  const { id, title, source, severity, version, owner } = rule;
  return {
    ...{ id, title, source, severity, version, owner, isOn },
    href: ruleHref(id),
    places: placesWords(rule),
    dates: datesWords(rule),
    scope: howOften(rule),
    origin: originWords(each),
    language: languageName(rule.language),
  };
}

/** A rule with what is known of it besides. */
export type RuleToShow = WorkspaceRule & {
  readonly text: string;
  readonly versions: readonly {
    readonly version: number;
    readonly published: Published | null;
    readonly text: string;
  }[];
  readonly measured: readonly AccuracyOfSet[];
  readonly reviews: RuleReviews;
};

/** Prepares the page of a rule. @param names names of accounts by public id */
export function prepareRule(given: RuleToShow, names: ReadonlyMap<string, string>): RuleModel {
  const { rule, isOn, published, measured, versions, text } = given;
  return {
    ...{ id: rule.id, title: rule.title, version: rule.version, isOn, text },
    isSample: given.shipped !== null,
    isForbidding: rule.prohibited && rule.elements.length > 0,
    withoutElements: rule.elements.length > 0 ? "" : withoutElements(rule),
    origin: originWords(given),
    facts: ruleFacts(rule),
    elements: rule.elements.map(elementOf),
    measured: measured.map(measuredOf),
    reviewed: reviewedSentences(given.reviews),
    measuredOn:
      measured.length > 0 && published !== null
        ? "Measured on the shipped rule, not on this version."
        : "",
    versions: versions.map(({ version, published: by, text: written }) => ({
      ...{ version, text: written },
      published: by === null ? null : { atUs: by.atUs, name: names.get(by.by) ?? by.by },
      isInForce: version === rule.version && by?.atUs === published?.atUs,
    })),
  };
}

/** What reviewers say of the rule, each with n and, where n is large enough, a share with its interval. */
function reviewedSentences({ notGiven, given, violations }: RuleReviews): readonly string[] {
  const sentences = [
    {
      ...{ share: notGiven, name: "precision" },
      words: `Of ${formatCounted(notGiven.of, "finding")} “not given” of this version that reviewers judged, ${formatCount(notGiven.hits)} ${notGiven.hits === 1 ? "was" : "were"} right`,
    },
    {
      ...{ share: given, name: "right" },
      words: `Of ${formatCounted(given.of, "finding")} “given” that they judged, ${formatCount(given.hits)} ${given.hits === 1 ? "was" : "were"} right`,
    },
    {
      ...{ share: violations, name: "recall" },
      words: `In the random parts of samples the rule had found ${formatCount(violations.hits)} of ${formatCount(violations.of)} that ${violations.of === 1 ? "was" : "were"} really not given`,
    },
  ];
  return sentences
    .filter(({ share }) => share.of > 0)
    .map(({ share, name, words }) => `${words}${shareWords(name, share)}.`);
}

function shareWords(name: string, { hits, of }: RuleReviews["given"]): string {
  const interval = wilsonInterval(hits, of);
  if (interval === null || of < reviewedLeast) return "";
  return `: ${name} ${formatScore(hits / of)} (${formatInterval(interval, formatScore)}, n = ${formatCount(of)})`;
}

function withoutElements({ prohibited, trigger }: DisclosureRule): string {
  return prohibited && trigger.event === "customer_revokes_consent"
    ? "The customer’s words, and what was sent after them."
    : "No words prove it, so the words of a contact do not decide it.";
}

/** What a rule asks for, as sentences with their names. */
export function ruleFacts(rule: DisclosureRule): RuleModel["facts"] {
  const unknownRegion = unknownRegionWords(rule);
  const deadline = deadlineSentence(rule);
  const { prohibited, trigger, position } = rule;
  const unseen = unseenReason(trigger.event) ?? unseenReason(position.beforeEvent);
  return [
    {
      name: prohibited && rule.elements.length > 0 ? "Forbidden" : "Due",
      words: triggerSentence(rule),
    },
    ...(unseen === null ? [] : [{ name: "What cannot be seen", words: unseen }]),
    { name: "Where in the contact", words: windowSentence(rule) },
    ...(deadline === null ? [] : [{ name: "Deadline", words: deadline }]),
    { name: "How often", words: howOften(rule) },
    ...(rule.needsAck ? [{ name: "Consent", words: "the customer has to agree to it" }] : []),
    { name: "Whose words count", words: prohibited ? "anybody’s" : speakersWords(rule) },
    { name: "Channels", words: channelsWords(rule) },
    { name: "Jurisdictions", words: rule.jurisdictions.join(", ") },
    ...(unknownRegion === ""
      ? []
      : [{ name: "Where the customer’s region is not known", words: unknownRegion }]),
    { name: "In force", words: datesWords(rule) },
    { name: "Source", words: rule.source },
    { name: "Severity", words: rule.severity },
    { name: "Owner", words: rule.owner },
    { name: "Language", words: languageName(rule.language) },
  ];
}

function elementOf(element: DisclosureRule["elements"][number]): ElementView {
  const { key } = element;
  return element.mode === "meaning"
    ? { key, isMeaning: true, phrasings: element.anyOf.map((each) => meaningWords[each]), not: [] }
    : { key, isMeaning: false, phrasings: element.anyOf, not: element.noneOf ?? [] };
}

function measuredOf({ dataSet, rows, figures }: AccuracyOfSet): MeasuredView {
  return {
    dataSet,
    rows: formatCounted(rows, "contact"),
    figures: figures.map(({ name, value, interval }) => ({
      name,
      words: [
        value === null ? "–" : formatScore(value),
        ...(interval === null ? [] : [`(${formatInterval(interval, formatScore)})`]),
      ].join(" "),
    })),
  };
}
