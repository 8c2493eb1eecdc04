import "server-only";
import type { Message } from "@/lib/domain/case/case";
import { outsideLinks, type LinkTemplate } from "@/lib/domain/settings/link-template";
import type { SpanKey } from "@/lib/domain/trace/span";
import { groupBy } from "@/lib/format/group-by";
import type { Database } from "@/lib/store/port";
import { readSessions } from "@/lib/store/spans/read-sessions";
import type { ContactLinks } from "./case-page-model";

/**
 * Reads the links of a case's contacts back to the tools that their traces come from: each opens the contact's first
 * trace, at the span of its first message.
 * @returns by the contact's ordinal; a contact without words or without a link is left out
 */
export async function readContactLinks(
  reader: Database,
  templates: readonly LinkTemplate[],
  messages: readonly Message[],
): Promise<ReadonlyMap<number, ContactLinks>> {
  if (templates.length === 0) return new Map();
  const contacts = [...groupBy(messages, ({ interaction }) => interaction)].flatMap(
    ([ordinal, turns]) => {
      const spans = turns.flatMap((turn) => turn.spans[0] ?? []);
      const [first] = spans;
      return first === undefined ? [] : [{ ordinal, first, traces: countTraces(spans) }];
    },
  );
  const sessions = await readSessions(
    reader,
    contacts.map(({ first }) => first),
  );
  return new Map(
    contacts.flatMap(({ ordinal, first, traces }) => {
      const [traceId = null, spanId = null] = first.split("/");
      const sessionId = sessions.get(first) ?? null;
      const links = outsideLinks(templates, { traceId, spanId, sessionId });
      return links.length === 0 ? [] : [[ordinal, { links, traces }] as const];
    }),
  );
}

function countTraces(spans: readonly SpanKey[]): number {
  return new Set(spans.map((span) => span.split("/", 1)[0])).size;
}
