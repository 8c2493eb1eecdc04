import type { AlertWindow } from "@/lib/domain/alerts/alert-window";
import type { Tone } from "@/lib/format/wording";
import type { AlertDraft, AmountUnit } from "./alert-draft";
import type { ReadingLink } from "./alert-sentences";

/** Who has alerts, or had: names of accounts by public id. */
export type AlertOwners = ReadonlyMap<
  string,
  {
    readonly name: string;
    /** Whether they may have alerts now. */
    readonly isAllowed: boolean;
  }
>;

/** A message in words: "Webhook: arrived at the 2nd try". */
export type DeliveryLine = { readonly tone: Tone; readonly label: string };

/** An alert that fires. Instants are microseconds since 1970. */
export type FiringAlert = {
  readonly id: number;
  readonly name: string;
  readonly sentence: string;
  readonly links: readonly ReadingLink[];
  readonly sinceUs: number;
  readonly owner: string;
  /** "Ada knows"; null: nobody does. */
  readonly acknowledged: { readonly by: string; readonly atUs: number } | null;
  readonly mutedUntilUs: number | null;
};

/** A rule in the table. */
export type AlertRuleRow = {
  readonly id: number;
  readonly name: string;
  /** All that decides when it fires and how often it is sent, see `ruleWords`. */
  readonly watches: string;
  readonly status: { readonly tone: Tone; readonly label: string };
  /** The last look: "24% of 80 contacts, 16–34%". */
  readonly detail: string;
  readonly links: readonly ReadingLink[];
  readonly owner: string;
  /** "Sent by webhook and e-mail to its owner", "Shown here only". */
  readonly sent: string;
  readonly mutedUntilUs: number | null;
  readonly editHref: string;
  readonly mayChange: boolean;
  readonly maySend: boolean;
};

/** A row of the history. */
export type AlertHistoryRow = {
  readonly id: number;
  readonly atUs: number;
  readonly name: string;
  /** "Fired", "Acknowledged by Ada". */
  readonly what: string;
  readonly detail: string;
  readonly links: readonly ReadingLink[];
  readonly deliveries: readonly DeliveryLine[];
};

type Option = { readonly value: string; readonly label: string };

/** What the form offers. */
export type AlertFormModel = {
  /** Null: a new rule. */
  readonly id: number | null;
  readonly draft: AlertDraft;
  readonly metrics: readonly (Option & {
    readonly unit: AmountUnit;
    readonly side: "above" | "below";
    /** The usual least difference, as it is typed in its unit. */
    readonly effect: string;
  })[];
  readonly findings: readonly Option[];
  readonly windows: readonly { readonly value: AlertWindow; readonly label: string }[];
  readonly facets: readonly (Option & { readonly options: readonly Option[] })[];
  /** Filters that the form only names: "starting on Chat". */
  readonly othersWords: string;
  /** Why it cannot be sent that way; null: it can. */
  readonly webhookHint: string | null;
  readonly mailHint: string | null;
};

/** What a rule would have said; or why that can't be told. */
export type AlertPreview =
  | { readonly isDone: true; readonly sentences: readonly string[] }
  | { readonly isDone: false; readonly sentence: string };

/** Where alerts are posted to, for whoever may choose it. */
export type WebhookModel = {
  /** "https://hooks.example.com"; null: nowhere. */
  readonly origin: string | null;
  readonly atUs: number | null;
};

/** How a change of the webhook ended; `field` is the one to correct, null where it is none. */
export type WebhookOutcome =
  | {
      readonly isDone: true;
      /** The new secret, shown only this once; null: posting was stopped. */
      readonly shown: string | null;
    }
  | { readonly isDone: false; readonly field: "url" | null; readonly sentence: string };

/** The model of the Alerts page. */
export type AlertsModel = {
  readonly lead: string;
  readonly rest: string;
  readonly firing: readonly FiringAlert[];
  readonly rules: readonly AlertRuleRow[];
  readonly history: readonly AlertHistoryRow[];
  /** Null: it is closed. */
  readonly form: AlertFormModel | null;
  readonly newHref: string;
  readonly closeHref: string;
  /** Null: the viewer may not choose it. */
  readonly webhook: WebhookModel | null;
  /** How mail is set up; null: it is. */
  readonly mailNotice: string | null;
  readonly isWorkspaceEmpty: boolean;
};
