import type { AttributeValue, SpanEvent } from "@/lib/domain/trace/span";
import { parseInstant } from "../case-instant";
import { finishItem } from "../finish-span";
import type { DecodedItem } from "../format";
import { isJsonArray, isJsonObject, member, textMember, type JsonObject } from "../json-shape";
import { readText, type TextMode } from "../json-value";

/** True for a trace as Langfuse's API and export have it: observations in it, or beside it. */
export function isLangfuseTrace(value: JsonObject): boolean {
  return isJsonArray(value.observations) && textMember(traceOf(value), "id", "trace_id") !== "";
}

function traceOf(value: JsonObject): JsonObject {
  return isJsonObject(value.trace) ? value.trace : value;
}

/**
 * Reads a trace of Langfuse's as its SDK would send it by OpenTelemetry: the trace as a root, its observations below.
 * @param place its position, for people
 */
export function readLangfuseTrace(
  value: JsonObject,
  place: string,
  mode: TextMode,
): readonly DecodedItem[] {
  const trace = traceOf(value);
  const observations = listIn(value.observations);
  const traceId = hexId(textMember(trace, "id", "trace_id"));
  const times = observations.flatMap((each) => [startOf(each), endOf(each)]).filter((us) => us > 0);
  const startUs =
    instant(trace.timestamp) || Math.min(...times, instant(trace.createdAt) || Infinity);
  const rootId = traceId.slice(-16);
  const root = {
    ...{ traceId, spanId: rootId, parentSpanId: "", statusCode: 0, statusMessage: "" },
    name: textMember(trace, "name", "name") || "trace",
    startUs: Number.isFinite(startUs) ? startUs : 0,
    endUs: Math.max(startUs, ...times),
    events: [...listIn(value.scores), ...listIn(trace === value ? [] : trace.scores)].map((score) =>
      scoreEvent(score, startUs),
    ),
    attributes: attributesOf(trace, traceKeys, mode),
  };
  const spans = observations.map((each) => ({
    traceId,
    spanId: hexId(textMember(each, "id", "id")),
    parentSpanId: hexId(textMember(each, "parentObservationId", "parent_observation_id")) || rootId,
    name: textMember(each, "name", "name") || "observation",
    startUs: startOf(each),
    endUs: endOf(each),
    events: [],
    statusCode: textMember(each, "level", "level") === "ERROR" ? 2 : 0,
    statusMessage: textMember(each, "statusMessage", "status_message"),
    attributes: attributesOf(each, observationKeys, mode),
  }));
  return [root, ...spans].map((span, index) => {
    const shared = { otlpKind: 1, links: [], resource: new Map(), scope: "langfuse" };
    const at = index === 0 ? place : `${place}, observations[${index - 1}]`;
    return finishItem({ ...span, ...shared, name: readText(span.name, mode) }, at, mode.findings);
  });
}

/** Members of a trace with the attributes that the SDK has for them. */
const traceKeys: readonly (readonly [camel: string, snake: string, attribute: string])[] = [
  ["userId", "user_id", "langfuse.user.id"],
  ["sessionId", "session_id", "langfuse.session.id"],
  ["release", "release", "langfuse.release"],
  ["metadata", "metadata", "langfuse.trace.metadata"],
  ["input", "input", "langfuse.trace.input"],
  ["output", "output", "langfuse.trace.output"],
];

const observationKeys: typeof traceKeys = [
  ["type", "type", "langfuse.observation.type"],
  ["metadata", "metadata", "langfuse.observation.metadata"],
  ["input", "input", "langfuse.observation.input"],
  ["output", "output", "langfuse.observation.output"],
  ["model", "model", "langfuse.observation.model.name"],
  ["level", "level", "langfuse.observation.level"],
  ["statusMessage", "status_message", "langfuse.observation.status_message"],
  ["promptName", "prompt_name", "langfuse.observation.prompt.name"],
  ["promptVersion", "prompt_version", "langfuse.observation.prompt.version"],
  ["usageDetails", "usage_details", "langfuse.observation.usage_details"],
  ["costDetails", "cost_details", "langfuse.observation.cost_details"],
];

function attributesOf(
  from: JsonObject,
  keys: typeof traceKeys,
  mode: TextMode,
): ReadonlyMap<string, AttributeValue> {
  const attributes = new Map<string, AttributeValue>();
  for (const [camel, snake, attribute] of keys) {
    const value = member(from, camel, snake);
    if (value === undefined || value === null) continue;
    const text = typeof value === "string" ? value : JSON.stringify(value);
    attributes.set(attribute, readText(camel === "type" ? text.toLowerCase() : text, mode));
  }
  return attributes;
}

function scoreEvent(score: JsonObject, atUs: number): SpanEvent {
  const { value } = score;
  const said: readonly (readonly [string, unknown])[] = [
    ["name", score.name],
    [typeof value === "number" ? "score.value" : "score.label", value ?? score.stringValue],
    ["explanation", score.comment],
    ["target_span_id", hexId(textMember(score, "observationId", "observation_id")) || undefined],
  ];
  const attributes = said.flatMap(([name, each]): [string, AttributeValue][] =>
    typeof each === "string" || typeof each === "number"
      ? [[`gen_ai.evaluation.${name}`, each]]
      : [],
  );
  return { name: "gen_ai.evaluation.result", atUs, attributes: new Map(attributes) };
}

function listIn(value: unknown): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}

function startOf(observation: JsonObject): number {
  return instant(member(observation, "startTime", "start_time"));
}

function endOf(observation: JsonObject): number {
  return instant(member(observation, "endTime", "end_time")) || startOf(observation);
}

/** Microseconds since 1970; 0 for none. */
function instant(value: unknown): number {
  const read = typeof value === "string" ? parseInstant(value.trim()) : null;
  return typeof read === "number" ? read : 0;
}

const idLengthMax = 128;

/** Ids are hexadecimal, UUIDs, or any text of the sender's, which is then spelled in hexadecimal. */
function hexId(id: string): string {
  const plain = id.replaceAll("-", "").toLowerCase();
  if (/^[\da-f]*$/.test(plain)) return plain;
  return Array.from(new TextEncoder().encode(id), (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, idLengthMax);
}
