import type { AlertEndReason } from "./alert-state";

/** The ways an alert is sent. */
export const deliveryWays = ["webhook", "mail"] as const;
export type DeliveryWay = (typeof deliveryWays)[number];

/** Why an attempt failed: a closed list, so that nothing of a server's answer is stored. */
export type DeliveryProblem =
  | "no-answer"
  | "unreachable"
  | "redirected"
  /** Nothing was sent: it leads into the operator's network, or is no address to post to. */
  | "address-refused"
  | "not-set-up"
  | "no-address"
  | `status-${number}`;

/** The result of one attempt; null: it arrived. */
export type DeliveryResult = DeliveryProblem | null;

/** Seconds after the first, second, … failed attempt; after the last one it is given up. */
const waitsSeconds = [2, 30, 300, 1800, 7200, 28_800, 86_400];

/**
 * When a message is tried again.
 * @param attempts that failed, at least 1
 * @param nowUs the instant of the last of them, microseconds since 1970
 * @returns null: it is given up
 */
export function nextAttemptUs(attempts: number, nowUs: number): number | null {
  const wait = waitsSeconds[attempts - 1];
  return wait === undefined ? null : nowUs + wait * 1_000_000;
}

/** A message that is to be delivered. Instants are microseconds since 1970. */
export type AlertDelivery = {
  readonly id: number;
  readonly event: number;
  readonly by: DeliveryWay;
  readonly attempts: number;
  /** When it is tried next; null: it arrived, or was given up. */
  readonly nextUs: number | null;
  readonly arrivedUs: number | null;
  readonly problem: DeliveryProblem | null;
};

/** What is sent: figures, names of filters and an address. Nothing of a case, a customer or what was said. */
export type AlertMessage = {
  readonly type: "alert.fired" | "alert.still_firing" | "alert.ended" | "alert.test";
  /** RFC 3339. */
  readonly timestamp: string;
  readonly data: {
    readonly alert: { readonly id: number; readonly name: string };
    readonly workspace: string;
    /** What it says now, in a sentence. */
    readonly sentence: string;
    /** When it fires and is sent again, in a sentence or two. */
    readonly rule: string;
    /** Id of a metric or a finding. */
    readonly watches: string;
    readonly n: number;
    readonly value: number | null;
    /** Of the value, 95 %; null: none. */
    readonly range: readonly [number, number] | null;
    /** What it is compared with; null: what it was before. */
    readonly bound: number | null;
    /** The value before, where it is compared with it. */
    readonly before: number | null;
    /** Since when it holds, or held, RFC 3339; null of a test. */
    readonly since: string | null;
    /** Null where it did not end. */
    readonly ended: { readonly at: string; readonly why: AlertEndReason } | null;
    /** The list or page that shows it. */
    readonly url: string;
  };
};

/** A message as stored: of its workspace's file, with the path of its address alone. */
export type StoredAlertMessage = Omit<AlertMessage, "data"> & {
  readonly data: Omit<AlertMessage["data"], "workspace">;
};

/** Where alerts are posted to. */
export type AlertWebhook = {
  readonly url: string;
  /** The secret is made of it. */
  readonly salt: string;
  /** Public id of whoever set it. */
  readonly actor: string;
  readonly atUs: number;
};
