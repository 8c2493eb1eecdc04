import { ownEntry } from "@/lib/domain/own-entry";
import type { ScoreBasis } from "@/lib/analytics/metrics/metric";
import { promiseStateAt, type PromiseWords } from "@/lib/domain/case/case-promise";
import { handoffTopicLabels } from "@/lib/domain/case/handoff-packet";
import { outcomeWords } from "@/lib/format/wording";
import type { Outcome } from "@/lib/domain/case/outcome";
import type { ContactRow } from "@/lib/analytics/rows/contact-row";
import { countedFates, type HandoffRow } from "@/lib/analytics/rows/handoff-row";
import type { DisclosureRow } from "@/lib/analytics/rows/disclosure-row";
import type { PiiRow } from "@/lib/analytics/rows/pii-row";
import type { PromiseRow } from "@/lib/analytics/rows/promise-row";
import { scoreColumnTitle } from "@/lib/analytics/words/scores-in-query";
import { decidingCell } from "@/lib/analytics/words/case-cells";
import { caseViewHref } from "@/lib/pages/case/url";
import { spanHref } from "@/lib/pages/trace/url";
import type { DecidingScore } from "@/lib/analytics/words/case-list-item";
import { csvLine } from "@/lib/analytics/charts/csv";
import { formatDue, formatDuration, formatInstant, isoDue, isoInstant } from "@/lib/format/format";
import type { ChildCell, ChildItem } from "./child-list-model";
import type { ListedThing } from "@/lib/analytics/filter/child-list-query";
import { arrivalWords, piiKindLabel, placeLabels } from "@/lib/format/pii-words";
import { sensitivityOf } from "@/lib/domain/privacy/personal-values";
import { disclosureStatusWords, reviewWords, ruleName } from "@/lib/format/disclosure-words";
import { promiserWords, promiseStateWords } from "@/lib/format/promise-state-words";
import { agentWords, channelWords } from "@/lib/format/wording";
import {
  caseId as caseIdHeading,
  cells as cellWords,
  fileHeadings,
  fileUnits,
  headings,
  versionHeading,
} from "./words/columns";

const secondUs = 1_000_000;

/** The column that scores are inserted before. */
const scoresAt = headings.contacts.indexOf("Prompt");

/** The headings of a list after the case. @param requested the score columns of contacts */
export function childColumns(
  thing: ListedThing,
  requested: readonly ScoreBasis[],
): readonly string[] {
  const names: readonly string[] = headings[thing];
  return names.toSpliced(scoresAt, 0, ...requested.map(scoreColumnTitle));
}

/** The CSV header: each score is followed by its version. */
export function childCsvHead(thing: ListedThing, requested: readonly ScoreBasis[]): string {
  const labels = requested.map(scoreColumnTitle);
  const names = childColumns(thing, requested).flatMap((name) => {
    if (labels.includes(name)) return [name, versionHeading(name)];
    const unit = ownEntry(fileUnits, name);
    return [unit === undefined ? name : `${name} (${unit})`];
  });
  return `${csvLine([caseIdHeading, ...names, ...furtherHeadings(thing)])}\r\n`;
}

/** Columns of the file alone: the contact's number in its case, and the id it came with. */
function furtherHeadings(thing: ListedThing): readonly string[] {
  return thing === "disclosures" || thing === "promises" ? fileHeadings[thing] : [];
}

/** A row as a CSV line, scores as plain numbers. */
export function childCsvLine({ caseId, cells, filed: further = [] }: ChildItem): string {
  const values = cells.flatMap(({ text: words, filed = words, score }): readonly unknown[] =>
    score === undefined ? [filed] : [score?.value, score?.version],
  );
  return `${csvLine([caseId, ...values, ...further])}\r\n`;
}

/** The case that a row belongs to. */
export type ChildOwner = { readonly caseId: string; readonly outcome: Outcome };

const text = (words: string): ChildCell => ({ text: words });
const number = (words: string): ChildCell => ({ text: words, isNumber: true });
const textOrNone = (words: string | null): ChildCell =>
  words === null ? { text: "–", filed: null } : { text: words };
const duration = (us: number | null): ChildCell => ({
  ...number(us === null ? "–" : formatDuration(us)),
  filed: us === null ? null : us / secondUs,
});
const instant = (us: number): ChildCell => ({
  ...number(formatInstant(us, "minute")),
  filed: isoInstant(us) ?? null,
});

const due = (us: number | null): ChildCell => ({
  ...number(us === null ? cellWords.noDate : formatDue(us)),
  filed: us === null ? null : (isoDue(us) ?? null),
});

const agentsCell = (agents: ContactRow["agents"]): ChildCell => ({
  text: agents === "both" ? cellWords.bothAgents : agents,
  agents: agents === "both" ? ["ai", "human"] : [agents],
});

const scored = (score: DecidingScore | null): ChildCell => ({
  text: decidingCell(score).words,
  score,
});

/** Prepares a contact's row. @param deciding its shown scores, in order */
export function contactItem(
  { caseId, outcome }: ChildOwner,
  row: ContactRow,
  deciding: readonly (DecidingScore | null)[],
): ChildItem {
  return {
    ...{ id: `${caseId} ${String(row.ordinal)}`, caseId },
    href: caseViewHref(caseId, { item: `c${String(row.ordinal)}` }),
    cells: [
      { text: channelWords[row.channel], channels: [row.channel] },
      agentsCell(row.agents),
      textOrNone(row.team),
      instant(row.startUs),
      duration(row.handledUs),
      duration(row.answerUs),
      ...deciding.map(scored),
      textOrNone(row.prompt),
      textOrNone(row.release),
      text(outcomeWords[outcome].label),
    ],
  };
}

/** Prepares a handoff's row. */
export function handoffItem({ caseId }: ChildOwner, row: HandoffRow): ChildItem {
  const [carried, repeated, repeatedUnasked, contradicted, lost] = countedFates.map((_, fate) =>
    row.facts.reduce((sum, ofKind) => sum + (ofKind[fate] ?? 0), 0),
  );
  return {
    ...{ id: `${caseId} ${String(row.ordinal)}`, caseId },
    href: caseViewHref(caseId, { item: `h${String(row.ordinal)}` }),
    cells: [
      { text: channelWords[row.from], channels: [row.from], agents: [row.fromKind] },
      { text: channelWords[row.to], channels: [row.to], agents: [row.toKind] },
      textOrNone(row.team),
      instant(row.atUs),
      duration(row.gapUs),
      textOrNone(row.verdict === "unknown" ? null : cellWords.asked[row.verdict]),
      number(String(carried ?? 0)),
      number(String((repeated ?? 0) + (repeatedUnasked ?? 0))),
      number(String(contradicted ?? 0)),
      number(String(lost ?? 0)),
      row.packet === null ? textOrNone(null) : text(packetWords(row.packet)),
    ],
  };
}

function packetWords(packet: NonNullable<HandoffRow["packet"]>): string {
  if (packet.form === "nothing") return cellWords.noPacket;
  const parts = packet.parts.map((part) => handoffTopicLabels[part]).join(", ");
  return parts === "" ? packet.form : cellWords.packet(packet.form, parts);
}

/** What a list of promises says of the case, and of who made the promise. */
type PromiseOwner = ChildOwner & {
  readonly customerId: string | null;
  readonly words: PromiseWords;
  /** Name of whoever takes care of the case now; null: nobody. */
  readonly owner: string | null;
};

/** Prepares a promise's row. @param asOfUs microseconds since 1970 */
export function promiseItem(
  { caseId, customerId, words, owner }: PromiseOwner,
  row: PromiseRow,
  asOfUs: number,
): ChildItem {
  const { received, dueUs } = row;
  const state = promiseStateAt(row, asOfUs);
  const lateUs = state === "overdue" && dueUs !== null ? asOfUs - dueUs : null;
  return {
    ...{ id: `${caseId} ${String(row.ordinal)}`, caseId },
    href: caseViewHref(caseId, { item: `p${String(row.ordinal)}` }),
    cells: [
      { text: channelWords[row.channel], channels: [row.channel] },
      {
        text: promiserWords(words, agentWords[row.by]),
        filed: words.agentId ?? row.by,
        agents: [row.by],
      },
      textOrNone(customerId),
      textOrNone(row.what === "" ? null : row.what),
      textOrNone(words.quote === "" ? null : words.quote),
      instant(row.madeUs),
      due(dueUs),
      { text: promiseStateWords(row, asOfUs).label, filed: cellWords.promiseStates[state] },
      received === null
        ? text(cellWords.noLaterContact)
        : text(cellWords.received[received.reception](channelWords[received.channel])),
      owner === null ? { text: cellWords.nobody, filed: null } : text(owner),
    ],
    filed: [row.by, words.team, lateUs === null ? null : lateUs / secondUs],
  };
}

/** What the file of disclosures says of the case and of the contact. */
type DisclosureOwner = ChildOwner & {
  readonly region: string | null;
  readonly risk: string | null;
  /** The id that the contact came with; null: none. */
  readonly contactId: string | null;
};

/** Prepares a disclosure's row. */
export function disclosureItem(
  { caseId, region, risk, contactId }: DisclosureOwner,
  row: DisclosureRow,
): ChildItem {
  return {
    ...{ id: `${caseId} ${String(row.ordinal)}`, caseId },
    href: caseViewHref(caseId, { item: `d${String(row.ordinal)}` }),
    cells: [
      { text: ruleName(row.rule), filed: row.rule },
      number(String(row.version)),
      { text: channelWords[row.channel], channels: [row.channel] },
      instant(row.atUs),
      agentsCell(row.agents),
      textOrNone(row.release),
      textOrNone(region),
      textOrNone(risk),
      { text: disclosureStatusWords[row.status].word, filed: row.status },
      textOrNone(row.words),
      textOrNone(row.because === "" ? null : row.because),
      { text: reviewWords[row.review], filed: row.review },
      textOrNone(row.wordsFrom),
    ],
    filed: [row.interaction + 1, contactId],
  };
}

/** Prepares a personal value's row. It opens the span that had it. */
export function piiItem({ caseId }: ChildOwner, row: PiiRow): ChildItem {
  return {
    ...{ id: `${caseId} ${String(row.ordinal)}`, caseId },
    href: spanHref(row.span, null),
    cells: [
      { text: piiKindLabel(row.type), filed: row.type },
      { text: arrivalWords[row.isLeaked ? "leaked" : "redacted"] },
      text(sensitivityOf(row.type)),
      { text: placeLabels[row.place], filed: row.place },
      textOrNone(row.source),
      { text: channelWords[row.channel], channels: [row.channel] },
      instant(row.atUs),
      textOrNone(row.release),
    ],
  };
}
