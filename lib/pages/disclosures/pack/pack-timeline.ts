import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseEvent } from "@/lib/domain/trace/reading";
import { findingWords, reviewWords, ruleName } from "@/lib/format/disclosure-words";
import { formatCounted, isoInstant } from "@/lib/format/format";
import { agentWords, closureMethodWords, handoffWords } from "@/lib/format/wording";
import type { PackEvent, PackFinding } from "./pack-model";

/** The case's contacts, handoffs, stated events, findings and decisions in order of time. */
export function packTimeline(
  derived: DerivedCase,
  findings: readonly PackFinding[],
): readonly PackEvent[] {
  const { interactions, handoffs, caseEvents, closing, reopenedUs, closure } = derived;
  const place = (ordinal: number) => ({
    contact: ordinal + 1,
    channel: interactions[ordinal]?.channel ?? ("unknown" as const),
  });
  const ofCase = { contact: null, channel: null };
  const events: PackEvent[] = [
    ...interactions.flatMap(({ ordinal, startUs, messageCount, initiator }) =>
      event(
        startUs,
        place(ordinal),
        `Contact begins: ${initiatorOf[initiator]}, ${formatCounted(messageCount, "message")}`,
      ),
    ),
    ...handoffs.flatMap(({ kind, toInteraction, atMessage, fromKind, toKind }) =>
      event(
        derived.messages[atMessage]?.atUs ?? interactions[toInteraction]?.startUs ?? null,
        place(toInteraction),
        `Handoff: ${handoffWords[kind]}, ${agentWords[fromKind]} to ${agentWords[toKind]}`,
      ),
    ),
    ...caseEvents
      .filter(({ name }) => name !== "closed" && name !== "reopened")
      .flatMap((each) =>
        event(
          each.atUs,
          each.interaction === undefined ? ofCase : place(each.interaction),
          `Reported: ${eventNames[each.name]}`,
        ),
      ),
    ...(closing === null
      ? []
      : event(
          closing.atUs,
          ofCase,
          closing.from === "inferred"
            ? "The case fell quiet; nobody reported that it was closed"
            : `Closed ${closureMethodWords[closure.method]}`,
        )),
    ...event(reopenedUs, ofCase, "Opened again"),
    ...findings.flatMap(({ at, contact, channel, rule, status, review, decisions }) => [
      ...(at === null
        ? []
        : [
            {
              ...{ at, contact, channel },
              words: `${ruleName(rule)}: ${findingWords(status, rule, review)}`,
            },
          ]),
      ...decisions.map((each) => ({
        ...{ at: each.at, contact, channel },
        words: `${ruleName(rule)}: ${reviewWords[each.decision]} by ${each.by.words}`,
      })),
    ]),
  ];
  // Sorting is stable: what has one time stays in the order above.
  return events.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function event(
  atUs: number | null,
  place: Pick<PackEvent, "contact" | "channel">,
  words: string,
): PackEvent[] {
  const at = atUs === null ? undefined : isoInstant(atUs);
  return at === undefined ? [] : [{ at, ...place, words }];
}

const initiatorOf = {
  customer: "the customer began",
  agent: "the agent began",
  unknown: "nobody said who began",
} as const;

const eventNames: Readonly<Record<CaseEvent["name"], string>> = {
  opened: "the case was opened",
  closed: "the case was closed",
  reopened: "the case was opened again",
  note_read: "an agent read the case’s notes",
  note_written: "an agent wrote a note",
  sla_paused: "the service clock paused",
  sla_resumed: "the service clock went on",
  sla_due: "a due date",
  escalated: "the case was escalated",
  csat: "the customer’s rating",
  disclosed: "a disclosure outside the words",
};
