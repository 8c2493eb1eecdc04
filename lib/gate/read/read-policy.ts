import { LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { gatePolicySchema, type GatePolicy } from "@/lib/domain/gate/policy";
import type { GateFile } from "./read-rows";
import { issueWords, rowError } from "./row-words";

const fields = gatePolicySchema.shape;

/** A policy as it is written: what is not stated is as usual. */
const writtenSchema = z.strictObject({
  metric: fields.metric.default(null),
  scope: fields.scope.default("cross_channel"),
  minimum: fields.minimum.default(null),
  non_inferiority_margin: fields.nonInferiorityMargin.default(null),
  strata: fields.strata.default({}),
  new_critical_failures: fields.newCriticalFailures.default("block"),
  not_proven: fields.notProven.default("allow"),
  baseline: fields.baseline.default("optional"),
  repeats: fields.repeats.default(1),
  cohort: fields.cohort.default(null),
});

/**
 * Reads a gate's policy from YAML.
 * @param file null: the usual one
 * @param minimum as given beside the file
 * @throws DomainError that says what is wrong and where
 */
export function readPolicy(file: GateFile | null, minimum: number | null): GatePolicy {
  const written = file === null ? writtenSchema.parse({}) : parse(file);
  if (minimum !== null && written.minimum !== null && minimum !== written.minimum) {
    throw new DomainError(
      "invalid-input",
      `--min is ${String(minimum)} and the policy's minimum ${String(written.minimum)}; state one of them.`,
    );
  }
  const policy = {
    metric: written.metric,
    scope: written.scope,
    minimum: minimum ?? written.minimum,
    nonInferiorityMargin: written.non_inferiority_margin,
    strata: Object.fromEntries(Object.entries(written.strata).sort(([a], [b]) => (a < b ? -1 : 1))),
    newCriticalFailures: written.new_critical_failures,
    notProven: written.not_proven,
    baseline: written.baseline,
    repeats: written.repeats,
    cohort: written.cohort,
  };
  if (policy.minimum === null && policy.nonInferiorityMargin === null) {
    throw new DomainError(
      "invalid-input",
      "The gate has no bar: give --min, or minimum or non_inferiority_margin in the policy.",
    );
  }
  return policy;
}

function parse({ name, text }: GateFile): z.infer<typeof writtenSchema> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const { line } = lines.linePos(broken.pos[0]);
    throw new DomainError(
      "invalid-input",
      `${name}, line ${String(line)}: is no YAML: ${broken.message}`,
    );
  }
  const parsed = writtenSchema.safeParse(plainOf(document, name) ?? {}, { error: rowError });
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid-input", `${name}: ${issueWords(parsed.error)}.`);
}

function plainOf(document: Document, name: string): unknown {
  try {
    return document.toJS();
  } catch {
    throw new DomainError("invalid-input", `${name}: has an alias (*) that cannot be followed.`);
  }
}
