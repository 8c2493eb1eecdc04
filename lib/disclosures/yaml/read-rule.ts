import { disclosureRuleSchema, type DisclosureRule } from "@/lib/domain/disclosures/rule";
import { findPatternProblem } from "../pattern";
import { usual } from "../rules/sample";
import { issueWords } from "./issue-words";
import {
  deadlineFields,
  elementFields,
  eventSynonyms,
  isMeaning,
  parseTrigger,
  positionFields,
  record,
  remarkFields,
  ruleFields,
  toCamel,
  toSnake,
  unsupportedFields,
} from "./fields";

/** A problem with a field of a rule's text. */
export type FieldProblem = {
  readonly path: readonly (string | number)[];
  /** To follow the field's name: "is missing". */
  readonly words: string;
  readonly isRefusal: boolean;
};

export type ReadRule = {
  /** Null if something is refused; its version is 0. */
  readonly rule: DisclosureRule | null;
  readonly version: number | null;
  readonly isOn: boolean | null;
  readonly problems: readonly FieldProblem[];
};

type Fields = Readonly<Record<string, unknown>>;
const nobody = "not named";

/** Reads a rule from the fields of its text. */
export function readRule(fields: Fields): ReadRule {
  const problems = [...unknownFields(fields, ruleFields, [])];
  const { version, default_on: isOn } = fields;
  if (version !== undefined && !isVersion(version)) {
    problems.push(refusal(["version"], "is no whole number from 1"));
  }
  if (isOn !== undefined && typeof isOn !== "boolean") {
    problems.push(refusal(["default_on"], "is neither true nor false"));
  }
  const trigger = readTrigger(fields, problems);
  // What forbids something or has a deadline need not name words, nor whose.
  const isWordless = fields["prohibited"] === true || (fields["deadline"] ?? null) !== null;
  const candidate = {
    ...members(fields),
    version: 1,
    trigger,
    speakers: readSpeakers(fields["speaker"] ?? (isWordless ? "agent|system" : undefined)),
    elements: readElements(fields["elements"] ?? (isWordless ? [] : undefined), problems),
    position: readGroup("position", positionFields, fields["position"] ?? {}, problems),
    deadline:
      (fields["deadline"] ?? null) === null
        ? null
        : readGroup("deadline", deadlineFields, fields["deadline"], problems),
  };
  const parsed = disclosureRuleSchema.safeParse(candidate);
  if (parsed.success) problems.push(...findContradictions(parsed.data));
  else {
    for (const issue of parsed.error.issues) {
      const path = issue.path.map((part) => (typeof part === "number" ? part : nameOf(part)));
      const isNoted = problems.some((each) => each.isRefusal && each.path[0] === path[0]);
      if (!isNoted || path[0] !== "trigger")
        problems.push(refusal(path, issueWords(issue, candidate)));
    }
  }
  const isUsable = parsed.success && !problems.some((each) => each.isRefusal);
  return {
    rule: isUsable ? { ...parsed.data, version: 0 } : null,
    version: isVersion(version) ? version : null,
    isOn: typeof isOn === "boolean" ? isOn : null,
    problems,
  };
}

function isVersion(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 1;
}

function refusal(path: FieldProblem["path"], words: string): FieldProblem {
  return { path, words, isRefusal: true };
}

/** Members that have their field's name, over what is usual. */
function members(fields: Fields): object {
  const own = Object.entries(fields)
    .filter(([name, value]) => ruleFields.includes(name) && value !== null)
    .map(([name, value]): [string, unknown] => [toCamel(name), value]);
  return { ...usual, owner: nobody, ...Object.fromEntries(own) };
}

function unknownFields(
  fields: Fields,
  known: readonly string[],
  path: FieldProblem["path"],
): readonly FieldProblem[] {
  return Object.entries(fields).flatMap(([name, value]): FieldProblem[] => {
    if (known.includes(name)) return [];
    const at = [...path, name];
    if (remarkFields.has(name)) return [{ path: at, words: "is not kept", isRefusal: false }];
    if (!unsupportedFields.has(at.join("."))) {
      return [refusal(at, `is no field of a rule; those are ${known.join(", ")}`)];
    }
    return value === null || value === false
      ? []
      : [refusal(at, "cannot be checked yet, and the rule would mean something else without it")];
  });
}

function readTrigger(fields: Fields, problems: FieldProblem[]): unknown {
  const { trigger, channels } = fields;
  if (typeof trigger !== "string") return trigger;
  const read = parseTrigger(trigger, Array.isArray(channels) ? channels : []);
  if ("trigger" in read) return read.trigger;
  problems.push(refusal(["trigger"], read.words));
  return undefined;
}

/** "ai|system", or a list. */
function readSpeakers(speaker: unknown): unknown {
  return typeof speaker === "string" ? speaker.split("|").map((each) => each.trim()) : speaker;
}

function readElements(elements: unknown, problems: FieldProblem[]): unknown {
  if (!Array.isArray(elements)) return elements;
  return elements.map((element: unknown, at) => {
    const parsed = record.safeParse(element);
    if (!parsed.success) return element;
    const { key, mode, any_of: anyOf, none_of: noneOf } = parsed.data;
    problems.push(...unknownFields(parsed.data, elementFields, ["elements", at]));
    const read = {
      ...{ key, anyOf, mode: readMode(mode, anyOf, at, problems) },
      ...(noneOf !== undefined && { noneOf }),
    };
    if (read.mode === "verbatim") {
      problems.push(...patternProblems(key, anyOf, at, "any_of"));
      problems.push(...patternProblems(key, noneOf, at, "none_of"));
    }
    return read;
  });
}

function patternProblems(
  key: unknown,
  patterns: unknown,
  at: number,
  field: (typeof elementFields)[number],
): readonly FieldProblem[] {
  if (!Array.isArray(patterns)) return [];
  return patterns.flatMap((pattern: unknown, place) => {
    const problem = typeof pattern === "string" ? findPatternProblem(pattern) : null;
    const words = `of element “${String(key)}”: the pattern “${String(pattern)}” ${problem ?? ""}`;
    return problem === null ? [] : [refusal(["elements", at, field, place], words)];
  });
}

/** Phrases that are to be understood are looked for as they are written, unless they name a meaning. */
function readMode(mode: unknown, anyOf: unknown, at: number, problems: FieldProblem[]): unknown {
  if (mode !== "semantic" || !Array.isArray(anyOf)) return mode;
  if (anyOf.every(isMeaning)) return "meaning";
  problems.push({
    path: ["elements", at, "mode"],
    words:
      "is semantic, but no reader knows what its phrases mean: they are looked for word by word, so that a denial or a mention passes, too",
    isRefusal: false,
  });
  return "verbatim";
}

/** A group of fields, null where one is not written. */
function readGroup(
  name: string,
  known: readonly string[],
  group: unknown,
  problems: FieldProblem[],
): unknown {
  const empty = Object.fromEntries(known.map((each) => [toCamel(each), null]));
  const parsed = record.safeParse(group);
  if (!parsed.success) return group;
  problems.push(...unknownFields(parsed.data, known, [name]));
  const own = Object.entries(parsed.data).map(([field, value]) => [
    toCamel(field),
    eventSynonyms.get(value) ?? value,
  ]);
  return { ...empty, ...Object.fromEntries(own) };
}

/** What the schema cannot say. */
function findContradictions(rule: DisclosureRule): readonly FieldProblem[] {
  const { effectiveFrom: from, effectiveTo: to, elements } = rule;
  const isEmptyTime = from !== null && to !== null && to <= from;
  const keys = elements.map(({ key }) => key);
  return [
    ...(isEmptyTime ? [refusal(["effective_to"], "is not after effective_from")] : []),
    ...elements.flatMap(({ key }, at) => [
      ...(keys.indexOf(key) < at
        ? [refusal(["elements", at, "key"], `“${key}” stands twice`)]
        : []),
    ]),
  ];
}

function nameOf(part: PropertyKey): string {
  return part === "speakers" ? "speaker" : toSnake(String(part));
}
