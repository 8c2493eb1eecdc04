/**
 * What a case's rows were made with, as one text: a hash of what concerns every case, and each evaluator
 * with its version: "9f0c… asked_again@2 tone@1".
 */
export type DerivedWith = {
  readonly core: string;
  readonly evaluators: ReadonlyMap<string, number>;
};

/** @param evaluators in any order; equal ones give equal text */
export function writeDerivedWith({ core, evaluators }: DerivedWith): string {
  const named = [...evaluators].map(([name, version]) => `${name}@${String(version)}`);
  return [core, ...named.sort()].join(" ");
}

function readDerivedWith(text: string): DerivedWith {
  const [core = "", ...named] = text.split(" ");
  const evaluators = named.map((each): [string, number] => {
    const [name = "", version = ""] = each.split("@");
    return [name, Number(version)];
  });
  return { core, evaluators: new Map(evaluators) };
}

/** What makes rows of one version out of date in another. */
export type VersionChange =
  | { readonly kind: "everything" }
  | {
      readonly kind: "evaluators";
      /** Raised or gone: they touch what they judged. */
      readonly judged: readonly string[];
      /** New: they touch what they will be asked about. */
      readonly added: readonly string[];
    };

/** Compares two versions, each as `writeDerivedWith` writes it. */
export function compareVersions(before: string, after: string): VersionChange {
  const [old, now] = [readDerivedWith(before), readDerivedWith(after)];
  if (old.core !== now.core) return { kind: "everything" };
  const judged = [...old.evaluators].filter(
    ([name, version]) => now.evaluators.get(name) !== version,
  );
  const added = [...now.evaluators.keys()].filter((name) => !old.evaluators.has(name));
  return { kind: "evaluators", judged: judged.map(([name]) => name), added };
}
