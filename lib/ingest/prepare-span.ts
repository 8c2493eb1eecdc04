import type { DataFinding } from "@/lib/domain/trace/finding";
import { withRoleSpeakers } from "@/lib/domain/trace/keyed-words";
import type { Reading, Utterance } from "@/lib/domain/trace/reading";
import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type { Attributes, SourceSpan } from "@/lib/domain/trace/span";
import type { SpanExtra, StorableSpan } from "@/lib/domain/trace/storable-span";
import { hashSpan, type Hashing } from "./hash-span";
import { addKeyedWords, findUnknownRoles, settledBy } from "./add-keyed-words";
import { findCutText } from "./mask/cut-pieces";
import { readSpan, strippedFinding } from "./read-span";
import type { Masker } from "./mask/masker";

export type Preparation = Hashing & {
  readonly settings: ReadingSettings;
  readonly masker: Masker;
};

/**
 * Prepares a span for storage: reads it by its conventions, masks and hashes it.
 * @param findings from decoding
 */
export function prepareSpan(
  source: SourceSpan,
  findings: readonly DataFinding[],
  preparation: Preparation,
): StorableSpan {
  return storableOf(source, readSpan(source, preparation.settings), findings, preparation);
}

/**
 * Masks and hashes a span that was read.
 * @param findings from decoding
 */
export function storableOf(
  source: SourceSpan,
  raw: Reading,
  findings: readonly DataFinding[],
  preparation: Preparation,
): StorableSpan {
  const { span, reading, pii } = preparation.masker.span(source, raw);
  const resource = resourceOf(span);
  // Of what was sent alone: settings may change.
  const contentHash = hashSpan(span, reading, resource + detailOf(span), preparation);
  const settled = settle(span, reading, preparation);
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId,
    name: span.name,
    kind: reading.kind,
    part: settled.part,
    status: span.status,
    startUs: span.startUs,
    endUs: span.endUs,
    attributeCount: source.attributes.size,
    contentHash,
    declared: reading.declared,
    model: reading.model,
    promptName: reading.promptName,
    promptVersion: reading.promptVersion,
    toolName: reading.toolName,
    isToolError: reading.isToolError,
    isTextStripped: settled.isTextStripped,
    isSpeaking: isSpeaking({ ...reading, ...settled }),
    system: reading.system,
    input: settled.input,
    output: settled.output,
    extra: extraOf(reading, settled.extra),
    resource,
    detail: detailOf({ ...span, attributes: settled.attributes }),
    findings: [
      ...findings,
      ...reading.findings.filter(({ code }) => code !== strippedFinding.code),
      ...(settled.isTextStripped ? [strippedFinding] : []),
      ...findCutText(span, reading),
      ...findUnknownRoles(settled.extra),
    ],
    pii: pii.filter(({ place }) => !isSharedText(place)),
    sealed: null,
  };
}

/** Reads what the settings say of a masked span's words. */
function settle(span: SourceSpan, reading: Reading, { settings, masker }: Preparation) {
  const isTextStripped = reading.findings.some(({ code }) => code === strippedFinding.code);
  const has = { hasInput: reading.input !== null, hasOutput: reading.output !== null };
  const { keyed, ...read } = addKeyedWords(
    { ...reading, ...has, isTextStripped, attributes: span.attributes },
    settings,
    (text) => masker.text.mask(text, { requested: 0 }).text,
  );
  const { input, output } = reading;
  const said = {
    input: input === null ? orNull(read.input) : withRoleSpeakers(input, settings.roleSpeakers),
    output: output === null ? orNull(read.output) : withRoleSpeakers(output, settings.roleSpeakers),
  };
  return { ...read, ...said, extra: settledBy(settings, keyed, said) };
}

function orNull(said: readonly Utterance[]): readonly Utterance[] | null {
  return said.length === 0 ? null : said;
}

/** False if a span contributes nothing to its case but a count. */
export function isSpeaking({
  part,
  isTextStripped,
  caseEvents,
  importedScores,
}: Pick<Reading, "part" | "caseEvents" | "importedScores"> & {
  readonly isTextStripped: boolean;
}): boolean {
  // Every span may repeat the due date: that alone is no reason to load it with its case.
  const hasEvent = caseEvents.some(({ name }) => name !== "sla_due");
  return isTextStripped || part !== "none" || hasEvent || importedScores.length > 0;
}

/** Findings in a shared text are stored once, with the text. */
function isSharedText(place: string): boolean {
  return place.startsWith("input") || place.startsWith("output") || place.startsWith("system");
}

/** Resources, which spans share by reference, with the JSON of the last scope. */
const resources = new WeakMap<Attributes, { readonly scope: string; readonly json: string }>();

function resourceOf({ resource, scope }: SourceSpan): string {
  const known = resources.get(resource);
  if (known?.scope === scope) return known.json;
  const json = JSON.stringify({ attributes: objectOf(resource), scope });
  resources.set(resource, { scope, json });
  return json;
}

function detailOf(span: SourceSpan): string {
  return JSON.stringify({
    otlpKind: span.otlpKind,
    statusMessage: span.statusMessage === "" ? undefined : span.statusMessage,
    attributes: objectOf(span.attributes),
    events:
      span.events.length === 0
        ? undefined
        : span.events.map(({ name, atUs, attributes }) => ({
            name,
            atUs,
            attributes: objectOf(attributes),
          })),
    links: span.links.length === 0 ? undefined : span.links,
  });
}

function objectOf(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(attributes);
}

function extraOf(reading: Reading, settled: Pick<SpanExtra, "keyed" | "roles">): SpanExtra | null {
  const { passages, caseEvents, importedScores, toolCallId, failure, usage } = reading;
  const extra: SpanExtra = {
    ...(passages.length > 0 && { passages }),
    ...(caseEvents.length > 0 && { caseEvents }),
    ...(importedScores.length > 0 && { importedScores }),
    ...(toolCallId !== null && { toolCallId }),
    ...(failure !== null && { failure }),
    ...(usage !== null && { usage }),
    ...settled,
  };
  return Object.keys(extra).length === 0 ? null : extra;
}
