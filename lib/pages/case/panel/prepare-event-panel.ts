import type { Message } from "@/lib/domain/case/case";
import type { CasePromise } from "@/lib/domain/case/case-promise";
import { formatCounted, formatDue, formatDuration, formatInstant } from "@/lib/format/format";
import type { EventPanel, PanelExcerpt } from "./item-panel-model";
import { panelTurn, type PanelContext } from "./panel-turn";
import type { TimelinePromise } from "../timeline/timeline-model";
import { promiseEvidence, type SelectedItem } from "./selected-item";
import { releaseExcerpts, styleFacts } from "../prompt-change";
import { ruleHref } from "@/lib/pages/disclosures/href";
import { agentWords, channelWords, type Tone } from "@/lib/format/wording";

type SelectedEvent = Pick<SelectedItem, "ordinal"> & { readonly kind: EventPanel["kind"] };
type Body = Pick<EventPanel, "channel" | "what" | "sentence" | "verdict" | "facts" | "tones"> & {
  readonly place?: EventPanel["place"];
  /** Messages near it, with the reason. */
  readonly sources: readonly { readonly label: string; readonly message: number }[];
};

/** Prepares the panel of a promise, a disclosure or a prompt change. @returns null: it does not exist */
export function prepareEventPanel(item: SelectedEvent, context: PanelContext): EventPanel | null {
  const { timeline, itemHref } = context;
  const { kind, ordinal } = item;
  const body = bodyOf(item, context);
  if (body === null) return null;
  const { sources, ...rest } = body;
  const counts = {
    promise: timeline.promises.length,
    disclosure: timeline.disclosures.length,
    release: timeline.releases.length,
  };
  const count = counts[kind];
  return {
    kind,
    ordinal,
    count,
    place: null,
    ...rest,
    excerpts: sources.flatMap((each) => excerptOf(each, context, body.tones)),
    previousHref: ordinal === 0 ? null : itemHref({ kind, ordinal: ordinal - 1 }),
    nextHref: ordinal === count - 1 ? null : itemHref({ kind, ordinal: ordinal + 1 }),
  };
}

function bodyOf({ kind, ordinal }: SelectedEvent, context: PanelContext): Body | null {
  switch (kind) {
    case "promise":
      return promiseBody(ordinal, context);
    case "disclosure":
      return disclosureBody(ordinal, context);
    case "release":
      return releaseBody(ordinal, context);
  }
}

function excerptOf(
  { label, message }: Body["sources"][number],
  context: PanelContext,
  tones: ReadonlyMap<number, Tone>,
): PanelExcerpt[] {
  const found = context.derived.messages[message];
  if (found === undefined) return [];
  return [{ label, turn: { ...panelTurn(found, context, tones), isAfterGap: false } }];
}

function promiseBody(ordinal: number, context: PanelContext): Body | null {
  const { knowledge, timeline, derived, quotations } = context;
  const promise = knowledge.promises[ordinal];
  const shown = timeline.promises[ordinal];
  if (promise === undefined || shown === undefined) return null;
  const channelOf = (interaction: number) =>
    derived.interactions[interaction]?.channel ?? "unknown";
  const tones = new Map<number, Tone>();
  for (const quotation of quotations.of(promiseEvidence(promise))) {
    if (quotation.kind === "words") tones.set(quotation.ref, shown.tone);
  }
  const due = promise.dueUs === null ? "no date named" : formatDue(promise.dueUs);
  const dueWords = promise.dueWords === "" ? "" : ` (“${promise.dueWords}”)`;
  const { message, start, end } = promise.quote;
  return {
    place: { kind: "promise", message, start, end },
    channel: channelOf(promise.interaction),
    what: shown.what,
    sentence: shown.isRegranted
      ? `Whoever the customer asked knew nothing of it and granted it anew. ${promise.because}`
      : promise.because,
    verdict: { tone: shown.tone, label: shown.stateWords },
    facts: [
      {
        name: "Promised",
        words: `${formatInstant(promise.madeUs, "weekdayTime")}, by ${agentWords[promise.by]}`,
      },
      { name: "Due", words: `${due}${dueWords}` },
      { name: "Ended", words: endWords(promise, shown) },
      ...promise.receptions.map(({ interaction, reception }) => ({
        name: `Met on ${channelWords[channelOf(interaction)]}`,
        words: receptionWords[reception],
      })),
    ],
    tones,
    sources: promiseWords(promise, channelOf, derived.messages),
  };
}

const receptionWords = {
  known: "the agent knew of it",
  denied: "the agent knew nothing of it",
  ignored: "the customer spoke of it, and the agent did not take it up",
  "not-mentioned": "nobody mentioned it",
} as const;

function endWords(
  { settledUs, madeUs }: CasePromise,
  { state, stateWords }: TimelinePromise,
): string {
  return settledUs === null || state === "unknown"
    ? stateWords
    : `${stateWords}, ${formatDuration(settledUs - madeUs)} after it was made`;
}

function promiseWords(
  { quote, receptions, evidence, status }: CasePromise,
  channelOf: (interaction: number) => keyof typeof channelWords,
  messages: readonly Message[],
): Body["sources"] {
  const met = receptions.flatMap(({ interaction, reception, quote: words }) =>
    words === null
      ? []
      : [
          {
            label: `${channelWords[channelOf(interaction)]}: ${receptionWords[reception]}`,
            message: words.message,
          },
        ],
  );
  const shown =
    evidence === null
      ? undefined
      : "message" in evidence
        ? evidence.message
        : messages.find(({ spans }) => spans.includes(evidence.span))?.ordinal;
  const end = { label: status === "broken" ? "What broke it" : "What shows the end of it" };
  return [
    { label: "The promise", message: quote.message },
    ...met,
    ...(shown === undefined ? [] : [{ ...end, message: shown }]),
  ];
}

function disclosureBody(ordinal: number, context: PanelContext): Body | null {
  const shown = context.timeline.disclosures[ordinal];
  const disclosure = context.knowledge.disclosures[shown?.place ?? -1];
  if (shown === undefined || disclosure === undefined) return null;
  const { quote, dueUs, dueMessage, rule, version, because, interaction } = disclosure;
  const { searched, nearMiss } = disclosure;
  const tones = new Map<number, Tone>();
  for (const quotation of quote === null ? [] : context.quotations.of([quote])) {
    if (quotation.kind === "words") tones.set(quotation.ref, shown.tone);
  }
  const place = quote?.message ?? dueMessage;
  return {
    channel: context.derived.interactions[interaction]?.channel ?? "unknown",
    what: disclosure.title,
    sentence: because,
    verdict: { tone: shown.tone, label: shown.found },
    facts: [
      { name: "Rule", words: `${rule}, version ${String(version)}`, href: ruleHref(rule) },
      ...(dueUs === null
        ? []
        : [{ name: "To be said by", words: formatInstant(dueUs, "weekdayTime") }]),
      ...(searched === null
        ? []
        : [
            {
              name: "Looked for in",
              words: `${formatCounted(searched.messages, "message")}, ${formatInstant(searched.fromUs, "weekdayTime")} to ${formatInstant(searched.toUs, "weekdayTime")}`,
            },
          ]),
    ],
    tones,
    sources: [
      ...(nearMiss === null
        ? []
        : [{ label: nearMissWords[nearMiss.kind], message: nearMiss.quote.message }]),
      ...(place === null ? [] : [{ label: saidWords(quote !== null), message: place }]),
    ],
  };
}

const nearMissWords = {
  denial: "The nearest words deny it",
  earlier: "The nearest words were said before it was asked for",
  question: "The nearest words ask about it",
  mention: "The nearest words only mention it",
  evasion: "The answer does not say it",
} as const;

function saidWords(isSaid: boolean): string {
  return isSaid ? "Said here" : "The last turn in which it could have been said";
}

function releaseBody(ordinal: number, { timeline, derived }: PanelContext): Body | null {
  const release = timeline.releases[ordinal];
  if (release === undefined) return null;
  const reached = release.lanes.map(
    ({ channel, atUs }) => `${channelWords[channel]} ${formatInstant(atUs, "weekdayTime")}`,
  );
  const shared =
    release.lanes.length < 2
      ? "It is seen on one channel of this case."
      : `${formatCounted(release.lanes.length, "channel")} of this case share it: what was changed for one changes the others.`;
  return {
    channel: null,
    what: release.words,
    sentence: shared,
    verdict: null,
    facts: [{ name: "First seen", words: reached.join(", ") }, ...styleFacts(release, derived)],
    tones: new Map(),
    sources: releaseExcerpts(release, derived),
  };
}
