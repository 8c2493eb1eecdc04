import { expect, it } from "vitest";
import { holdRows } from "./hold-rows";
import { liveRow } from "@/lib/testing/live/live-row";

const nobody: ReadonlySet<string> = new Set();
const idsOf = ({ rows }: ReturnType<typeof holdRows>) => rows.map(({ caseId }) => caseId);

it("keeps drawn rows in their places, with new words, and counts what waits", () => {
  const fresh = [liveRow("d"), liveRow("b", { sentence: "Refund still open; SLA missed" })];
  const held = holdRows([liveRow("a"), liveRow("b"), liveRow("c")], fresh, nobody);
  expect(idsOf(held)).toEqual(["a", "b", "c"]);
  expect(held.rows[1]).toBe(fresh[1]);
  expect([...held.gone]).toEqual(["a", "c"]);
  expect(held.added).toBe(1);
  expect(held.isBehind).toBe(true);
});

it("lets a row go at once that the viewer acted on", () => {
  const fresh = [liveRow("b")];
  const held = holdRows([liveRow("a"), liveRow("b")], fresh, new Set(["a"]));
  expect(held).toEqual({ rows: fresh, gone: nobody, added: 0, isBehind: false });
});
