import type { DerivedCase, Message, Score, ScoreTarget } from "@/lib/domain/case/case";
import { evidenceOf } from "@/lib/domain/case/evidence-of";
import type { SpanKey } from "@/lib/domain/trace/span";
import { statement, type Connection } from "../port";

type Values = (string | number | null)[];

const insertSql = `INSERT INTO scores (case_key, evaluator, version, target_kind, target_ordinal,
    target_span, interaction, channel, prompt_version, status, value, because, evidence)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Inserts the scores of a case, each with the contact it belongs to. */
export async function insertScores(
  connection: Connection,
  caseKey: number,
  derived: Pick<DerivedCase, "scores" | "messages" | "interactions" | "handoffs">,
): Promise<void> {
  const contactOf = contactsOfSpans(derived.messages);
  const rows = derived.scores.map((score) => valuesOf(caseKey, score, derived, contactOf));
  await statement<Values>(connection, insertSql).runAll(rows);
}

/** In the order of `insertSql`. */
function valuesOf(
  caseKey: number,
  { evaluator, version, target, verdict }: Score,
  derived: Pick<DerivedCase, "messages" | "interactions" | "handoffs">,
  contactOf: ContactOfSpan,
): Values {
  const interaction = interactionOf(target, derived, contactOf);
  const place = interaction === null ? undefined : derived.interactions[interaction];
  return [
    caseKey,
    evaluator,
    version === "imported" ? null : version,
    target.kind,
    "ordinal" in target ? target.ordinal : null,
    target.kind === "span" ? target.span : null,
    interaction,
    place?.channel ?? null,
    place?.promptVersions[0] ?? null,
    verdict.status,
    verdict.status === "scored" ? verdict.value : null,
    verdict.because,
    JSON.stringify(evidenceOf(verdict)),
  ];
}

/** The contact a score's target belongs to; a handoff belongs to the contact it led to. */
function interactionOf(
  target: ScoreTarget,
  derived: Pick<DerivedCase, "messages" | "interactions" | "handoffs">,
  contactOf: ContactOfSpan,
): number | null {
  switch (target.kind) {
    case "interaction":
      return target.ordinal;
    case "handoff":
      return derived.handoffs[target.ordinal]?.toInteraction ?? null;
    case "message":
      return derived.messages[target.ordinal]?.interaction ?? null;
    case "span":
      return contactOf.get(target.span) ?? null;
    case "case":
      return null;
  }
}

type ContactOfSpan = ReadonlyMap<SpanKey, number>;

/** By the first message that was read from a span; a span without messages is of no known contact. */
function contactsOfSpans(messages: readonly Message[]): ContactOfSpan {
  const contacts = new Map<SpanKey, number>();
  for (const { spans, interaction } of messages) {
    for (const span of spans) if (!contacts.has(span)) contacts.set(span, interaction);
  }
  return contacts;
}
