import type { AlertReading } from "@/lib/analytics/alerts/alert-reading";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import type { AlertVerdict } from "@/lib/domain/alerts/alert-state";
import type { PastFiring, PastLook } from "@/lib/domain/alerts/replay-alert";
import { formatCount, formatCounted, formatInstant } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import { fewWords, readingWords } from "./alert-words";
import { ruleWords } from "./rule-words";

/** More firings are counted, not named. */
const namedMax = 5;

type Previewed = {
  readonly looks: readonly PastLook[];
  readonly firings: readonly PastFiring[];
  /** Of the last look. */
  readonly reading: AlertReading | null;
  readonly zone: string;
};

const verdictWords: Readonly<Record<AlertVerdict, string>> = {
  holds: "Now it would hold",
  clear: "Now it is within bounds",
  unclear: "Now it can’t tell",
  few: "Now there are too few to tell",
};

/** What a rule would have said: how often it would have fired, where it could not tell, and what it says now. */
export function previewWords(rule: AlertRule, previewed: Previewed): readonly string[] {
  const { looks, firings, reading } = previewed;
  const last = looks.at(-1);
  if (last === undefined) return ["There is nothing to look at."];
  const few = looks.filter(({ verdict }) => verdict === "few").length;
  const detail =
    last.verdict === "few"
      ? fewWords(rule, reading)
      : reading === null
        ? ""
        : readingWords(rule, reading);
  return [
    ruleWords(rule),
    firedWords(firings, previewed.zone),
    ...(few === 0
      ? []
      : [`At ${formatCount(few)} of ${formatCounted(looks.length, "look")} there were too few.`]),
    `${verdictWords[last.verdict]}${detail === "" ? "" : `: ${detail}`}.${longerWords(last, reading)}`,
  ];
}

/** What is too early to count in a short window is counted in a longer one. */
function longerWords({ verdict }: PastLook, reading: AlertReading | null): string {
  const isEarly = verdict === "few" && reading?.kind === "metric" && reading.waiting > 0;
  return isEarly ? " A longer span has more that are old enough." : "";
}

function firedWords(firings: readonly PastFiring[], zone: string): string {
  if (firings.length === 0) return "In the last 90 days it would not have fired.";
  const times = firings.length === 1 ? "once" : formatCounted(firings.length, "time");
  const day = (atUs: number) => formatInstant(atUs, "dayOfYear", zone);
  const named = firings
    .slice(0, namedMax)
    .map(({ fromUs, toUs }) =>
      toUs === null ? `${day(fromUs)} until now` : `${day(fromUs)} – ${day(toUs)}`,
    );
  const rest = firings.length - named.length;
  const all = rest > 0 ? [...named, `${formatCount(rest)} more`] : named;
  return `In the last 90 days it would have fired ${times}: ${joinedByAnd(all)}.`;
}
