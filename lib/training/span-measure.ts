import { z } from "zod";
import type { DataRow, DataSetName } from "./data-sets";
import type { Figure, Judged, Measure } from "./recipes/recipe";

type Bar = { readonly must: number; readonly goal: number };

type SpanMeasureOptions = {
  readonly dataSet: DataSetName;
  readonly label: string;
  readonly groupOf: (row: DataRow) => string;
  readonly recall: Bar;
  readonly precision: Bar;
};

const labelSchema = z
  .array(z.object({ turn: z.number(), start: z.number(), end: z.number(), type: z.string() }))
  .nullish();
type LabelledSpan = NonNullable<z.infer<typeof labelSchema>>[number];

/** Types that stay readable (organisations, places, jobs, times, references) are ignored. */
const ignored =
  /^(?:ORGANI[SZ]ATION|GPE|NRP|TITLE|PREFIX|JOB_TITLE|DATE_TIME|LOCATION|AGE|SALARY|DOMAIN_NAME|REF_ID)/;

function isIgnoredType(type: string): boolean {
  return ignored.test(type);
}

/** The annotated spans of a row; null if there are none. */
export function labelledSpans(row: DataRow): readonly LabelledSpan[] | null {
  return labelSchema.parse(row.label) ?? null;
}

/** Measures predicted ranges by character, whatever their type: recall and precision. */
export function spanMeasure({
  dataSet,
  label,
  groupOf,
  recall,
  precision,
}: SpanMeasureOptions): Measure {
  const figures: readonly Figure[] = [
    { name: "recall", ...recall, isPrinted: true, of: (judged) => share(judged, "marked") },
    { name: "precision", ...precision, isPrinted: true, of: (judged) => share(judged, "found") },
  ];
  return {
    dataSet,
    label,
    path: "characters",
    isOfVerdicts: true,
    isLabelled: (row) => labelledSpans(row) !== null,
    truthOf: null,
    isMeasuredMasked: false,
    groupOf,
    figures,
  };
}

/** Number of characters annotated, predicted, and both. */
type Counts = { readonly marked: number; readonly found: number; readonly both: number };

const counted = new WeakMap<Judged, Counts>();

function share(judged: readonly Judged[], among: "marked" | "found"): number | null {
  let both = 0;
  let all = 0;
  for (const each of judged) {
    const counts = counted.get(each) ?? count(each);
    counted.set(each, counts);
    both += counts.both;
    all += counts[among];
  }
  return all === 0 ? null : both / all;
}

const isMarked = 1;
const isFound = 2;
const isIgnored = 4;

function count({ row, line }: Judged): Counts {
  const characters = row.messages.map(({ content }) => new Uint8Array(content.length));
  const put = (span: { turn: number; start: number; end: number }, bit: number) => {
    const own = characters[span.turn];
    if (own === undefined) return;
    for (let at = span.start; at < Math.min(span.end, own.length); at += 1) {
      own[at] = (own[at] ?? 0) | bit;
    }
  };
  for (const span of labelledSpans(row) ?? []) {
    put(span, isIgnoredType(span.type) ? isIgnored : isMarked);
  }
  if ("spans" in line) for (const span of line.spans) put(span, isFound);
  const counts = { marked: 0, found: 0, both: 0 };
  for (const own of characters) {
    for (const bits of own) {
      if (bits & isIgnored && !(bits & isMarked)) continue;
      if (bits & isMarked) counts.marked += 1;
      if (bits & isFound) counts.found += 1;
      if (bits === (isMarked | isFound)) counts.both += 1;
    }
  }
  return counts;
}
