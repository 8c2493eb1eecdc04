import fc from "fast-check";
import { handoffKinds } from "@/lib/domain/case/case";
import {
  contactDisclosures,
  requiredStatuses,
  unreadReasons,
} from "@/lib/domain/case/case-disclosure";
import { channels } from "@/lib/domain/trace/channel";
import { noteActs } from "@/lib/domain/case/contact-style";
import { escalationReasons } from "@/lib/domain/case/escalation-reason";
import { promiseKinds, promiseStatuses } from "@/lib/domain/case/case-promise";
import { agentKinds } from "@/lib/domain/trace/identity";
import { agentsValues, handoffVerdicts } from "@/lib/analytics/facets/case-facets";
import { initiators, type ContactRow } from "@/lib/analytics/rows/contact-row";
import type { HandoffRow } from "@/lib/analytics/rows/handoff-row";
import type { DisclosureRow } from "@/lib/analytics/rows/disclosure-row";
import type { PiiRow } from "@/lib/analytics/rows/pii-row";
import { personalPlaces } from "@/lib/domain/privacy/personal-values";
import { piiTypes } from "@/lib/domain/privacy/pseudonym";
import type { PromiseRow } from "@/lib/analytics/rows/promise-row";

const dayUs = 86_400_000_000;
/** Whole days from 0 to 12. */
const day = fc.integer({ min: 0, max: 12 }).map((days) => days * dayUs);
const few = fc.integer({ min: 0, max: 2 });
const name = fc.option(fc.constantFrom("core@v1", "core@v2", "r1"));
const share = fc.option(fc.constantFrom(0, 0.25, 0.5, 1));

const contact = fc.record({
  channel: fc.constantFrom(...channels),
  startUs: day,
  agents: fc.constantFrom(...agentsValues),
  initiator: fc.constantFrom(...initiators),
  isTransferred: fc.boolean(),
  resolution: share,
  answerUs: fc.option(day),
  humanAnswerUs: fc.option(day),
  handledUs: day,
  humanUs: day,
  notes: fc.constantFrom(...noteActs),
  prompt: name,
  release: name,
  team: name,
  persona: share,
  style: fc.constant(null),
  grounded: share,
  faithful: share,
  frustration: share,
  politeness: share,
  disclosures: fc.constantFrom(...contactDisclosures),
  escalation: fc.option(fc.constantFrom(...escalationReasons)),
  falseSuccess: fc.option(fc.constantFrom(0, 1)),
  unread: fc.option(fc.constantFrom(...unreadReasons)),
});

/** Up to four contacts of one case, in time order. */
export const contactRowLists: fc.Arbitrary<readonly ContactRow[]> = fc
  .array(contact, { maxLength: 4 })
  .map((rows) =>
    rows
      .toSorted((a, b) => a.startUs - b.startUs)
      .map((row, ordinal) => ({ ...row, ordinal, endUs: row.startUs + 1 })),
  );

/** Up to three handoffs of one case. */
export const handoffRowLists: fc.Arbitrary<readonly HandoffRow[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...handoffKinds),
      from: fc.constantFrom(...channels),
      to: fc.constantFrom(...channels),
      fromKind: fc.constantFrom(...agentKinds),
      toKind: fc.constantFrom(...agentKinds),
      initiator: fc.constantFrom(...initiators),
      atUs: day,
      gapUs: day,
      verdict: fc.constantFrom(...handoffVerdicts),
      facts: fc.array(fc.array(few, { minLength: 5, maxLength: 5 }), {
        minLength: 3,
        maxLength: 3,
      }),
      packet: fc.constant(null),
      release: name,
      team: name,
      context: share,
    }),
    { maxLength: 3 },
  )
  .map((rows) => rows.map((row, ordinal) => ({ ...row, ordinal })));

/** Up to three promises of one case. */
export const promiseRowLists: fc.Arbitrary<readonly PromiseRow[]> = fc
  .array(
    fc.record({
      by: fc.constantFrom(...agentKinds),
      kind: fc.constantFrom(...promiseKinds),
      what: fc.constant("credit"),
      madeUs: day,
      dueUs: fc.option(day),
      dueWords: fc.constant(""),
      status: fc.constantFrom(...promiseStatuses),
      settledUs: fc.option(day),
      channel: fc.constantFrom(...channels),
      message: few,
      received: fc.option(
        fc.record({
          channel: fc.constantFrom(...channels),
          reception: fc.constantFrom("known", "denied", "ignored", "not-mentioned"),
        }),
      ),
    }),
    { maxLength: 3 },
  )
  .map((rows) => rows.map((row, ordinal) => ({ ...row, ordinal })));

/** Up to four disclosures of one case. */
export const disclosureRowLists: fc.Arbitrary<readonly DisclosureRow[]> = fc
  .array(
    fc.record({
      interaction: few,
      anchor: fc.constantFrom("i1", "i2"),
      reviewId: fc.constant(null),
      reviewer: fc.constant(null),
      review: fc.constant("open"),
      rule: fc.constantFrom("recording-notice-all-party", "own-rule"),
      version: fc.constant(1),
      status: fc.constantFrom(...requiredStatuses),
      channel: fc.constantFrom(...channels),
      atUs: day,
      agents: fc.constantFrom(...agentsValues),
      release: name,
      message: fc.option(few),
      words: fc.option(fc.constant("This call is recorded.")),
      wordsFrom: fc.constantFrom(
        "evidence" as const,
        "nearest" as const,
        "searched" as const,
        null,
      ),
      because: fc.constant("Said in the first turn."),
    }),
    { maxLength: 4 },
  )
  .map((rows) => rows.map((row, ordinal) => ({ ...row, ordinal })));

/** Up to four personal values of one case. */
const piiRowLists: fc.Arbitrary<readonly PiiRow[]> = fc
  .array(
    fc.record({
      isLeaked: fc.boolean(),
      type: fc.option(fc.constantFrom(...piiTypes)),
      place: fc.constantFrom(...personalPlaces),
      source: fc.option(fc.constantFrom("find_user", "http.url")),
      span: fc.constantFrom("t1/s1", "t1/s2"),
      interaction: fc.option(few),
      channel: fc.constantFrom(...channels),
      atUs: day,
      release: name,
      isSpansFirst: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((rows) => rows.map((row, ordinal) => ({ ...row, ordinal })));

/** The rows of one case's children. */
export const childRows = fc.record({
  contactRows: contactRowLists,
  handoffRows: handoffRowLists,
  promiseRows: promiseRowLists,
  disclosureRows: disclosureRowLists,
  piiRows: piiRowLists,
});
