import type { IdentityField } from "@/lib/domain/trace/identity";
import type { ConversationPart, SpanKind } from "@/lib/domain/trace/reading";

/**
 * How the value under a key is to be understood.
 * `messages`: a list of messages, structured or as JSON text.
 * `flat`: the key is a prefix (with its last dot) of flattened messages, `….0.role`.
 * `body`: a request or response body, an agent's state, or plain text.
 * `request`: a body that is a model's request or reply whatever the span's kind.
 * `prompt`: a body, or lines that each begin with a role (`user: hello`).
 * `transcript`: all messages of a run, of which the last reply is the output.
 * `customer`, `agent`: words that this speaker said.
 * `calls`: the tool calls of a reply whose words stand under another key.
 * `verbatim`: kept as it came (a tool's arguments or result).
 * `texts`: the texts that were embedded, searched for or ranked, one a line.
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

/** What a span is where its name alone says so; `scope` and `keys` guard against common words. */
export type NameRule = {
  readonly name: RegExp;
  /** A piece of the instrumentation scope's name, or the beginning of any attribute key; one must hold. */
  readonly when?: { readonly scope?: string; readonly key?: string };
  readonly kind: SpanKind;
  /** Where the kind does not decide it. */
  readonly part?: ConversationPart;
};

/** One instrumentation's attributes, as data. Lists are in order of precedence. */
export type Convention = {
  readonly name: string;
  /** Its content keys are everyday words: they count only on spans that its name rules recognise. */
  readonly isNameBound?: true;
  /** The same, where it is enough that something else said the span's kind. */
  readonly isKindBound?: true;
  readonly kindKeys?: readonly string[];
  readonly nameRules?: readonly NameRule[];
  readonly model?: readonly string[];
  readonly promptName?: readonly string[];
  readonly promptVersion?: readonly string[];
  readonly toolName?: readonly string[];
  /** The name of the thing that ran: a tool's where the span is a tool, a model's where it is a model. */
  readonly toolEntity?: readonly string[];
  readonly modelEntity?: readonly string[];
  readonly toolError?: readonly string[];
  readonly system?: readonly string[];
  /** Attributes that hold an object, mostly as JSON text, in which a model may be named. */
  readonly modelObjects?: readonly string[];
  readonly input?: readonly ContentSource[];
  readonly output?: readonly ContentSource[];
  /** Flat attributes beside our own that say whom the span belongs to. */
  readonly identity?: Partial<Record<IdentityField, readonly string[]>>;
  /** Attributes that hold an object, mostly as JSON text, with the user's own keys. */
  readonly metadataObjects?: readonly string[];
  /** Dotted prefixes under which the user's own keys stand. */
  readonly metadataPrefixes?: readonly string[];
  readonly associationPrefixes?: readonly string[];
  /** Every span of this instrumentation is part of a spoken conversation. */
  readonly voice?: { readonly scopes: readonly string[]; readonly keyPrefixes: readonly string[] };
};
