import type {
  CaseClosing,
  CaseInput,
  CaseSpan,
  DerivedCase,
  Interaction,
  Message,
} from "@/lib/domain/case/case";
import type { CaseEventName } from "@/lib/domain/trace/reading";
import type { DerivationSettings } from "@/lib/domain/settings/settings";
import { mergeRecords } from "./merge-records";
import { comesBack } from "./words/comes-back";

export type CaseInstants = Pick<
  DerivedCase,
  "openedUs" | "lastContactUs" | "closing" | "reopenedUs"
>;

type InstantsInput = {
  readonly input: CaseInput;
  readonly spans: readonly CaseSpan[];
  readonly interactions: readonly Interaction[];
  readonly messages: readonly Message[];
  readonly settings: DerivationSettings;
};

const dayUs = 86_400_000_000;
const minuteUs = 60_000_000;

/**
 * Reads when the case opened, had its last contact, closed and reopened. Independent of the clock:
 * an inferred closing is an instant that may be in the future.
 */
export function readCaseInstants(given: InstantsInput): CaseInstants {
  const { input, spans, interactions, settings } = given;
  const record = mergeRecords(input.records);
  const contacts = interactions.filter((interaction) => interaction.isTouchpoint);
  const known = contacts.length > 0 ? contacts : interactions;
  const firstContactUs = least(known.map((interaction) => interaction.startUs));
  const last = known.toSorted((a, b) => b.endUs - a.endUs || b.ordinal - a.ordinal)[0];
  const stated = findStatedClosings(spans, record.closedUs);
  const reopenedUs = findReopening(given, stated[0] ?? null);
  const idleDays = last === undefined ? null : settings.closeIdleDays[last.channel];
  const inferred: CaseClosing | null =
    last === undefined || idleDays === null
      ? null
      : { atUs: last.endUs + Math.round(idleDays * dayUs), from: "inferred" };
  return {
    openedUs:
      record.openedUs ??
      least(eventTimes(spans, "opened")) ??
      firstContactUs ??
      spans[0]?.startUs ??
      null,
    lastContactUs: last?.endUs ?? null,
    closing: chooseStated(stated, reopenedUs) ?? inferred,
    reopenedUs,
  };
}

/** Every closing stated by an event or the CRM, earliest first. */
function findStatedClosings(
  spans: readonly CaseSpan[],
  recordUs: number | null,
): readonly CaseClosing[] {
  const events = eventTimes(spans, "closed").map((atUs) => ({ atUs, from: "event" as const }));
  const records = recordUs === null ? [] : [{ atUs: recordUs, from: "record" as const }];
  return [...records, ...events].sort((a, b) => a.atUs - b.atUs);
}

/** The first closing before a reopening; without one, the CRM's. */
function chooseStated(
  stated: readonly CaseClosing[],
  reopenedUs: number | null,
): CaseClosing | null {
  const first = stated[0] ?? null;
  if (reopenedUs !== null) return first;
  return stated.find((closing) => closing.from === "record") ?? first;
}

/** The reopening stated by an event, or a contact of the customer after a stated closing. */
function findReopening(given: InstantsInput, closing: CaseClosing | null): number | null {
  const stated = eventTimes(given.spans, "reopened").filter(
    (atUs) => closing === null || atUs >= closing.atUs,
  );
  if (closing === null) return least(stated);
  const returning = given.messages.filter(
    ({ speaker, text }) => speaker === "customer" && comesBack(text),
  );
  const byContact = new Set(returning.map(({ interaction }) => interaction));
  const again = given.interactions
    .filter(
      ({ isTouchpoint, startUs, strippedCount, ordinal }) =>
        isTouchpoint &&
        startUs > closing.atUs &&
        // Words that were removed before they reached us may be a return.
        (strippedCount > 0 || byContact.has(ordinal)),
    )
    .map((interaction) => interaction.startUs);
  return least([...stated, ...again, ...findLaterWords(given, returning, closing)]);
}

/**
 * A contact with an id goes on: the customer's messages in it count as a reopening once it was silent since the closing.
 * @param returning the customer's messages that can bring a case back
 */
function findLaterWords(
  { interactions, settings }: InstantsInput,
  returning: readonly Message[],
  closing: CaseClosing,
): readonly number[] {
  return returning
    .filter(({ interaction, atUs }) => {
      const channel = interactions[interaction]?.channel ?? "unknown";
      const idleUs = settings.sessionIdleMinutes[channel] * minuteUs;
      return atUs > closing.atUs + idleUs;
    })
    .map((message) => message.atUs);
}

function eventTimes(spans: readonly CaseSpan[], name: CaseEventName): readonly number[] {
  return spans.flatMap((span) =>
    span.caseEvents.filter((event) => event.name === name).map((event) => event.atUs),
  );
}

function least(instants: readonly number[]): number | null {
  let smallest: number | null = null;
  for (const atUs of instants) if (smallest === null || atUs < smallest) smallest = atUs;
  return smallest;
}
