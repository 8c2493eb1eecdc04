import type { DerivedCase, Message } from "@/lib/domain/case/case";
import type { CasePromise, PromiseKind } from "@/lib/domain/case/case-promise";
import type { Settings } from "@/lib/domain/settings/settings";
import { messagesOfContacts } from "../messages-of-contacts";
import { findCommitments, type Commitment } from "./find-commitments";
import { findFulfilment, type Fulfilment } from "./find-fulfilment";
import { findReception } from "./find-reception";
import { areOfTwoPeople } from "./may-concern";
import { resolveDue } from "./resolve-due";

type PromisingCase = Pick<DerivedCase, "messages" | "interactions" | "closing">;
/** Maximum number of later contacts, the next first, whose reception of a promise is read. */
const receptionsMax = 20;

type PromiseSettings = Pick<Settings, "businessHours" | "timeZone">;

/**
 * Finds agents' promises in a case with due time, fulfilment and reception by later contacts.
 * Spoken times use the settings' zone and business week.
 * @returns in order of utterance
 */
export function findPromises(
  input: PromisingCase,
  settings: PromiseSettings,
): readonly CasePromise[] {
  const calendar = { hours: settings.businessHours, timeZone: settings.timeZone };
  const later = laterContacts(input);
  return findCommitments(input.messages).map((commitment) => {
    const { message, due } = commitment;
    const dueUs = due === null ? null : resolveDue(due, message.atUs, calendar);
    const fulfilment = findFulfilment(commitment, input, dueUs);
    const contacts = later(message.interaction);
    return {
      quote: commitment.quote,
      interaction: message.interaction,
      by: message.agentKind,
      kind: commitment.thing.kind,
      what: commitment.what,
      madeUs: message.atUs,
      dueUs,
      dueWords: due === null || dueUs === null ? "" : due.words,
      ...settle(commitment, input, fulfilment),
      receptions: contacts
        .filter(({ ordinal }) => !areOfTwoPeople(input.messages, message.interaction, ordinal))
        .map(({ ordinal, spoken }) => ({
          interaction: ordinal,
          ...findReception(commitment.thing, spoken),
        })),
    };
  });
}

/** What was seen of a promise, and whether an agent spoke in any later contact. */
type Settled = Pick<CasePromise, "status" | "because" | "evidence" | "settledUs">;

/** Kinds that the company would keep by a contact, which would be among the traces; a payment would not. */
const contactKinds: ReadonlySet<PromiseKind> = new Set(["callback", "follow-up"]);

function settle(
  { thing: { kind } }: Commitment,
  { closing }: PromisingCase,
  fulfilment: Fulfilment | null,
): Settled {
  if (fulfilment !== null) {
    const { status, because, evidence, atUs } = fulfilment;
    return { status, because, evidence, settledUs: atUs };
  }
  const wouldShow = contactKinds.has(kind);
  if (closing === null || (wouldShow && closing.from === "inferred")) {
    const because = wouldShow
      ? "No later contact of the case shows whether it was kept."
      : "Nothing after it shows whether it was kept.";
    return { status: "open", because, evidence: null, settledUs: null };
  }
  const because =
    closing.from === "inferred"
      ? "Nothing later in the case shows whether it was kept."
      : "The case was closed, and nothing in it shows whether it was kept.";
  return { status: "unknown", because, evidence: null, settledUs: closing.atUs };
}

type AnsweredContact = { readonly ordinal: number; readonly spoken: readonly Message[] };

/** @returns a function from a contact to the later ones in which an agent spoke, next first */
function laterContacts({
  messages,
  interactions,
}: PromisingCase): (interaction: number) => readonly AnsweredContact[] {
  const messagesByContact = messagesOfContacts(messages);
  const answered: AnsweredContact[] = [];
  const answeredUpTo = interactions.map(({ ordinal }) => {
    const spoken = messagesByContact.get(ordinal) ?? [];
    if (spoken.some(({ speaker }) => speaker === "agent")) answered.push({ ordinal, spoken });
    return answered.length;
  });
  return (interaction) => {
    const from = answeredUpTo[interaction] ?? answered.length;
    return answered.slice(from, from + receptionsMax);
  };
}
