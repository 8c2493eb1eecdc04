import type { Replay } from "@/lib/domain/gate/replay";
import type { IdentityField } from "@/lib/domain/trace/identity";
import type { AttributeValue, Attributes, SourceSpan } from "@/lib/domain/trace/span";
import { scanAttributes } from "../conventions/scan";

/** What the spans of a replay declare. */
export type ReplayDeclaration = Replay & {
  readonly release: string;
  /** The cohort's hash; null: not known. */
  readonly cohort: string | null;
};

/** A replay's fields with the attribute that each is declared by. */
const keys = {
  runId: "throughline.run",
  release: "release",
  cohort: "throughline.cohort",
  cohortItem: "throughline.cohort.item",
  repeat: "throughline.cohort.repeat",
} as const satisfies Partial<Record<IdentityField, string>>;
const fields = Object.keys(keys) as (keyof typeof keys)[];

/**
 * Declares on spans which replay they are of, as the replay's own instrumentation would: on each span, because what a
 * span says is stronger than what its resource says, and on the resource, because a span of a graph states no run.
 * What the span said of these itself gives way. Spans that share a resource still do.
 */
export function createReplayDeclarer(of: ReplayDeclaration): (span: SourceSpan) => SourceSpan {
  const declared: Readonly<Record<keyof typeof keys, AttributeValue>> = {
    ...{ runId: of.run, release: of.release, cohort: of.cohort },
    ...{ cohortItem: of.item, repeat: String(of.repeat) },
  };
  const resources = new WeakMap<Attributes, Attributes>();
  const withDeclaration = (attributes: Attributes, scope: string): Attributes => {
    const { identity } = scanAttributes(attributes, scope);
    const given = new Map(attributes);
    for (const field of fields) {
      if (declared[field] === null) continue;
      for (const { key } of identity[field] ?? []) given.delete(key);
      given.set(keys[field], declared[field]);
    }
    return given;
  };
  return (span) => {
    const resource = resources.get(span.resource) ?? withDeclaration(span.resource, "");
    resources.set(span.resource, resource);
    return { ...span, resource, attributes: withDeclaration(span.attributes, span.scope) };
  };
}
