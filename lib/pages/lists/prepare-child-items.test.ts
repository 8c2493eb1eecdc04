import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactRowLists, handoffRowLists, promiseRowLists } from "@/lib/testing/child-rows";
import { isoDue } from "@/lib/format/format";
import type { ChildItem } from "./child-list-model";
import {
  contactItem,
  handoffItem,
  childCsvHead,
  childCsvLine,
  promiseItem,
} from "./prepare-child-items";

const owner = { caseId: "case-1", outcome: "unresolved" } as const;

/** A row of the file by its headings; no cell of it holds a comma but the last. */
function filed(thing: "contacts" | "handoffs" | "promises", item: ChildItem) {
  const values = childCsvLine(item).trimEnd().split(",");
  return new Map(
    childCsvHead(thing, [])
      .trimEnd()
      .split(",")
      .map((name, at) => [name, values[at]]),
  );
}

const secondsOf = (us: number | null) => (us === null ? "" : String(us / 1e6));
const instantOf = (us: number | null) => (us === null ? "" : new Date(us / 1000).toISOString());

describe("a list as a file tells a program what the page tells people", () => {
  it("contacts: instants in UTC, durations in seconds, nothing where there is nothing", () => {
    fc.assert(
      fc.property(contactRowLists, (rows) => {
        for (const row of rows) {
          const line = filed("contacts", contactItem(owner, row, []));
          expect(line.get("Case id")).toBe("case-1");
          expect(line.get("Started (UTC)")).toBe(instantOf(row.startUs));
          expect(line.get("Handled (s)")).toBe(secondsOf(row.handledUs));
          expect(line.get("First answer (s)")).toBe(secondsOf(row.answerUs));
          expect(line.get("Team")).toBe(row.team ?? "");
          expect(line.get("Prompt")).toBe(row.prompt ?? "");
        }
      }),
    );
  });

  const asOfUs = 1_767_600_000_000_000;
  const promiseOwner = {
    ...{ ...owner, customerId: "cus-1", owner: "Ada" },
    words: { quote: "I will call you back.", agentId: "agent-204", team: "Refunds" },
  };

  it("handoffs and promises likewise", () => {
    fc.assert(
      fc.property(handoffRowLists, promiseRowLists, (handoffs, promises) => {
        for (const row of handoffs) {
          const line = filed("handoffs", handoffItem(owner, row));
          expect(line.get("When (UTC)")).toBe(instantOf(row.atUs));
          expect(line.get("After (s)")).toBe(secondsOf(row.gapUs));
          const asked = {
            ...{ kept: "no", "said-again": "said again", "asked-again": "yes" },
            unknown: "",
          }[row.verdict];
          expect(line.get("Asked again")).toBe(asked);
        }
        for (const row of promises) {
          const line = filed("promises", promiseItem(promiseOwner, row, asOfUs));
          expect(line.get("Made (UTC)")).toBe(instantOf(row.madeUs));
          expect(line.get("Words")).toBe("I will call you back.");
          expect(line.get("By")).toBe("agent-204");
          expect(line.get("Team")).toBe("Refunds");
          expect(line.get("Customer")).toBe("cus-1");
          expect(line.get("Owner now")).toBe("Ada");
          const isOverdue = line.get("State") === "overdue";
          const lateUs = isOverdue && row.dueUs !== null ? asOfUs - row.dueUs : null;
          expect(line.get("Overdue by (s)")).toBe(secondsOf(lateUs));
          expect(line.get("Due (UTC)")).toBe(row.dueUs === null ? "" : (isoDue(row.dueUs) ?? ""));
        }
      }),
    );
  });
});
