/**
 * The version of a case's rows as one text: a hash of what affects every case, one of each disclosure rule that is on,
 * each evaluator with its version, and the intent model if there is one: "9f0c… rules:1c0b.88f2 tone@1",
 * "9f0c… rules:1c0b intents:77ab… tone@1".
 */
export type DerivedWith = {
  readonly core: string;
  /** Hashes of what disclosures are judged by, in the order of the findings; none: an earlier format. */
  readonly rules: readonly string[];
  /** Version of the active intent model; null: intents are not inferred. */
  readonly intents: string | null;
  readonly evaluators: ReadonlyMap<string, number>;
};

const intentsPrefix = "intents:";
const rulesPrefix = "rules:";

/** @param evaluators in any order; equal sets give equal text */
export function writeDerivedWith({ core, rules, intents, evaluators }: DerivedWith): string {
  const named = [...evaluators].map(([name, version]) => `${name}@${String(version)}`);
  const model = intents === null ? [] : [`${intentsPrefix}${intents}`];
  const judged = rules.length === 0 ? [] : [`${rulesPrefix}${rules.join(".")}`];
  return [core, ...judged, ...model, ...named.sort()].join(" ");
}

function readDerivedWith(text: string): DerivedWith {
  const [core = "", ...parts] = text.split(" ");
  const model = parts.find((part) => part.startsWith(intentsPrefix));
  const judged = parts.find((part) => part.startsWith(rulesPrefix));
  const named = parts.filter((part) => part !== model && part !== judged);
  const evaluators = named.map((each): [string, number] => {
    const [name = "", version = ""] = each.split("@");
    return [name, Number(version)];
  });
  const intents = model?.slice(intentsPrefix.length) ?? null;
  const rules = judged?.slice(rulesPrefix.length).split(".") ?? [];
  return { core, rules, intents, evaluators: new Map(evaluators) };
}

/** What outdates rows of one version relative to another. */
export type VersionChange =
  | { readonly kind: "everything" }
  /** Disclosure rules were changed, turned on, off or put in another order, and nothing else. */
  | {
      readonly kind: "rules";
      /** Hashes of the rules whose findings stay. */
      readonly kept: ReadonlySet<string>;
    }
  | {
      readonly kind: "parts";
      /** Evaluators with a new version or removed; affect cases they scored. */
      readonly judged: readonly string[];
      /** New evaluators; affect cases with a matching target. */
      readonly added: readonly string[];
      /** Another intent model; affects cases that declare no intent. */
      readonly areIntentsChanged: boolean;
    };

/** Compares two versions written by `writeDerivedWith`. */
export function compareVersions(before: string, after: string): VersionChange {
  const [old, now] = [readDerivedWith(before), readDerivedWith(after)];
  if (old.core !== now.core) return { kind: "everything" };
  const judged = [...old.evaluators].filter(
    ([name, version]) => now.evaluators.get(name) !== version,
  );
  const added = [...now.evaluators.keys()].filter((name) => !old.evaluators.has(name));
  const areIntentsChanged = old.intents !== now.intents;
  if (!areRulesAlike(old, now)) {
    if (judged.length > 0 || added.length > 0 || areIntentsChanged) return { kind: "everything" };
    return { kind: "rules", kept: new Set(old.rules.filter((each) => now.rules.includes(each))) };
  }
  return { kind: "parts", judged: judged.map(([name]) => name), added, areIntentsChanged };
}

/** Whether two versions written by `writeDerivedWith` judge by the same rules, as far as the first one says. */
export function areJudgedAlike(before: string, after: string): boolean {
  const [old, now] = [readDerivedWith(before), readDerivedWith(after)];
  return old.rules.length === 0 || areRulesAlike(old, now);
}

function areRulesAlike(old: DerivedWith, now: DerivedWith): boolean {
  return old.rules.join(".") === now.rules.join(".");
}
