import type { KeySuggestion } from "@/lib/domain/settings/settings-suggestions";
import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type { Attributes, AttributeValue } from "@/lib/domain/trace/span";
import { isIdentityName, isSessionName } from "./conventions/declare";
import { isRecord, parsed, scalarText } from "./conventions/json";
import { scanAttributes } from "./conventions/scan";

/** Keys of instrumentation rather than of the business. */
const technical =
  /^(?:gen_ai|llm|ai|openinference|traceloop|langfuse|langsmith|input|output|message|messages|http|url|net|network|server|client|db|rpc|messaging|telemetry|otel|service|process|host|os|container|k8s|cloud|exception|error|code|thread|user_agent|status|span|trace|duration|latency|tokens?|cost|model|temperature)(?:[._]|$)/iu;
const valueMax = 100;
const valuesCounted = 10_000;

type Seen = { spans: number; readonly values: Set<string> };

/**
 * Suggests attributes that aliases could map: plain values under keys that are neither
 * instrumentation's nor identity's yet, nor sentences, and those of sessions. Names inside metadata objects count like keys.
 * @returns the most id-like first: on many spans, with many values; sessions last
 */
export function suggestKeys(
  spans: readonly { readonly attributes: Attributes; readonly resource: Attributes }[],
  settings: ReadingSettings,
): readonly KeySuggestion[] {
  const seen = new Map<string, Seen>();
  for (const { attributes, resource } of spans) {
    const ofSpan = new Map([...namedValues(resource), ...namedValues(attributes)]);
    for (const [key, value] of ofSpan) {
      const known = seen.get(key) ?? { spans: 0, values: new Set() };
      seen.set(key, known);
      known.spans += 1;
      if (known.values.size < valuesCounted) known.values.add(value);
    }
  }
  return [...seen]
    .flatMap(([key, each]) => {
      const isSession = isSessionName(key, settings);
      const isNew =
        !technical.test(key) && !isIdentityName(key, settings) && !holdsSentences(each.values);
      return isSession || isNew ? [{ key, isSession, ...each }] : [];
    })
    .map(({ key, isSession, spans, values }) => ({
      key,
      isSession,
      spans,
      values: values.size,
      example: [...values][0] ?? "",
    }))
    .sort(
      (a, b) =>
        Number(a.isSession) - Number(b.isSession) ||
        likeness(b) - likeness(a) ||
        (a.key < b.key ? -1 : 1),
    );
}

/** Whether most values have three words and more, as what was said has. */
function holdsSentences(values: ReadonlySet<string>): boolean {
  const long = [...values].filter((value) => /\S\s+\S+\s+\S/u.test(value)).length;
  return long * 2 > values.size;
}

function likeness({ spans, values }: KeySuggestion): number {
  return spans * Math.log2(1 + values);
}

function* namedValues(attributes: Attributes): Generator<readonly [string, string]> {
  const objects = new Set(scanAttributes(attributes, "").objects);
  for (const [key, value] of attributes) {
    const object = objects.has(key) ? parsed(value) : undefined;
    const named = isRecord(object) ? Object.entries(object) : [[key, value] as const];
    for (const [name, inner] of named) {
      const text = plainText(inner);
      if (text !== null && name.length <= 200) yield [name, text];
    }
  }
}

function plainText(value: AttributeValue): string | null {
  if (typeof value === "boolean") return null;
  const text = scalarText(value);
  return text === null || text === "" || text.length > valueMax ? null : text;
}
