import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import type { AlertWindow } from "@/lib/domain/alerts/alert-window";
import { fieldProblems } from "./words/form";

/** How a metric's amounts are typed. */
export type AmountUnit = "percent" | "hours" | "number";

/** A form's values as typed. */
export type AlertDraft = {
  readonly name: string;
  readonly kind: "metric" | "finding";
  readonly metric: string;
  readonly side: "above" | "below";
  readonly against: "bound" | "before";
  readonly bound: string;
  readonly finding: string;
  /** The value chosen of each facet of the form; "": any. */
  readonly facets: Readonly<Record<string, string>>;
  /** Further filters, which the form only names, as a query string. */
  readonly others: string;
  readonly window: AlertWindow;
  readonly least: string;
  readonly effect: string;
  readonly durationHours: string;
  readonly coolDownHours: string;
  readonly isWebhookSent: boolean;
  readonly isMailSent: boolean;
  readonly isOn: boolean;
};

const unitFactors: Readonly<Record<AmountUnit, number>> = {
  percent: 100,
  hours: 1 / 3_600_000_000,
  number: 1,
};

/** An amount as it is typed: 0.05 of a share as "5". */
export function writtenAmount(amount: number, unit: AmountUnit): string {
  return String(Number((amount * unitFactors[unit]).toPrecision(12)));
}

/** The draft of a rule. @param unit of its metric @param facets names of the facets of the form */
export function draftOf(rule: AlertRule, unit: AmountUnit, facets: readonly string[]): AlertDraft {
  const { watch, search, window, name } = rule;
  const given = new URLSearchParams(search);
  const single = facets.filter((facet) => given.getAll(facet).length === 1);
  const others = [...given].filter(([facet]) => !single.includes(facet));
  const written = (amount: number) => writtenAmount(amount, unit);
  const isMetric = watch.kind === "metric";
  const bound = isMetric ? watch.bound : null;
  return {
    ...{ name, window, kind: watch.kind, others: new URLSearchParams(others).toString() },
    metric: isMetric ? watch.metric : "",
    side: isMetric ? watch.side : "above",
    against: isMetric && bound === null ? "before" : "bound",
    bound: bound === null ? "" : written(bound),
    finding: isMetric ? "any" : watch.finding,
    facets: Object.fromEntries(single.map((facet) => [facet, given.get(facet) ?? ""])),
    least: String(rule.least),
    effect: isMetric ? written(rule.effect) : String(rule.effect),
    durationHours: String(rule.durationHours),
    coolDownHours: String(rule.coolDownHours),
    isWebhookSent: rule.isWebhookSent,
    isMailSent: rule.isMailSent,
    isOn: rule.isOn,
  };
}

/** The fields of a draft that have no number, or none that can be. */
export type DraftProblems = Partial<
  Readonly<
    Record<"name" | "bound" | "least" | "effect" | "durationHours" | "coolDownHours", string>
  >
>;

/** The rule that a draft says, or what is wrong with it. @param unit of its metric */
export function ruleOf(
  draft: AlertDraft,
  unit: AmountUnit,
): { readonly rule: AlertRule } | { readonly problems: DraftProblems } {
  const factor = draft.kind === "metric" ? unitFactors[unit] : 1;
  const [bound, effect] = [read(draft.bound) / factor, read(draft.effect) / factor];
  const least = read(draft.least);
  const [durationHours, coolDownHours] = [read(draft.durationHours), read(draft.coolDownHours)];
  const needsBound = draft.kind === "metric" && draft.against === "bound";
  const problems: DraftProblems = {
    ...(draft.name.trim() === "" ? { name: fieldProblems.name } : {}),
    ...(needsBound && !Number.isFinite(bound) ? { bound: fieldProblems.bound } : {}),
    ...(Number.isInteger(least) && least >= 1 ? {} : { least: fieldProblems.least }),
    ...(effect >= 0 ? {} : { effect: fieldProblems.effect }),
    ...(durationHours >= 0 && durationHours <= 2160
      ? {}
      : { durationHours: fieldProblems.duration }),
    ...(coolDownHours >= 1 && coolDownHours <= 2160
      ? {}
      : { coolDownHours: fieldProblems.coolDown }),
  };
  if (Object.keys(problems).length > 0) return { problems };
  const { name, window, isWebhookSent, isMailSent, isOn, side, metric, finding } = draft;
  const watch =
    draft.kind === "metric"
      ? ({ kind: "metric", metric, side, bound: needsBound ? bound : null } as const)
      : ({ kind: "finding", finding } as const);
  const schedule = { least, effect, durationHours, coolDownHours };
  return {
    rule: {
      ...{ name, watch, window, search: searchOf(draft), ...schedule },
      ...{ isWebhookSent, isMailSent, isOn },
    },
  };
}

function searchOf({ facets, others }: AlertDraft): string {
  const search = new URLSearchParams(others);
  for (const [facet, value] of Object.entries(facets)) if (value !== "") search.set(facet, value);
  return search.toString();
}

/** NaN where the text is no number. */
function read(text: string): number {
  return text.trim() === "" ? NaN : Number(text.trim().replace(",", "."));
}
