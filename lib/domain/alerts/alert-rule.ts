import { z } from "zod";
import { isBlank } from "../is-blank";
import type { AlertTerms } from "./alert-state";
import { alertWindows } from "./alert-window";

/** Maximum length of a rule's name, in characters. */
const alertNameMax = 100;
/** Maximum number of rules of a workspace. */
export const alertRulesMax = 200;

const hoursMax = 24 * 90;

const watchSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("metric"),
    /** An id of the dictionary. */
    metric: z.string().min(1).max(100),
    side: z.enum(["above", "below"]),
    /** In the metric's unit: a share from 0 to 1, contacts, microseconds, money. Null: the same span before. */
    bound: z.number().nullable(),
  }),
  z.strictObject({
    kind: z.literal("finding"),
    /** A finding ("sla-by-type/outage"), a topic ("sla-by-type"), a measure ("sla"), or "any". */
    finding: z.string().min(1).max(400),
  }),
]);
export type AlertWatch = z.infer<typeof watchSchema>;
export type MetricWatch = Extract<AlertWatch, { readonly kind: "metric" }>;

/** What a user writes of a rule. */
export const alertRuleSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .max(alertNameMax)
    .refine((name) => !isBlank(name)),
  watch: watchSchema,
  /** Facets of a query of cases, as an address has them; the period is the window. */
  search: z.string().max(4000),
  window: z.enum(alertWindows),
  /** The least n: below it nothing is said. */
  least: z.int().min(1).max(1_000_000),
  /** The least difference that matters: in the metric's unit, or of a finding in cases a month. */
  effect: z.number().min(0),
  /** For how long it must hold without a break. */
  durationHours: z.number().min(0).max(hoursMax),
  /** For how long it is not sent again. */
  coolDownHours: z.number().min(1).max(hoursMax),
  isWebhookSent: z.boolean(),
  isMailSent: z.boolean(),
  isOn: z.boolean(),
});
export type AlertRule = Readonly<z.infer<typeof alertRuleSchema>>;

/** A rule as stored. */
export type StoredAlertRule = AlertRule & {
  readonly id: number;
  /** Public id of an account, or of a session of the demo. */
  readonly owner: string;
  /** True of a rule of a visitor of the demo: it sees all of the demo, and is never sent. */
  readonly isOfVisitor: boolean;
  readonly changedUs: number;
};

/** Whether two rules say the same of the same cases, so that what one found goes on for the other. */
export function watchesAlike(one: AlertRule, other: AlertRule): boolean {
  const watched = ({ watch, search, window, least, effect, durationHours }: AlertRule) =>
    JSON.stringify([watch, search, window, least, effect, durationHours]);
  return watched(one) === watched(other);
}

const hourUs = 3_600_000_000;

/** When a rule fires and is sent. */
export function termsOf({
  durationHours,
  coolDownHours,
}: Pick<AlertRule, "durationHours" | "coolDownHours">): AlertTerms {
  return { durationUs: durationHours * hourUs, coolDownUs: coolDownHours * hourUs };
}
