import { channelNoticeSchema } from "@/lib/domain/disclosures/channel-notice";
import { statedFactsSchema, type StatedFacts } from "@/lib/domain/disclosures/rule-settings";
import { record, toCamel, toSnake } from "./fields";
import type { FieldProblem } from "./read-rule";
import { readRegion } from "../places/read-region";
import { issueWords } from "./issue-words";

const noticeFields = Object.keys(channelNoticeSchema.shape).map(toSnake);

/** Fields of a file of rules that state what no trace shows. */
export const statedFields = ["notices", "facts", "regions"] as const;

/** Reads what a text states; what it does not write stays as it is. */
export function readStated(fields: Readonly<Record<string, unknown>>): {
  readonly stated: StatedFacts;
  readonly problems: readonly FieldProblem[];
} {
  const { notices, facts, regions } = fields;
  const written = {
    ...(notices !== undefined && {
      notices: Array.isArray(notices) ? notices.map(noticeOf) : notices,
    }),
    ...(facts !== undefined && { facts }),
    ...(regions !== undefined && { regions }),
  };
  const unknown = (Array.isArray(notices) ? notices : []).flatMap((notice: unknown, at) =>
    Object.keys(record.safeParse(notice).data ?? {})
      .filter((name) => !noticeFields.includes(name))
      .map((name) => ({
        path: ["notices", at, name],
        words: `is no field of a notice; those are ${noticeFields.join(", ")}`,
        isRefusal: true,
      })),
  );
  const parsed = statedFactsSchema.safeParse(written);
  const unplaced = parsed.success ? unplacedOf(parsed.data) : [];
  if (parsed.success && unknown.length + unplaced.length === 0) {
    return { stated: parsed.data, problems: [] };
  }
  const issues = (parsed.error?.issues ?? []).map((issue) => ({
    path: issue.path.map((part) => (typeof part === "number" ? part : toSnake(String(part)))),
    words: issueWords(issue, written),
    isRefusal: true,
  }));
  return { stated: {}, problems: [...unknown, ...unplaced, ...issues] };
}

/** Places that are none by ISO 3166. */
function unplacedOf({ regions = {} }: StatedFacts): readonly FieldProblem[] {
  return Object.entries(regions)
    .filter(([, place]) => readRegion(place).kind !== "places")
    .map(([spelling]) => ({
      path: ["regions", spelling],
      words: "is no place that is known by ISO 3166, such as US-CA, DE or EU",
      isRefusal: true,
    }));
}

function noticeOf(notice: unknown): unknown {
  const parsed = record.safeParse(notice);
  if (!parsed.success) return notice;
  const own = Object.entries(parsed.data).map(([name, value]): [string, unknown] => [
    toCamel(name),
    value,
  ]);
  return { to: null, ...Object.fromEntries(own) };
}

/** What is stated, as fields of a text. */
export function statedOf({ notices = [], facts = {}, regions = {} }: StatedFacts): {
  readonly notices: readonly object[];
  readonly facts: object;
  readonly regions: object;
} {
  return {
    notices: notices.map((notice) =>
      Object.fromEntries(
        Object.entries(notice)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => [toSnake(name), value]),
      ),
    ),
    facts,
    regions,
  };
}
