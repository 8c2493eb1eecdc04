import type { Interaction, Message } from "@/lib/domain/case/case";
import { searchWords } from "../filter/search-terms";

/** What a search finds a case by other than by what was said in it. */
export type NameKind =
  | "tool"
  | "prompt"
  | "model"
  | "contact"
  | "agent"
  | "case"
  | "customer"
  | "trace";

export type NameHit = {
  readonly kind: NameKind;
  /** The whole name or id, as the traces have it. */
  readonly name: string;
  /** The messages that it belongs to; none: the case or a contact as a whole. */
  readonly messages: readonly number[];
  /** The contact whose id it is; null: not of a contact. */
  readonly contact: number | null;
};

/** What a case's names and ids are read from. */
export type NamedCase = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly interactions: readonly Pick<
    Interaction,
    "ordinal" | "interactionId" | "agentIds" | "models" | "promptVersions"
  >[];
  readonly messages: readonly Pick<
    Message,
    "ordinal" | "tool" | "toolCalls" | "model" | "promptName" | "promptVersion" | "spans"
  >[];
};

/** Ids of traces are searched by their beginning from so many hex digits on. */
const traceDigitsMin = 8;

/** Finds what a text names in a case, a tool first; null: nothing. Separators and letter case do not count. */
export function findName(found: NamedCase, text: string): NameHit | null {
  const wanted = joined(text);
  if (wanted === "") return null;
  // The messages of a case repeat a few names.
  const known = new Map<string, boolean>();
  const isIt = (name: string | null | undefined) => {
    if (name === null || name === undefined) return false;
    const is = known.get(name) ?? joined(name) === wanted;
    known.set(name, is);
    return is;
  };
  return (
    ofMessages(found, "tool", ({ tool, toolCalls }) =>
      [tool?.name, ...toolCalls.map(({ name }) => name)].find(isIt),
    ) ??
    ofMessages(found, "prompt", ({ promptName, promptVersion }) =>
      [promptName, promptVersion].find(isIt),
    ) ??
    ofMessages(found, "model", ({ model }) => [model].find(isIt)) ??
    ofContacts(found, isIt) ??
    ofCase(found, text) ??
    ofMessages(found, "trace", ({ spans }) => spans.find(isOfTrace(text)))
  );
}

type Sought = NamedCase["messages"][number];

function ofMessages(
  { messages }: NamedCase,
  kind: NameKind,
  nameIn: (message: Sought) => string | null | undefined,
): NameHit | null {
  const named = messages.flatMap((message) => {
    const name = nameIn(message);
    return name === null || name === undefined ? [] : [{ name, ordinal: message.ordinal }];
  });
  const [first] = named;
  if (first === undefined) return null;
  return { kind, name: first.name, messages: named.map(({ ordinal }) => ordinal), contact: null };
}

function ofContacts(
  { interactions }: NamedCase,
  isIt: (name: string | null) => boolean,
): NameHit | null {
  for (const { ordinal, interactionId, agentIds, models, promptVersions } of interactions) {
    const named = (kind: NameKind, name: string | null | undefined): NameHit[] =>
      name === null || name === undefined ? [] : [{ kind, name, messages: [], contact: ordinal }];
    const [hit] = [
      ...named("contact", isIt(interactionId) ? interactionId : null),
      ...named("prompt", promptVersions.find(isIt)),
      ...named("model", models.find(isIt)),
      ...named("agent", agentIds.find(isIt)),
    ];
    if (hit !== undefined) return hit;
  }
  return null;
}

function ofCase({ caseId, customerId }: NamedCase, text: string): NameHit | null {
  const begins = (id: string) => id.toLowerCase().startsWith(text.toLowerCase());
  const hit = (kind: NameKind, name: string) => ({ kind, name, messages: [], contact: null });
  if (begins(caseId)) return hit("case", caseId);
  return customerId !== null && begins(customerId) ? hit("customer", customerId) : null;
}

/** Whether a span is the one with an id, or of a trace whose id begins with it. */
function isOfTrace(text: string): (span: string) => boolean {
  const digits = text.replaceAll("-", "").toLowerCase();
  if (digits.length < traceDigitsMin || !/^[0-9a-f]+$/u.test(digits)) return () => false;
  return (span) =>
    span.toLowerCase().startsWith(digits) || span.toLowerCase().endsWith(`/${digits}`);
}

function joined(name: string): string {
  return searchWords(name).join("");
}
