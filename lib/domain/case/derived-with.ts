/**
 * What a case's rows were made with, as one text: a hash of what concerns every case, and each evaluator
 * with its version: "9f0c… asked_again@2 tone@1", and the model that infers intents where there is one:
 * "9f0c… intents:77ab… tone@1".
 */
export type DerivedWith = {
  readonly core: string;
  /** The version of the adopted intent model; null: intents are not inferred. */
  readonly intents: string | null;
  readonly evaluators: ReadonlyMap<string, number>;
};

const intentsPrefix = "intents:";

/** @param evaluators in any order; equal ones give equal text */
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

/** What makes rows of one version out of date in another. */
export type VersionChange =
  | { readonly kind: "everything" }
  | {
      readonly kind: "parts";
      /** Raised or gone: they touch what they judged. */
      readonly judged: readonly string[];
      /** New: they touch what they will be asked about. */
      readonly added: readonly string[];
      /** Another model infers intents, or none does any more: it touches cases that declare none. */
      readonly areIntentsChanged: boolean;
    };

/** Compares two versions, each as `writeDerivedWith` writes it. */
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
