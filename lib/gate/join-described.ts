import type { CohortItem } from "@/lib/domain/gate/cohort";
import { groupBy } from "@/lib/format/group-by";

/** What a simulator says of an item instead of its id. */
export type DescribedItem = {
  /** What the file knows it by. */
  readonly id: string;
} & Pick<Partial<CohortItem>, "scenario" | "persona" | "situation">;

export type JoinedItem =
  | { readonly kind: "item"; readonly item: string }
  /** Of no item, and why: "is of the persona Ada, and no item of the cohort has it". */
  | { readonly kind: "none"; readonly why: string };

/**
 * Joins what simulators replayed to a cohort's items by scenario, persona and situation: to the only item that agrees
 * with it in most of them and differs in none that both state. Two that would be the same item are neither.
 * @param described what one file says; each id once
 */
export function joinDescribed(
  described: readonly DescribedItem[],
  items: readonly DescribedItem[],
): ReadonlyMap<string, JoinedItem> {
  const known = items.map((item) => ({ id: item.id, traits: traitsOf(item) }));
  const fitting = described.map((each) => ({ each, fits: bestFits(traitsOf(each), known) }));
  const claims = groupBy(fitting, ({ fits }) => JSON.stringify(fits));
  return new Map(
    fitting.map(({ each, fits }): [string, JoinedItem] => {
      const [item] = fits;
      const others = (claims.get(JSON.stringify(fits)) ?? []).filter((own) => own.each !== each);
      if (item !== undefined && fits.length === 1 && others.length === 0) {
        return [each.id, { kind: "item", item }];
      }
      const why = whyNot(fits, describedWords(others[0]?.each ?? null));
      return [each.id, { kind: "none", why: `is of ${describedWords(each)}, and ${why}` }];
    }),
  );
}

type Traits = Readonly<Record<"scenario" | "persona" | "situation", string | null>>;
const traitNames = ["scenario", "persona", "situation"] as const;

function traitsOf({ scenario, persona, situation }: DescribedItem): Traits {
  return {
    scenario: plain(scenario?.name),
    persona: plain(persona?.name),
    situation: plain(situation),
  };
}

/** Letters' case and spaces do not tell. */
function plain(text: string | undefined): string | null {
  return text?.normalize("NFC").trim().replaceAll(/\s+/gu, " ").toLowerCase() ?? null;
}

type KnownItem = { readonly id: string; readonly traits: Traits };

/** The items that agree in most traits, at least in one, and differ in none. */
function bestFits(own: Traits, known: readonly KnownItem[]): readonly string[] {
  const counted = known.map(({ id, traits }) => ({ id, agreed: agreement(own, traits) }));
  const most = counted.reduce((max, { agreed }) => Math.max(max, agreed), 0);
  return most === 0 ? [] : counted.filter(({ agreed }) => agreed === most).map(({ id }) => id);
}

/** In how many traits both agree; 0 if they differ in one. */
function agreement(one: Traits, other: Traits): number {
  const both = traitNames.filter((name) => one[name] !== null && other[name] !== null);
  return both.every((name) => one[name] === other[name]) ? both.length : 0;
}

const shownMax = 3;

function whyNot(fits: readonly string[], other: string): string {
  const [item = ""] = fits;
  if (fits.length === 0) return "no item of the cohort is";
  if (fits.length === 1) return `${other} would be ${item} too`;
  const more = fits.length > shownMax ? ` and ${String(fits.length - shownMax)} more` : "";
  return `so are several items of the cohort: ${fits.slice(0, shownMax).join(", ")}${more}`;
}

/** "the persona Ada in the scenario refund" */
function describedWords(described: DescribedItem | null): string {
  const { scenario, persona } = described ?? {};
  const words = [
    persona === undefined ? "" : `the persona ${persona.name}`,
    scenario === undefined ? "" : `the scenario ${scenario.name}`,
  ].filter((each) => each !== "");
  return words.length === 0 ? "a situation" : words.join(" in ");
}
