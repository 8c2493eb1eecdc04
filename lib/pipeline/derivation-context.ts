import type { Override } from "@/lib/domain/override";
import type { Settings } from "@/lib/domain/settings";

/** What derivation depends on beside the spans. */
export type DerivationContext = {
  readonly settings: Settings;
  readonly overrides: readonly Override[];
  /** Microseconds since 1970; for the age of queue entries only. */
  readonly now: () => number;
};
