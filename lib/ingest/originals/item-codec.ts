import type { LoggedEvent } from "@/lib/domain/trace/logged-event";
import type { Attributes, AttributeValue, SourceSpan, SpanEvent } from "@/lib/domain/trace/span";
import type { DataFinding } from "@/lib/domain/trace/finding";
import type { SpanItem } from "../prepare-item";

type Entries = readonly (readonly [string, AttributeValue])[];
type WithEntries<T extends { readonly attributes: Attributes }> = Omit<
  T,
  "attributes" | "resource" | "events"
> & { readonly attributes: Entries };

/** A kept item as JSON; the place in its input, which says nothing any more, is left out. */
type Written = { readonly findings: readonly DataFinding[] } & (
  | {
      readonly span: WithEntries<SourceSpan> & {
        readonly resource: Entries;
        readonly events: readonly WithEntries<SpanEvent>[];
      };
    }
  | { readonly event: WithEntries<LoggedEvent> & { readonly resource: Entries } }
);

/** @returns JSON, from which `decodeItem` makes the same item but for its place */
export function encodeItem(item: SpanItem): string {
  const { findings } = item;
  if (item.type === "event") {
    const { attributes, resource } = item.event;
    const event = { ...item.event, attributes: [...attributes], resource: [...resource] };
    return JSON.stringify({ findings, event } satisfies Written);
  }
  const { attributes, resource, events } = item.span;
  const span = {
    ...item.span,
    attributes: [...attributes],
    resource: [...resource],
    events: events.map((each) => ({ ...each, attributes: [...each.attributes] })),
  };
  return JSON.stringify({ findings, span } satisfies Written);
}

export function decodeItem(json: string): SpanItem {
  // Written by `encodeItem` and unchanged since: it was encrypted with a tag.
  const written = JSON.parse(json, withoutPrototype) as Written;
  const { findings } = written;
  if ("event" in written) {
    const { attributes, resource } = written.event;
    const maps = { attributes: new Map(attributes), resource: new Map(resource) };
    return { type: "event", event: { ...written.event, ...maps }, place: "", findings };
  }
  const { attributes, resource, events } = written.span;
  const span: SourceSpan = {
    ...written.span,
    attributes: new Map(attributes),
    resource: new Map(resource),
    events: events.map((each) => ({ ...each, attributes: new Map(each.attributes) })),
  };
  return { type: "span", span, place: "", findings };
}

/** `__proto__` is an ordinary key of an attribute's value. */
function withoutPrototype(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.setPrototypeOf(value, null) as unknown;
}
