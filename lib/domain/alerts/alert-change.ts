import type { AlertRule } from "./alert-rule";

/** Who changes an alert. */
export type AlertChanger = {
  /** Public id. */
  readonly actor: string;
  /** A visitor of the demo. */
  readonly isVisitor: boolean;
  /** Whether they may change rules of others. */
  readonly isAdmin: boolean;
};

/** A user's change of alerts. */
export type AlertChange = { readonly by: AlertChanger } & (
  | {
      readonly kind: "alert-saved";
      /** Null: a new one. */
      readonly id: number | null;
      readonly rule: AlertRule;
    }
  | { readonly kind: "alert-removed"; readonly id: number }
  | { readonly kind: "alert-acknowledged"; readonly id: number }
  | { readonly kind: "alert-tested"; readonly id: number }
  | {
      readonly kind: "alert-muted";
      readonly id: number;
      /** Microseconds since 1970; null: it is sent again. */
      readonly untilUs: number | null;
    }
  | {
      readonly kind: "alert-webhook-set";
      /** Null: nowhere. */
      readonly url: string | null;
      /** The new secret is made of it. */
      readonly salt: string;
    }
);
