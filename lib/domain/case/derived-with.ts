/**
 * The version of a case's rows as one text: a hash of what affects every case, each evaluator with its version, and
 * the intent model if there is one: "9f0c… asked_again@2 tone@1", "9f0c… intents:77ab… tone@1".
 */
export type DerivedWith = {
  readonly core: string;
  /** Version of the active intent model; null: intents are not inferred. */
  readonly intents: string | null;
  readonly evaluators: ReadonlyMap<string, number>;
};

const intentsPrefix = "intents:";

/** @param evaluators in any order; equal sets give equal text */
export function writeDerivedWith({ core, intents, evaluators }: DerivedWith): string {
  const named = [...evaluators].map(([name, version]) => `${name}@${String(version)}`);
  const model = intents === null ? [] : [`${intentsPrefix}${intents}`];
  return [core, ...model, ...named.sort()].join(" ");
}

function readDerivedWith(text: string): DerivedWith {
  const [core = "", ...parts] = text.split(" ");
  const model = parts.find((part) => part.startsWith(intentsPrefix));
  const named = parts.filter((part) => part !== model);
  const evaluators = named.map((each): [string, number] => {
    const [name = "", version = ""] = each.split("@");
    return [name, Number(version)];
  });
  const intents = model?.slice(intentsPrefix.length) ?? null;
  return { core, intents, evaluators: new Map(evaluators) };
}

/** What outdates rows of one version relative to another. */
export type VersionChange =
  | { readonly kind: "everything" }
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
  return { kind: "parts", judged: judged.map(([name]) => name), added, areIntentsChanged };
}
