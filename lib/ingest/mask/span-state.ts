import type { PiiFinding } from "@/lib/domain/privacy/pseudonym";
import type { Utterance } from "@/lib/domain/trace/reading";
import type { Attributes } from "@/lib/domain/trace/span";
import type { TextLanguage } from "@/lib/learning/find-language";
import type { Memory } from "./create-memory";
import type { TextMasker } from "./text-masker";

export type MaskedAttributes = {
  readonly attributes: Attributes;
  readonly pii: readonly PiiFinding[];
};

/** A text masker with caches of what spans repeat. */
export type SpanState = {
  readonly text: TextMasker;
  /** What agents' messages ask for, as bits of `requests`. */
  readonly requested: Memory<number>;
  /** By span, the agent's masked message that the next of its log events may answer; "" for none. */
  readonly asked: Memory<string>;
  /** Resources, which spans share by reference. */
  readonly resources: WeakMap<Attributes, MaskedAttributes>;
  /**
   * The previous input's messages by position: the next span's history mostly begins with the same
   * ones, and comparing is much cheaper than a lookup.
   */
  readonly lastInput: {
    readonly source: Utterance;
    /** What was asked before it, as bits of `requests`; undefined if it is no message. */
    readonly requested: number | undefined;
    /** The language of the messages before it; undefined if nothing tells. */
    readonly language: string | undefined;
    /** Its own; null of whoever takes no part. */
    readonly own: TextLanguage | null;
    readonly masked: Utterance;
    readonly pii: readonly PiiFinding[];
  }[];
};
