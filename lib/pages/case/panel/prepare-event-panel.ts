import type { Message } from "@/lib/domain/case/case";
import type { CasePromise } from "@/lib/domain/case/case-promise";
import { formatDue, formatDuration, formatInstant } from "@/lib/format/format";
import type { EventPanel, PanelExcerpt } from "./item-panel-model";
import { panelTurn, type PanelContext } from "./panel-turn";
import type { TimelinePromise } from "../timeline/timeline-model";
import { promiseEvidence, type SelectedItem } from "./selected-item";
import { releaseExcerpts, styleFacts } from "../prompt-change";
import { ruleHref } from "@/lib/pages/disclosures/href";
import { agentWords, channelWords, type Tone } from "@/lib/format/wording";
import { disclosurePanel, promisePanel, releasePanel } from "../words/panel";

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
  const due = promise.dueUs === null ? promisePanel.noDate : formatDue(promise.dueUs);
  const dueWords = promise.dueWords === "" ? "" : promisePanel.dueWords(promise.dueWords);
  const { message, start, end } = promise.quote;
  return {
    place: { kind: "promise", message, start, end },
    channel: channelOf(promise.interaction),
    what: shown.what,
    sentence: shown.isRegranted ? promisePanel.regranted(promise.because) : promise.because,
    verdict: { tone: shown.tone, label: shown.stateWords },
    facts: [
      {
        name: promisePanel.promised,
        words: promisePanel.promisedBy(
          formatInstant(promise.madeUs, "weekdayTime"),
          agentWords[promise.by],
        ),
      },
      { name: promisePanel.due, words: `${due}${dueWords}` },
      { name: promisePanel.ended, words: endWords(promise, shown) },
      ...promise.receptions.map(({ interaction, reception }) => ({
        name: promisePanel.metOn(channelWords[channelOf(interaction)]),
        words: promisePanel.receptions[reception],
      })),
    ],
    tones,
    sources: promiseWords(promise, channelOf, derived.messages),
  };
}

function endWords(
  { settledUs, madeUs }: CasePromise,
  { state, stateWords }: TimelinePromise,
): string {
  return settledUs === null || state === "unknown"
    ? stateWords
    : promisePanel.endedAfter(stateWords, formatDuration(settledUs - madeUs));
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
            label: promisePanel.metBy(channelWords[channelOf(interaction)], reception),
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
  const end = { label: status === "broken" ? promisePanel.broken : promisePanel.end };
  return [
    { label: promisePanel.promise, message: quote.message },
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
      {
        name: disclosurePanel.rule,
        words: disclosurePanel.ruleVersion(rule, version),
        href: ruleHref(rule),
      },
      ...(dueUs === null
        ? []
        : [{ name: disclosurePanel.dueBy, words: formatInstant(dueUs, "weekdayTime") }]),
      ...(searched === null
        ? []
        : [
            {
              name: disclosurePanel.searched,
              words: disclosurePanel.searchedMessages(
                searched.messages,
                formatInstant(searched.fromUs, "weekdayTime"),
                formatInstant(searched.toUs, "weekdayTime"),
              ),
            },
          ]),
    ],
    tones,
    sources: [
      ...(nearMiss === null
        ? []
        : [{ label: disclosurePanel.nearMiss[nearMiss.kind], message: nearMiss.quote.message }]),
      ...(place === null
        ? []
        : [{ label: disclosurePanel[quote === null ? "notSaid" : "said"], message: place }]),
    ],
  };
}

function releaseBody(ordinal: number, { timeline, derived }: PanelContext): Body | null {
  const release = timeline.releases[ordinal];
  if (release === undefined) return null;
  const reached = release.lanes.map(
    ({ channel, atUs }) => `${channelWords[channel]} ${formatInstant(atUs, "weekdayTime")}`,
  );
  const shared =
    release.lanes.length < 2 ? releasePanel.oneChannel : releasePanel.shared(release.lanes.length);
  return {
    channel: null,
    what: release.words,
    sentence: shared,
    verdict: null,
    facts: [
      { name: releasePanel.firstSeen, words: reached.join(", ") },
      ...styleFacts(release, derived),
    ],
    tones: new Map(),
    sources: releaseExcerpts(release, derived),
  };
}
