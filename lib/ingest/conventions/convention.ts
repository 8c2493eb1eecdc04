import type { IdentityField } from "@/lib/domain/trace/identity";
import type { ConversationPart, SpanKind } from "@/lib/domain/trace/reading";

/**
 * How to parse the value of a content key. `messages`: a list of messages, structured or as JSON
 * text. `flat`: the key is a prefix (with its last dot) of flattened messages, `….0.role`.
 * `body`: a request or response body, an agent's state, or plain text. `request`: a body that is a
 * model's request or reply whatever the span's kind. `prompt`: a body, or lines that each begin
 * with a role (`user: hello`). `transcript`: all messages of a run, of which the last reply is the
 * output. `customer`, `agent`: text by this speaker. `calls`: the tool calls of a reply whose text
 * has another key. `verbatim`: unchanged (a tool's arguments or result). `texts`: texts that were
 * embedded, searched for or ranked, one per line.
 */
export type ContentForm =
  | "messages"
  | "flat"
  | "body"
  | "request"
  | "prompt"
  | "transcript"
  | "customer"
  | "agent"
  | "calls"
  | "verbatim"
  | "texts";

export type ContentSource = { readonly key: string; readonly form: ContentForm };

/** Recognises a span by its name; `when` guards against common words. */
export type NameRule = {
  readonly name: RegExp;
  /** Substring of the instrumentation scope's name, or prefix of any attribute key; one must match. */
  readonly when?: { readonly scope?: string; readonly key?: string };
  readonly kind: SpanKind;
  /** Overrides the part derived from the kind. */
  readonly part?: ConversationPart;
  /** Outranks the kind that attributes declare: tracers call a speech service a model. */
  readonly isSure?: true;
};

/** One instrumentation's attributes as data. Lists are in order of precedence. */
export type Convention = {
  readonly name: string;
  /** Its content keys are everyday words: they apply only to spans that its name rules match. */
  readonly isNameBound?: true;
  /** Like `isNameBound`, but any known span kind suffices. */
  readonly isKindBound?: true;
  readonly kindKeys?: readonly string[];
  readonly nameRules?: readonly NameRule[];
  readonly model?: readonly string[];
  readonly promptName?: readonly string[];
  readonly promptVersion?: readonly string[];
  readonly toolName?: readonly string[];
  /** The entity that ran: a tool's name on a tool span, a model's on a model span. */
  readonly toolEntity?: readonly string[];
  readonly modelEntity?: readonly string[];
  readonly toolError?: readonly string[];
  /** The id of the call that a tool span runs. */
  readonly toolCallId?: readonly string[];
  /** Why the span failed, in words. */
  readonly failure?: readonly string[];
  readonly system?: readonly string[];
  /** Attributes with an object, usually as JSON text, that may name a model. */
  readonly modelObjects?: readonly string[];
  readonly input?: readonly ContentSource[];
  readonly output?: readonly ContentSource[];
  /** Flat attributes, besides our own, that declare a span's identity. */
  readonly identity?: Partial<Record<IdentityField, readonly string[]>>;
  /** Attributes with an object of custom keys, usually as JSON text. */
  readonly metadataObjects?: readonly string[];
  /** Dotted prefixes of custom keys. */
  readonly metadataPrefixes?: readonly string[];
  readonly associationPrefixes?: readonly string[];
  /** Every span of this instrumentation belongs to a voice conversation. */
  readonly voice?: { readonly scopes: readonly string[]; readonly keyPrefixes: readonly string[] };
};
