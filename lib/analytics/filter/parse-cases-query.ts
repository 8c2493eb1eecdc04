import { z } from "zod";
import { closureEvidences, handoffKinds } from "@/lib/domain/case/case";
import { channels } from "@/lib/domain/trace/channel";
import { outcomes } from "@/lib/domain/case/outcome";
import {
  agentsValues,
  facetNames,
  intentValues,
  lastValues,
  ratingValues,
  riskValues,
  type FacetName,
} from "../facets/case-facets";
import {
  caseColumns,
  caseSortKeys,
  defaultCasesQuery,
  relativePeriods,
  type CasesQuery,
  type Period,
} from "./cases-query";
import { readMetricChoice } from "./metric-choice";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";

const maxTextLength = 200;
const maxValues = 50;

const free = z.array(z.string().max(maxTextLength)).max(maxValues);
const facets = {
  channel: z.array(z.enum(channels)),
  outcome: z.array(z.enum(outcomes)),
  first: free,
  path: free,
  switch: free,
  handoff: z.array(z.enum(handoffKinds)),
  evidence: z.array(z.enum(closureEvidences)),
  type: free,
  intent: z.array(z.enum(intentValues)),
  agents: z.array(z.enum(agentsValues)),
  risk: z.array(z.enum(riskValues)),
  score: free,
  release: free,
  region: free,
  team: free,
  rating: z.array(z.enum(ratingValues)),
  last: z.array(z.enum(lastValues)),
  prompt: free,
  firstPrompt: free,
  firstRelease: free,
  pause: free,
} satisfies Record<FacetName, z.ZodType<readonly string[]>>;

const day = z.tuple([z.iso.date()]);
const fields = {
  q: z.tuple([z.string().trim().max(maxTextLength)]),
  period: z.tuple([z.enum(["all", ...relativePeriods])]),
  from: day,
  to: day,
  metric: z.tuple([z.string().max(maxTextLength)]).transform(([text], context) => {
    const choice = readMetricChoice(text, "cases");
    if (choice !== null) return choice;
    context.addIssue("No metric has such a part.");
    return z.NEVER;
  }),
  sort: z.tuple([z.enum(caseSortKeys)]),
  dir: z.tuple([z.enum(["asc", "desc"])]),
  page: z.tuple([z.coerce.number().int().min(1).max(1_000_000)]),
  cols: z
    .tuple([z.string().max(maxTextLength)])
    .transform(([text]) => (text === "" ? [] : text.split(".")))
    .pipe(z.array(z.enum(caseColumns))),
  peek: z.tuple([z.string().min(1).max(1000)]),
};

/**
 * Reads the Cases page's query string.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseCasesParams(raw: RawSearchParams): {
  readonly query: CasesQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const { read, dropped } = createFieldReader(raw, [...facetNames, ...Object.keys(fields)]);
  const valuesOf = (name: FacetName) => [
    ...new Set(read<readonly string[]>(name, facets[name]) ?? []),
  ];
  const query: CasesQuery = {
    facets: {
      channel: valuesOf("channel"),
      outcome: valuesOf("outcome"),
      first: valuesOf("first"),
      path: valuesOf("path"),
      switch: valuesOf("switch"),
      handoff: valuesOf("handoff"),
      evidence: valuesOf("evidence"),
      type: valuesOf("type"),
      intent: valuesOf("intent"),
      agents: valuesOf("agents"),
      risk: valuesOf("risk"),
      score: valuesOf("score"),
      release: valuesOf("release"),
      region: valuesOf("region"),
      team: valuesOf("team"),
      rating: valuesOf("rating"),
      last: valuesOf("last"),
      prompt: valuesOf("prompt"),
      firstPrompt: valuesOf("firstPrompt"),
      firstRelease: valuesOf("firstRelease"),
      pause: valuesOf("pause"),
    },
    text: read("q", fields.q)?.[0] ?? defaultCasesQuery.text,
    period: periodOf(
      read("period", fields.period)?.[0],
      read("from", fields.from)?.[0],
      read("to", fields.to)?.[0],
    ),
    metric: read("metric", fields.metric) ?? defaultCasesQuery.metric,
    sort: read("sort", fields.sort)?.[0] ?? defaultCasesQuery.sort,
    direction: read("dir", fields.dir)?.[0] ?? defaultCasesQuery.direction,
    page: read("page", fields.page)?.[0] ?? defaultCasesQuery.page,
    columns: [...new Set(read("cols", fields.cols) ?? defaultCasesQuery.columns)],
    peek: read("peek", fields.peek)?.[0] ?? defaultCasesQuery.peek,
  };
  return { query, dropped: dropped() };
}

/** Two days make a period, whichever comes first; one of them a period without the other end. */
function periodOf(
  relative: Exclude<Period, object> | undefined,
  from: string | undefined,
  to: string | undefined,
): Period {
  if (from === undefined) {
    return to === undefined ? (relative ?? defaultCasesQuery.period) : { from: null, to };
  }
  return to !== undefined && to < from ? { from: to, to: from } : { from, to: to ?? null };
}
