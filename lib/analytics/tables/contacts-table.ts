import { contactDisclosures } from "@/lib/domain/case/case-disclosure";
import { noteActs } from "@/lib/domain/case/contact-style";
import { escalationReasons } from "@/lib/domain/case/escalation-reason";
import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import { personaAttributes } from "@/lib/domain/settings/persona-contract";
import { channels } from "@/lib/domain/trace/channel";
import { addressName } from "../case-table/address-name";
import { agentsValues } from "../facets/case-facets";
import { contactReadings, initiators, readingOf, type ContactRow } from "../rows/contact-row";
import type { AnalyticCase } from "./cases-table";
import {
  boolean,
  defineTable,
  integer,
  microseconds,
  position,
  real,
  text,
  type Column,
} from "./table";

/** A contact among those of its case, which are in time order. */
export type ContactAt = {
  readonly key: number;
  /** Its position among them, from 0. */
  readonly index: number;
  readonly row: ContactRow;
  readonly all: readonly ContactRow[];
};

/** A case's contacts, in time order. */
export function contactsOf({ key, contactRows: all }: AnalyticCase): readonly ContactAt[] {
  return all.map((row, index) => ({ key, index, row, all }));
}

/** One row per contact. */
export const contactsTable = defineTable<ContactAt>("contacts", {
  case_key: integer(({ key }) => key),
  index: integer(({ index }) => index),
  /** The interaction's ordinal in the case. */
  ordinal: integer(({ row }) => row.ordinal),
  start_us: microseconds(({ row }) => row.startUs),
  end_us: microseconds(({ row }) => row.endUs),
  /** The start of the next contact, and of the next on the same channel. */
  next_us: microseconds(({ all, index }) => all[index + 1]?.startUs ?? null),
  again_us: microseconds(
    ({ all, index, row }) =>
      all.find((each, at) => at > index && each.channel === row.channel)?.startUs ?? null,
  ),
  next_channel: position(({ all, index }) => {
    const next = all[index + 1];
    return next === undefined ? null : channels.indexOf(next.channel);
  }),
  is_first: boolean(({ index }) => index === 0),
  is_last: boolean(({ index, all }) => index === all.length - 1),
  /** Whether an earlier contact was on its channel. */
  is_later: boolean(({ all, index, row }) =>
    all.some((each, at) => at < index && each.channel === row.channel),
  ),
  channel: position(({ row }) => channels.indexOf(row.channel)),
  agents: position(({ row }) => agentsValues.indexOf(row.agents)),
  initiator: position(({ row }) => initiators.indexOf(row.initiator)),
  is_transferred: boolean(({ row }) => row.isTransferred),
  score: position(({ row }) => bandOf(row.resolution, "conversation_resolution")),
  persona_band: position(({ row }) => bandOf(row.persona, "persona_consistency")),
  notes: position(({ row }) => noteActs.indexOf(row.notes)),
  grounded: position(({ row }) => bandOf(row.grounded, "groundedness")),
  faithful: position(({ row }) => bandOf(row.faithful, "faithfulness")),
  mood: position(({ row }) => bandOf(row.frustration, "customer_sentiment")),
  tone: position(({ row }) => bandOf(row.politeness, "tone")),
  disclosures: position(({ row }) => Math.max(0, contactDisclosures.indexOf(row.disclosures))),
  escalation: position(({ row }) =>
    row.escalation === null ? 0 : 1 + escalationReasons.indexOf(row.escalation),
  ),
  false_success: position(({ row }) => bandOf(row.falseSuccess, "false_success")),
  reading: position(({ row }) => contactReadings.indexOf(readingOf(row))),
  prompt: text(({ row }) => (row.prompt === null ? null : addressName(row.prompt))),
  release: text(({ row }) => (row.release === null ? null : addressName(row.release))),
  resolution: real(({ row }) => row.resolution),
  persona: real(({ row }) => row.persona),
  frustration: real(({ row }) => row.frustration),
  politeness: real(({ row }) => row.politeness),
  answer_us: microseconds(({ row }) => row.answerUs),
  human_answer_us: microseconds(({ row }) => row.humanAnswerUs),
  handled_us: microseconds(({ row }) => row.handledUs),
  human_us: microseconds(({ row }) => row.humanUs),
  words: integer(({ row }) => row.style?.words ?? null),
  ...styleColumns(),
});

function styleColumns(): Readonly<Record<string, Column<ContactAt>>> {
  return Object.fromEntries(
    personaAttributes.map((attribute, at) => [
      `style_${attribute.toLowerCase()}`,
      real<ContactAt>(({ row }) => row.style?.values[at] ?? null),
    ]),
  );
}

/** 0 without a score, 2 from the evaluator's upper limit on, else 1. */
function bandOf(value: number | null, evaluator: Parameters<typeof bandLimits>[0]): number {
  if (value === null) return 0;
  return value >= bandLimits(evaluator).high ? 2 : 1;
}
