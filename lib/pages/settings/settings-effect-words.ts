import type {
  CaseChange,
  JudgeProgress,
  PreviewProgress,
  PreviewState,
  SettingsEffect,
} from "@/lib/domain/settings/settings-effect";
import { formatCount, formatCounted, formatDuration } from "@/lib/format/format";
import { outcomeWords } from "@/lib/format/wording";

/** `ahead`: before saving; `done`: afterwards. */
export type EffectTense = "ahead" | "done";

/** The effect of a change, in one sentence. */
export function effectSentence(effect: SettingsEffect, tense: EffectTense): string {
  const { touched, spans } = effect;
  const isAhead = tense === "ahead";
  if (isNone(effect)) {
    return isAhead
      ? "No case changes: 0 spans get another case."
      : "No case changed: 0 spans got another case.";
  }
  const cases = formatCounted(touched, "case");
  const given = spans.assigned + spans.moved + spans.unassigned;
  const clauses = [
    isAhead ? `This touches ${cases}` : `This touched ${cases}`,
    ...(given === 0 ? [] : [spanWords(effect, isAhead)]),
  ];
  return `${clauses.join(": ")}.`;
}

/** The effect of another retention, before which data stay as they are until the next purge. */
export function retentionSentence(effect: SettingsEffect, tense: EffectTense): string {
  if (!isNone(effect)) return effectSentence(effect, tense);
  return tense === "ahead"
    ? "Until the next purge nothing changes."
    : "What is older goes with the next purge.";
}

/** How many verdicts of disclosure rules a change flips, in one sentence. */
export function flipSentence(
  { disclosures: { total } }: SettingsEffect,
  tense: EffectTense,
): string {
  const isAhead = tense === "ahead";
  if (total === 0) return isAhead ? "No past verdict changes." : "No past verdict changed.";
  const verb = isAhead ? (total === 1 ? "changes" : "change") : "changed";
  return `${formatCounted(total, "past verdict")} ${verb}.`;
}

/** The words of the button that publishes rules, with what their preview found. */
export function publishWords(effect: SettingsEffect): string {
  const { total } = effect.disclosures;
  return total === 0 ? "Publish" : `Publish: ${flipSentence(effect, "ahead").slice(0, -1)}`;
}

/** What is under way after publishing. @param left what waits: cases, and customers whose cases are compared */
export function rejudgingWords(left: number | null): string {
  const words = "Published. Cases are judged by the new rules";
  return left === null ? words : `${words}, ${formatCount(left)} left`;
}

function isNone({ touched, spans }: SettingsEffect): boolean {
  return touched === 0 && sumOf(spans) === 0;
}

function sumOf({ assigned, moved, unassigned }: SettingsEffect["spans"]): number {
  return assigned + moved + unassigned;
}

function spanWords({ spans }: SettingsEffect, isAhead: boolean): string {
  const clauses = [
    [spans.assigned, "get a case", "gets a case", "got a case"],
    [spans.moved, "move to another case", "moves to another case", "moved to another case"],
    [spans.unassigned, "lose their case", "loses its case", "lost their case"],
  ] as const;
  return clauses
    .filter(([count]) => count > 0)
    .map(([count, many, one, was]) => {
      const now = count === 1 ? one : many;
      return `${formatCounted(count, "span")} ${isAhead ? now : was}`;
    })
    .join(", ");
}

const changeWords: Readonly<Record<CaseChange, string>> = {
  added: "New cases",
  removed: "Cases that are gone",
  outcome: "Another outcome",
  touchpoints: "Same outcome, other contacts",
  other: "Only in detail, such as when it closes or matures",
};

/** One word for the effect on an example case. */
export const exampleWords: Readonly<Record<CaseChange, string>> = {
  added: "new",
  removed: "gone",
  outcome: "outcome",
  touchpoints: "contacts",
  other: "other",
};

export type EffectRow = {
  readonly words: string;
  readonly count: number;
  /** True for a subset of the previous row. */
  readonly isSubset: boolean;
};

/** The effect's table, without empty rows. */
export function effectRows(effect: SettingsEffect): readonly EffectRow[] {
  const { byChange, outcomes } = effect;
  const row = (change: CaseChange): EffectRow[] =>
    byChange[change] === 0
      ? []
      : [{ words: changeWords[change], count: byChange[change], isSubset: false }];
  const turns = outcomes.map(({ from, to, cases }) => ({
    words: `${outcomeWords[from].label} → ${outcomeWords[to].label}`,
    count: cases,
    isSubset: true,
  }));
  return [
    ...row("added"),
    ...row("removed"),
    ...row("outcome"),
    ...turns,
    ...row("touchpoints"),
    ...row("other"),
  ];
}

/** The preview's progress as text. */
export function progressWords(progress: PreviewProgress): string {
  switch (progress.step) {
    case "copy":
      return `Copying the data to try it on: ${String(Math.floor(progress.share * 100))}%`;
    case "catch-up":
      return `Deriving what had waited before: ${formatCount(progress.left)} left`;
    case "derive":
      return `Trying it on the cases: ${formatCount(progress.left)} left`;
    case "judge":
      return judgeWords(progress);
    case "compare":
      return "Comparing before and after";
  }
}

/** "Read 12,000 of 200,000 cases: 140 verdicts flip; about 2,300 expected (2,000–2,700)". */
function judgeWords({ read, total, flips, expected }: JudgeProgress): string {
  const found = `${formatCounted(flips, "verdict")} ${flips === 1 ? "flips" : "flip"}`;
  const words = `Read ${formatCount(read)} of ${formatCounted(total, "case")}: ${found}`;
  if (expected === null || read === total) return words;
  const [about, low, high] = [expected.value, expected.low, expected.high].map(roundedCount);
  return `${words}; about ${about ?? ""} expected (${low ?? ""}–${high ?? ""})`;
}

/** To two digits: more would say more than a sample does. */
function roundedCount(count: number): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return formatCount(Math.round(count / unit) * unit);
}

/** What changed since the preview was computed; null: nothing. */
export function staleWords(state: Extract<PreviewState, { status: "shown" }>): string | null {
  if (state.changed === "nothing") return null;
  const what = state.changed === "data" ? "New data has come in" : "The settings were changed";
  return `${what} since: this is the effect of ${formatDuration(state.ageUs)} ago.`;
}
