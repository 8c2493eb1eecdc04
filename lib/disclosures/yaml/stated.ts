import { channelNoticeSchema } from "@/lib/domain/disclosures/channel-notice";
import { statedFactsSchema, type StatedFacts } from "@/lib/domain/disclosures/rule-settings";
import { record, toCamel, toSnake } from "./fields";
import type { FieldProblem } from "./read-rule";
import { issueWords } from "./issue-words";

const noticeFields = Object.keys(channelNoticeSchema.shape).map(toSnake);

/** Fields of a file of rules that state what no trace shows. */
export const statedFields = ["notices", "facts"] as const;

/** Reads what a text states; what it does not write stays as it is. */
export function readStated(fields: Readonly<Record<string, unknown>>): {
  readonly stated: StatedFacts;
  readonly problems: readonly FieldProblem[];
} {
  const { notices, facts } = fields;
  const written = {
    ...(notices !== undefined && {
      notices: Array.isArray(notices) ? notices.map(noticeOf) : notices,
    }),
    ...(facts !== undefined && { facts }),
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
  if (parsed.success && unknown.length === 0) return { stated: parsed.data, problems: [] };
  const issues = (parsed.error?.issues ?? []).map((issue) => ({
    path: issue.path.map((part) => (typeof part === "number" ? part : toSnake(String(part)))),
    words: issueWords(issue, written),
    isRefusal: true,
  }));
  return { stated: {}, problems: [...unknown, ...issues] };
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
export function statedOf({ notices = [], facts = {} }: StatedFacts): {
  readonly notices: readonly object[];
  readonly facts: object;
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
  };
}
