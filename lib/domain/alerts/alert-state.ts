/**
 * What a look at the data says: `holds` and `clear` only where the whole range is on one side, `unclear` where it has
 * both, `few` below the least n.
 */
export const alertVerdicts = ["holds", "clear", "unclear", "few"] as const;
export type AlertVerdict = (typeof alertVerdicts)[number];

/** `new`: not looked at yet; `holding`: holds, but not for long enough; `firing`: long enough. */
export type AlertStatus = "new" | "holding" | "firing" | Exclude<AlertVerdict, "holds">;

/** Where a rule stands. Instants are microseconds since 1970. */
export type AlertState = {
  readonly status: AlertStatus;
  /** Since when it stands so. */
  readonly sinceUs: number;
  /** Since when it holds without a break; null: it doesn't. */
  readonly heldSinceUs: number | null;
  /** The last look. */
  readonly seenUs: number;
  /** Who knows of it; null: nobody, or it is not firing. */
  readonly acknowledged: { readonly by: string; readonly atUs: number } | null;
  readonly sentUs: number | null;
  readonly mutedUntilUs: number | null;
};

/**
 * `started`: began to hold; `passed`: ended before it fired; `few`: fell below the least n; `sent`: is to be sent;
 * `end-sent`: that it ended is to be sent; `tested`: a test is to be sent.
 */
export type AlertEventKind =
  | "started"
  | "passed"
  | "fired"
  | "sent"
  | "acknowledged"
  | "ended"
  | "end-sent"
  | "few"
  | "muted"
  | "unmuted"
  | "changed"
  | "tested";

/**
 * Why a firing ended: within bounds again, no longer beyond chance, too few to tell, or the alert was changed or its
 * owner sees other cases.
 */
export type AlertEndReason = Exclude<AlertVerdict, "holds"> | "changed";

export type AlertEvent =
  | { readonly kind: Exclude<AlertEventKind, "end-sent">; readonly atUs: number }
  | { readonly kind: "end-sent"; readonly atUs: number; readonly why: AlertEndReason };

/** What of a rule decides when it fires and is sent. */
export type AlertTerms = { readonly durationUs: number; readonly coolDownUs: number };

export type AlertStep = { readonly state: AlertState; readonly events: readonly AlertEvent[] };

/** The state of a rule before the first look. */
export function newAlertState(nowUs: number): AlertState {
  return {
    ...{ status: "new", sinceUs: nowUs, heldSinceUs: null, seenUs: nowUs },
    ...{ acknowledged: null, sentUs: null, mutedUntilUs: null },
  };
}
