import { acts, customerActs, type Act } from "@/lib/domain/acts/act";
import { actWords } from "@/lib/domain/acts/act-words";
import { nameOfLanguage } from "@/lib/domain/privacy/name-languages";
import { formatCount } from "@/lib/format/format";
import type { ActFigures, ActRow, HowItReadsModel, LanguageRow } from "./reading-model";

/** Counts of one act in one writer's messages, by limits that were chosen without that writer. */
export type MeasuredAct = {
  readonly lang: string;
  readonly writer: string;
  readonly act: string;
  readonly lines: number;
  readonly true: number;
  readonly read: number;
  readonly right: number;
  readonly sure: number;
  readonly sureRight: number;
};

const ofCustomer: ReadonlySet<Act> = new Set(customerActs);

/** The page's tables from what was measured on writers that no training saw. */
export function prepareHowItReads(measured: readonly MeasuredAct[]): HowItReadsModel {
  const english = measured.filter(({ lang }) => lang === "en");
  const others = measured.filter(({ lang }) => lang !== "en");
  const languages = [...new Set(measured.map(({ lang }) => lang))];
  return {
    acts: acts.map((act): ActRow => ({
      act,
      who: ofCustomer.has(act) ? "Customer" : "Agent",
      words: actWords[act],
      english: figuresOf(english.filter((each) => each.act === act)),
      others: figuresOf(others.filter((each) => each.act === act)),
    })),
    languages: languages.map((lang) => languageRow(lang, measured)),
  };
}

function languageRow(lang: string, measured: readonly MeasuredAct[]): LanguageRow {
  const own = measured.filter((each) => each.lang === lang);
  const linesOf = new Map(own.map(({ writer, lines }) => [writer, lines]));
  const f1s = acts.flatMap((act) => {
    const { right, read, true: real } = sum(own.filter((each) => each.act === act));
    return real === 0 ? [] : [(2 * right) / (read + real)];
  });
  return {
    language: nameOfLanguage(lang),
    writers: formatCount(linesOf.size),
    messages: formatCount([...linesOf.values()].reduce((all, lines) => all + lines, 0)),
    f1: share(
      f1s.reduce((all, each) => all + each, 0),
      f1s.length,
    ),
  };
}

function figuresOf(own: readonly MeasuredAct[]): ActFigures {
  const { right, read, true: real, sure, sureRight } = sum(own);
  return {
    messages: formatCount(real),
    precision: share(right, read),
    recall: share(right, real),
    sure: sure === 0 ? null : { precision: share(sureRight, sure), recall: share(sureRight, real) },
  };
}

type Counts = Pick<MeasuredAct, "true" | "read" | "right" | "sure" | "sureRight">;

function sum(own: readonly MeasuredAct[]): Counts {
  const counts = { true: 0, read: 0, right: 0, sure: 0, sureRight: 0 };
  for (const each of own) {
    counts.true += each.true;
    counts.read += each.read;
    counts.right += each.right;
    counts.sure += each.sure;
    counts.sureRight += each.sureRight;
  }
  return counts;
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : (part / whole).toFixed(2).replace(/^0/, "");
}
