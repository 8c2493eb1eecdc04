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

export type CaseInstants = Pick<
  DerivedCase,
  "openedUs" | "lastContactUs" | "closing" | "reopenedUs"
>;

type Told = {
  readonly input: CaseInput;
  readonly spans: readonly CaseSpan[];
  readonly interactions: readonly Interaction[];
  readonly messages: readonly Message[];
  readonly settings: DerivationSettings;
};

const dayUs = 86_400_000_000;
const minuteUs = 60_000_000;

/**
 * Reads when the case opened, was last in contact, closed and reopened. Nothing here depends on the
 * clock: a closing that nobody stated is inferred as an instant, which may still lie ahead.
 */
export function readCaseInstants(told: Told): CaseInstants {
  const { input, spans, interactions, settings } = told;
  const record = mergeRecords(input.records);
  const contacts = interactions.filter((interaction) => interaction.isTouchpoint);
  const known = contacts.length > 0 ? contacts : interactions;
  const firstContactUs = least(known.map((interaction) => interaction.startUs));
  const last = known.toSorted((a, b) => b.endUs - a.endUs || b.ordinal - a.ordinal)[0];
  const stated = findStatedClosings(spans, record.closedUs);
  const reopenedUs = findReopening(told, stated[0] ?? null);
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

/** Every closing that an event or the CRM states, earliest first. */
function findStatedClosings(
  spans: readonly CaseSpan[],
  recordUs: number | null,
): readonly CaseClosing[] {
  const events = eventTimes(spans, "closed").map((atUs) => ({ atUs, from: "event" as const }));
  const records = recordUs === null ? [] : [{ atUs: recordUs, from: "record" as const }];
  return [...records, ...events].sort((a, b) => a.atUs - b.atUs);
}

/** Before a reopening the first closing counts; where there is none, the CRM's word. */
function chooseStated(
  stated: readonly CaseClosing[],
  reopenedUs: number | null,
): CaseClosing | null {
  const first = stated[0] ?? null;
  if (reopenedUs !== null) return first;
  return stated.find((closing) => closing.from === "record") ?? first;
}

/** An event says so, or the customer was in touch again after a stated closing. */
function findReopening(told: Told, closing: CaseClosing | null): number | null {
  const said = eventTimes(told.spans, "reopened").filter(
    (atUs) => closing === null || atUs >= closing.atUs,
  );
  if (closing === null) return least(said);
  const again = told.interactions
    .filter((interaction) => interaction.isTouchpoint && interaction.startUs > closing.atUs)
    .map((interaction) => interaction.startUs);
  return least([...said, ...again, ...findLaterWords(told, closing)]);
}

/** A contact with an id is never cut: the customer's words in it count once it has been silent since the closing. */
function findLaterWords(told: Told, closing: CaseClosing): readonly number[] {
  const { interactions, messages, settings } = told;
  return messages
    .filter(({ speaker, interaction, atUs }) => {
      const channel = interactions[interaction]?.channel ?? "unknown";
      const idleUs = settings.sessionIdleMinutes[channel] * minuteUs;
      return speaker === "customer" && atUs > closing.atUs + idleUs;
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
