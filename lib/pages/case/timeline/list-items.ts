import { formatDue, formatInstant } from "@/lib/format/format";
import { agentWords, channelWords } from "@/lib/format/wording";
import type {
  Timeline,
  TimelineContact,
  TimelineDisclosure,
  TimelineHandoff,
  TimelineItem,
  TimelineItemKind,
  TimelinePromise,
  TimelineRelease,
  TimelineState,
} from "./timeline-model";
import { contact as contactWords, itemNames } from "../words/timeline";

/** The addresses of items' messages. */
export type ItemHrefs = {
  readonly contact: (ordinal: number) => string | null;
  readonly handoff: (ordinal: number) => string | null;
  readonly promise: (index: number) => string | null;
  readonly disclosure: (place: number) => string | null;
  readonly message: (ordinal: number) => string | null;
};

type Drawn = Pick<
  Timeline,
  "contacts" | "handoffs" | "states" | "promises" | "disclosures" | "releases"
>;

/** Order of items at the same instant: a handoff before the contact it leads to. */
const kindOrder: Readonly<Record<TimelineItemKind, number>> = {
  promise: 0,
  state: 1,
  release: 2,
  handoff: 3,
  contact: 4,
  disclosure: 5,
};

/** All selectable items in time order. */
export function listItems(drawn: Drawn, hrefs: ItemHrefs): readonly TimelineItem[] {
  const channelOf = (ordinal: number) => drawn.contacts[ordinal]?.channel ?? null;
  const items: TimelineItem[] = [
    ...drawn.contacts.map((contact) => contactItem(contact, hrefs)),
    ...drawn.handoffs.map((handoff) => handoffItem(handoff, drawn.contacts, hrefs)),
    ...drawn.promises.map((promise, at) => ({
      ...promiseItem(promise, drawn.contacts),
      href: hrefs.promise(at),
    })),
    ...drawn.disclosures.map((disclosure) => ({
      ...disclosureItem(disclosure),
      channel: channelOf(disclosure.contact),
      href: hrefs.disclosure(disclosure.place),
    })),
    ...drawn.releases.map((release) => releaseItem(release, hrefs)),
    ...drawn.states.slice(1).map(stateItem),
  ];
  return items
    .map((item, at) => ({ item, at }))
    .sort(
      (a, b) =>
        a.item.atUs - b.item.atUs || kindOrder[a.item.kind] - kindOrder[b.item.kind] || a.at - b.at,
    )
    .map(({ item }) => ({ ...item, closeUp: item.closeUp ?? contactAt(drawn, item.atUs) }));
}

/** The contact during or before an instant, for items without one. */
function contactAt({ contacts }: Drawn, atUs: number): string | null {
  return (contacts.findLast(({ fromUs }) => fromUs <= atUs) ?? contacts[0])?.id ?? null;
}

function contactItem(contact: TimelineContact, hrefs: ItemHrefs): TimelineItem {
  const { id, ordinal, channel, fromUs, toUs, stretches, end, csat, isSkewed } = contact;
  const agents = stretches.map(({ kind }) =>
    kind === null ? contactWords.noAgent : agentName(kind),
  );
  const time = contactWords.span(formatInstant(fromUs, "weekdayTime"), formatInstant(toUs, "time"));
  const rated = csat === null ? "" : contactWords.rated(csat);
  const flag = isSkewed ? contactWords.skewed : "";
  return {
    id,
    kind: "contact",
    atUs: fromUs,
    channel,
    name: `${channelWords[channel]}, ${time}, ${agents.slice(0, 4).join(contactWords.then)}, ${end.words}${rated}${flag}`,
    isFailure: end.tone === "fail",
    closeUp: id,
    href: hrefs.contact(ordinal),
  };
}

function agentName(kind: keyof typeof agentWords): string {
  return kind === "unknown" ? agentWords.unknown : contactWords.agent(agentWords[kind]);
}

function handoffItem(
  { id, ordinal, from, to, atUs, gap }: TimelineHandoff,
  contacts: readonly TimelineContact[],
  hrefs: ItemHrefs,
): TimelineItem {
  const fromChannel = channelWords[contacts[from]?.channel ?? "unknown"];
  const toChannel = channelWords[contacts[to]?.channel ?? "unknown"];
  const path =
    from === to
      ? itemNames.inside(toChannel)
      : fromChannel === toChannel
        ? itemNames.again(toChannel)
        : itemNames.across(fromChannel, toChannel);
  return {
    id,
    kind: "handoff",
    atUs,
    channel: contacts[to]?.channel ?? null,
    name: itemNames.handoff(path, formatInstant(atUs, "weekdayTime"), gap.words),
    isFailure: gap.isLossy,
    closeUp: id,
    href: hrefs.handoff(ordinal),
  };
}

function promiseItem(
  { id, contact, saidUs, dueUs, what, stateWords, tone }: TimelinePromise,
  contacts: readonly TimelineContact[],
): Omit<TimelineItem, "href"> {
  const channel = contacts[contact]?.channel ?? null;
  const due = dueUs === null ? "" : itemNames.due(formatDue(dueUs));
  return {
    id,
    kind: "promise",
    atUs: dueUs ?? saidUs,
    channel,
    name: itemNames.promise(
      channelWords[channel ?? "unknown"],
      formatInstant(saidUs, "weekdayTime"),
      what,
      due,
      stateWords,
    ),
    isFailure: tone === "fail",
    closeUp: id,
  };
}

function disclosureItem({
  id,
  atUs,
  words,
  status,
}: TimelineDisclosure): Omit<TimelineItem, "href" | "channel"> {
  return {
    id,
    kind: "disclosure",
    atUs,
    name: itemNames.disclosure(formatInstant(atUs, "weekdayTime"), words),
    isFailure: status !== "given" && status !== "not_evaluable",
    closeUp: id,
  };
}

function releaseItem(
  { id, atUs, words, message }: TimelineRelease,
  hrefs: ItemHrefs,
): TimelineItem {
  return {
    id,
    kind: "release",
    atUs,
    channel: null,
    name: itemNames.release(formatInstant(atUs, "weekdayTime"), words),
    isFailure: false,
    closeUp: id,
    href: hrefs.message(message),
  };
}

function stateItem({ id, fromUs, words, tone }: TimelineState): TimelineItem {
  return {
    id,
    kind: "state",
    atUs: fromUs,
    channel: null,
    name: `${words}, ${formatInstant(fromUs, "weekdayTime")}`,
    isFailure: tone === "fail",
    closeUp: null,
    href: null,
  };
}
