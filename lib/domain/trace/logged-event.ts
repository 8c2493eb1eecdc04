import type { Content } from "./reading";
import type { Attributes } from "./span";

/** A decoded log record with words of one span, before masking. */
export type LoggedEvent = {
  readonly traceId: string;
  /** The span whose words these are; it may arrive before, later or never. */
  readonly spanId: string;
  /** "gen_ai.user.message" */
  readonly name: string;
  /** Microseconds since 1970. */
  readonly atUs: number;
  /**
   * Orders the events of its span at `atUs`, since clocks of milliseconds give many one instant: its position among
   * them in its request, after those of a request that this one may continue.
   */
  readonly place: number;
  /** How many equal events of that span and instant its request holds before it. */
  readonly repeat: number;
  readonly system: string | null;
  readonly input: Content | null;
  readonly output: Content | null;
  /** What was sent, as text to be hashed: its name, attributes and body. */
  readonly source: string;
  /** Without those whose text is in the words. */
  readonly attributes: Attributes;
  /** Shared by reference between the records of one resource. */
  readonly resource: Attributes;
  readonly scope: string;
};
