import { identityFields, type Declaration, type IdentityField } from "@/lib/domain/trace/identity";
import type { PiiFinding } from "@/lib/domain/privacy/pseudonym";
import type { CaseEvent, ImportedScore, Passage, Reading } from "@/lib/domain/trace/reading";
import { mapKeeping } from "./map-keeping";
import { instructions, maskOr, maskWords, type MaskPlace } from "./mask-content";
import type { SpanState } from "./span-state";
import type { TextPlace } from "./text-masker";

/** Under a version's name, four dotted numbers are no IP address. */
const version = { keyHint: "version" };
const hints: Partial<Record<IdentityField, TextPlace>> = {
  release: version,
  customerId: { keyHint: "customer_id" },
};

/**
 * Masks a span's reading: text, tool calls, passages, reasons, and personal identity values (a
 * phone number as customer id). Other ids are kept.
 * @param conversation names what the words continue, where they are one message of several; else null
 */
export function maskReading(
  reading: Reading,
  masker: SpanState,
  conversation: string | null,
): { reading: Reading; pii: PiiFinding[] } {
  const pii: PiiFinding[] = [];
  const mask: MaskPlace = (text, place, where) => {
    const masked = masker.text.mask(text, where);
    for (const { type, pseudonym } of masked.found) pii.push({ type, place, pseudonym });
    return masked.text;
  };
  const masked: Reading = {
    ...reading,
    declared: maskDeclared(reading.declared, mask),
    model: maskOr(reading.model, "model", mask),
    promptName: maskOr(reading.promptName, "promptName", mask),
    promptVersion: maskOr(reading.promptVersion, "promptVersion", mask, version),
    toolName: maskOr(reading.toolName, "toolName", mask),
    failure: maskOr(reading.failure, "failure", mask),
    system: maskOr(reading.system, "system", mask, instructions),
    ...maskWords(reading, masker, mask, pii, conversation),
    passages: mapKeeping(reading.passages, (passage, index) =>
      maskPassage(passage, `passages[${index}]`, mask),
    ),
    caseEvents: mapKeeping(reading.caseEvents, (event, index) =>
      maskEvent(event, `caseEvents[${index}]`, mask),
    ),
    importedScores: mapKeeping(reading.importedScores, (score, index) =>
      maskScore(score, `importedScores[${index}]`, mask),
    ),
  };
  return { reading: masked, pii };
}

function maskDeclared(declared: Declaration, mask: MaskPlace): Declaration {
  let masked: Declaration | null = null;
  for (const field of identityFields) {
    const said = declared[field];
    if (said === undefined) continue;
    const shown = mapKeeping(said, (entry) => {
      const value = mask(entry.value, `declared.${field}`, hints[field]);
      return value === entry.value ? entry : { ...entry, value };
    });
    if (shown !== said) masked = { ...(masked ?? declared), [field]: shown };
  }
  return masked ?? declared;
}

function maskPassage(passage: Passage, place: string, mask: MaskPlace): Passage {
  const id = maskOr(passage.id, `${place}.id`, mask);
  const text = maskOr(passage.text, place, mask);
  return id === passage.id && text === passage.text ? passage : { ...passage, id, text };
}

function maskEvent(event: CaseEvent, place: string, mask: MaskPlace): CaseEvent {
  const { reason, closureMethod, closureEvidence, gives, medium, text } = event;
  return {
    ...event,
    ...(reason !== undefined && { reason: mask(reason, `${place}.reason`) }),
    ...(closureMethod !== undefined && {
      closureMethod: mask(closureMethod, `${place}.closureMethod`),
    }),
    ...(closureEvidence !== undefined && {
      closureEvidence: mask(closureEvidence, `${place}.closureEvidence`),
    }),
    ...(gives !== undefined && { gives: mask(gives, `${place}.gives`) }),
    ...(medium !== undefined && { medium: mask(medium, `${place}.medium`) }),
    ...(text !== undefined && { text: mask(text, `${place}.text`) }),
  };
}

function maskScore(score: ImportedScore, place: string, mask: MaskPlace): ImportedScore {
  return {
    ...score,
    name: mask(score.name, `${place}.name`),
    label: maskOr(score.label, `${place}.label`, mask),
    because: maskOr(score.because, `${place}.because`, mask),
    annotator: maskOr(score.annotator, `${place}.annotator`, mask),
  };
}
