import {
  isCollection,
  isMap,
  isNode,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
} from "yaml";
import type { StatedFacts } from "@/lib/domain/disclosures/rule-settings";
import { record } from "./fields";
import { readRule } from "./read-rule";
import { readStated, statedFields } from "./stated";
import type { RuleDraft, RuleProblem } from "./rule-draft";

export type ReadRules = {
  readonly drafts: readonly RuleDraft[];
  /** Notices and facts; without what the text does not write. */
  readonly stated: StatedFacts;
  /** Where the words of each notice begin, from 1; absent where nothing was read from a text. */
  readonly noticeLines?: readonly number[];
  /** In the order of the text. */
  readonly problems: readonly RuleProblem[];
};

/** Rules are a few kilobytes each. */
const charactersMax = 1_000_000;
/** Said of the whole file, and no rules. */
const headFields: ReadonlySet<string> = new Set(["rules", "schema", "_note", ...statedFields]);

type Path = readonly (string | number)[];

/** Reads rules from YAML, of which JSON is a part: a rule, a list of rules, or a list under `rules`. */
export function readRules(text: string): ReadRules {
  if (text.length > charactersMax) return refused(1, "is longer than a million characters");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) {
    return refused(lines.linePos(broken.pos[0]).line, `is no YAML: ${broken.message}`);
  }
  const lineOf = (path: Path) => lines.linePos(offsetOf(document, path)).line;
  const places = placesOf(document);
  if (places === null) {
    return refused(1, "holds no rules: write a rule, a list of rules, or a list under “rules”");
  }
  const heads = headProblems(document, places, lineOf);
  const { stated, problems: misstated } = statedIn(document, places, lineOf);
  const read = places.map((path) => readAt(document, path, lineOf));
  const drafts = read.flatMap((each) => each.drafts);
  const twice = drafts.filter(
    ({ rule }, at) => drafts.findIndex((each) => each.rule.id === rule.id) < at,
  );
  return {
    drafts: drafts.filter((draft) => !twice.includes(draft)),
    stated,
    noticeLines: (stated.notices ?? []).map((_, at) => lineOf(["notices", at, "text"])),
    problems: [
      ...heads,
      ...misstated,
      ...read.flatMap((each) => each.problems),
      ...twice.map(({ line, rule }) => problem(line, rule.id, "id", "stands twice in this file")),
    ].toSorted((a, b) => a.line - b.line),
  };
}

function refused(line: number, words: string): ReadRules {
  return { drafts: [], stated: {}, problems: [problem(line, null, "", `The text ${words}`)] };
}

function problem(line: number, rule: string | null, field: string, words: string): RuleProblem {
  return { line, rule, field, words, isRefusal: true };
}

/** The paths of the rules; null if there are none. */
function placesOf({ contents }: Document): readonly Path[] | null {
  if (isSeq(contents)) return contents.items.map((_, at) => [at]);
  if (!isMap(contents)) return null;
  if (contents.has("id")) return [[]];
  const rules = contents.get("rules");
  if (isSeq(rules)) return rules.items.map((_, at) => ["rules", at]);
  return statedFields.some((field) => contents.has(field)) && !contents.has("rules") ? [] : null;
}

function statedIn(
  document: Document,
  places: readonly Path[],
  lineOf: (path: Path) => number,
): Pick<ReadRules, "stated" | "problems"> {
  const isHead = isMap(document.contents) && places[0]?.length !== 0;
  const fields = record.safeParse(isHead ? valueAt(document, []) : {});
  const { stated, problems } = readStated(fields.data ?? {});
  return {
    stated,
    problems: problems.map(({ path, words }) => problem(lineOf(path), null, path.join("."), words)),
  };
}

function headProblems(
  { contents }: Document,
  places: readonly Path[],
  lineOf: (path: Path) => number,
): readonly RuleProblem[] {
  if (!isMap(contents) || places[0]?.length === 0) return [];
  const names = contents.items.map(({ key }) => String(key));
  return names
    .filter((name) => !headFields.has(name))
    .map((name) => problem(lineOf([name]), null, name, "is no field of a file of rules"));
}

function readAt(
  document: Document,
  path: Path,
  lineOf: (path: Path) => number,
): Pick<ReadRules, "drafts" | "problems"> {
  const line = lineOf(path);
  const fields = record.safeParse(valueAt(document, path));
  if (!fields.success) {
    return { drafts: [], problems: [problem(line, null, "", "Here stands no rule")] };
  }
  const { rule, version, isOn, problems } = readRule(fields.data);
  const { id } = fields.data;
  const fieldLines = new Map(
    Object.keys(fields.data).map((field) => [field, lineOf([...path, field])] as const),
  );
  return {
    drafts: rule === null ? [] : [{ rule, version, isOn, line, fieldLines }],
    problems: problems.map(({ path: within, words, isRefusal }) => ({
      line: lineOf([...path, ...within]),
      rule: typeof id === "string" && id !== "" ? id : null,
      field: within.join("."),
      words,
      isRefusal,
    })),
  };
}

/** Undefined where aliases would make it endless. */
function valueAt(document: Document, path: Path): unknown {
  const node = document.getIn(path, true);
  try {
    return isNode(node) ? node.toJS(document) : node;
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** Where the node at a path begins; of one that is not there, the nearest that holds it. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const parent = length === 0 ? null : document.getIn(path.slice(0, length - 1), true);
    const name = path[length - 1];
    const key = isMap(parent) ? parent.items.find((pair) => String(pair.key) === name)?.key : null;
    const node = isNode(key) ? key : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
    if (isCollection(node)) return 0;
  }
  return 0;
}
