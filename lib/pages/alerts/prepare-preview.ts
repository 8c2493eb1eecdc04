import type { AlertReading } from "@/lib/analytics/alerts/alert-reading";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import type { PastFiring, PastLook } from "@/lib/domain/alerts/replay-alert";
import { formatInstant } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import { fewWords, readingWords } from "./alert-sentences";
import { ruleWords } from "./prepare-rule";
import { moreTimes, preview, tooFewAt, untilNow, wouldHaveFired } from "./words/rules";

/** More firings are counted, not named. */
const namedMax = 5;

type Previewed = {
  readonly looks: readonly PastLook[];
  readonly firings: readonly PastFiring[];
  /** Of the last look. */
  readonly reading: AlertReading | null;
  readonly zone: string;
};

/** What a rule would have said: how often it would have fired, where it could not tell, and what it says now. */
export function previewWords(rule: AlertRule, previewed: Previewed): readonly string[] {
  const { looks, firings, reading } = previewed;
  const last = looks.at(-1);
  if (last === undefined) return [preview.nothing];
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
    ...(few === 0 ? [] : [tooFewAt(few, looks.length)]),
    `${preview.verdicts[last.verdict]}${detail === "" ? "" : `: ${detail}`}.${longerWords(last, reading)}`,
  ];
}

/** What is too early to count in a short window is counted in a longer one. */
function longerWords({ verdict }: PastLook, reading: AlertReading | null): string {
  const isEarly = verdict === "few" && reading?.kind === "metric" && reading.waiting > 0;
  return isEarly ? ` ${preview.longer}` : "";
}

function firedWords(firings: readonly PastFiring[], zone: string): string {
  if (firings.length === 0) return preview.notFired;
  const day = (atUs: number) => formatInstant(atUs, "dayOfYear", zone);
  const named = firings
    .slice(0, namedMax)
    .map(({ fromUs, toUs }) =>
      toUs === null ? untilNow(day(fromUs)) : `${day(fromUs)} – ${day(toUs)}`,
    );
  const rest = firings.length - named.length;
  const all = rest > 0 ? [...named, moreTimes(rest)] : named;
  return wouldHaveFired(firings.length, joinedByAnd(all));
}
