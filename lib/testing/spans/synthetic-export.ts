import { otlpRequest, type OtlpRequest, type PlainSpan } from "./otlp";
import { seededRandom, type SeededRandom } from "../seeded-random";
import { conventions, type Contact } from "./synthetic-contacts";

export type SyntheticExport = {
  /** Requests in order of time, each root after its children. */
  readonly requests: readonly OtlpRequest[];
  readonly spanCount: number;
  /** CRM records of some cases as JSON objects. */
  readonly records: readonly object[];
  /** Each case's channels, one entry per touchpoint. */
  readonly channels: ReadonlyMap<string, readonly string[]>;
};

const minuteUs = 60_000_000;
const dayUs = 24 * 60 * minuteUs;
/** 2026-01-05T08:00:00Z. */
const firstUs = 1_767_600_000_000_000;

/**
 * Generates an export of several instrumentations: cases of one to three contacts, customers with several cases,
 * traces whose only identity is their session or a later root.
 */
export function syntheticExport(seed: number, caseCount: number): SyntheticExport {
  const random = seededRandom(seed);
  const requests: OtlpRequest[] = [];
  const records: object[] = [];
  const channels = new Map<string, readonly string[]>();
  let spanCount = 0;
  for (let index = 0; index < caseCount; index += 1) {
    const caseId = `T-${String(1000 + index)}`;
    const customerId = customerIdOf(Math.floor(index / 2));
    const touched: string[] = [];
    let startUs = firstUs + index * 6 * 60 * minuteUs;
    for (let contact = 0; contact <= random.below(3); contact += 1) {
      const convention = random.pick(conventions);
      touched.push(convention.channel);
      const spans = convention.spansOf(contactOf(random, { caseId, customerId, contact, startUs }));
      spanCount += spans.length;
      requests.push(...inRequests(random, spans, convention.scope));
      startUs += dayUs / 4;
    }
    channels.set(caseId, touched);
    if (random.below(3) === 0) records.push(recordOf(random, caseId, customerId, startUs));
  }
  return { requests, spanCount, records, channels };
}

/** Some customer ids are personal data. */
function customerIdOf(index: number): string {
  if (index % 3 === 1) return `+1 415 555 0${String(100 + index)}`;
  return index % 3 === 2 ? `customer.${String(index)}@example.org` : `customer-${String(index)}`;
}

function contactOf(
  random: SeededRandom,
  given: Pick<Contact, "caseId" | "customerId" | "startUs"> & { readonly contact: number },
): Contact {
  const { contact, ...rest } = given;
  const order = `#W${String(1_000_000 + random.below(8_000_000))}`;
  return {
    ...rest,
    interactionId: `${given.caseId}:${String(contact)}`,
    intent: random.pick(["refund", "address_change", "delivery"]),
    traceId: random.hex(32),
    spanId: () => random.hex(16),
    turns: [
      { who: "customer", text: `My order ${order} has not come. ${opening(random)}` },
      { who: "agent", text: `I have found order ${order} and will send it again today.` },
      { who: "customer", text: random.pick(["Thanks, that is all.", "It still does not work."]) },
      { who: "agent", text: random.pick(["You are welcome.", "Let me hand you to a colleague."]) },
    ],
    phone: `+1 415 555 0${String(100 + random.below(90))}`,
  };
}

function opening(random: SeededRandom): string {
  return random.pick(["Where is it?", "Please help.", "I have waited for two weeks."]);
}

/** Sends a contact's spans in one request or two, the root last. */
function inRequests(
  random: SeededRandom,
  spans: readonly PlainSpan[],
  scope: string,
): readonly OtlpRequest[] {
  const cut = 1 + random.below(spans.length - 1);
  const late = spans.slice(0, cut);
  const early = spans.slice(cut);
  return [otlpRequest(early, { scope }), otlpRequest(late, { scope })];
}

function recordOf(
  random: SeededRandom,
  caseId: string,
  customerId: string,
  lastUs: number,
): object {
  return {
    id: caseId,
    customer: customerId,
    type: random.pick(["order", "account"]),
    closed: new Date(lastUs / 1000).toISOString(),
    closure_code: random.pick(["resolved", "no_response"]),
    csat: 1 + random.below(5),
  };
}
