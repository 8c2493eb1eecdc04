import type { Channel } from "../trace/channel";

type InContact = {
  readonly rule: string;
  /** The contact's channel. */
  readonly channel: Channel;
  /** µs. */
  readonly atUs: number;
};

/** What a case tells its customer's later cases about a disclosure rule. */
export type CustomerFact =
  /** It was said in a contact that began then, or the words of that contact cannot be read. */
  | (InContact & { readonly kind: "given" | "not_evaluable" })
  /** The customer revoked consent to be contacted through `media`; nothing may be sent after `untilUs`. */
  | (InContact & {
      readonly kind: "revoked";
      readonly untilUs: number;
      readonly media: readonly Channel[];
    })
  /** The customer asked to be contacted again. */
  | (InContact & { readonly kind: "resumed" });
