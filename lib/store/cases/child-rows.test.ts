import fc from "fast-check";
import { expect, it } from "vitest";
import { statement } from "../port";
import { derivedCase, derivedInteraction } from "@/lib/testing/derived-case";
import { storeCases, withMemoryStore } from "@/lib/testing/memory-store";
import { childRows } from "@/lib/testing/child-rows";
import { childNames, insertChildRows, readChildRows } from "./child-rows";

const bare = derivedCase({ messages: [], interactions: [], handoffs: [] });
const rest = { fromInteraction: 0, toInteraction: 1, isChannelChanged: true, atMessage: 0 };

it("the rows of a case's contacts, handoffs, promises and disclosures come back as they were written", async () => {
  await withMemoryStore(async (db) => {
    await storeCases(db, [bare]);
    const written = fc.asyncProperty(childRows, async (rows) => {
      const derived = {
        ...{ caseId: "C-1", messages: [] },
        interactions: rows.contactRows.map((row) => derivedInteraction(row)),
        handoffs: rows.handoffRows.map((row) => ({ ...row, ...rest, toTeam: row.team })),
      };
      const read = await db.write(async (connection) => {
        for (const table of [
          "interactions",
          "handoffs",
          "promises",
          "disclosures",
          "personal_values",
        ])
          await statement(connection, `DELETE FROM ${table}`).run();
        await insertChildRows(connection, 1, derived, rows);
        return (await readChildRows(connection, [1], childNames))(1);
      });
      expect(read).toEqual(rows);
    });
    await fc.assert(written);
  });
});
