import type { FilterChoice } from "../findings/finding-model";

/**
 * A page's filters in one short line: "27 Aug – 24 Nov · all case types · 2 filters", "any agent · any team".
 * @param filters of a page; the first of each filter's options leaves nothing out, but of a period
 */
export function filterSummary(filters: readonly FilterChoice[]): string {
  const period = filters.find(({ days }) => days !== undefined);
  const others = filters.filter((choice) => choice !== period);
  const named = others
    .filter(({ name }) => name !== "Compare with")
    .slice(0, period === undefined ? 2 : 1);
  const chosen = others.filter((choice) => !named.includes(choice) && isChosen(choice));
  const count = chosen.length === 1 ? "1 filter" : `${String(chosen.length)} filters`;
  const words = named.map(({ shown }) => shown);
  return [period?.brief ?? period?.shown, ...words, chosen.length === 0 ? "" : count]
    .filter(Boolean)
    .join(" · ");
}

function isChosen({ options }: FilterChoice): boolean {
  return options[0]?.isChosen === false;
}
