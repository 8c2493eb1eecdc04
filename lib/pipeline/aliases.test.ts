import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import { countUnassigned } from "@/lib/store/cases/counts";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readRereadProgress } from "@/lib/store/spans/rereadings";
import { asLines, otlpRequest, type OtlpRequest } from "@/lib/testing/spans/otlp";
import { changeNothing } from "@/lib/testing/change-nothing";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { decodeHere } from "@/lib/pipeline/intake/decode-file";
import { ingestFile } from "./intake/ingest-file";
import { createPreparation } from "./intake/preparation";
import { rereadSpans } from "./derive/reread-spans";
import { statement } from "@/lib/store/port";

const now = () => 1_780_000_000_000_000;
const { requests } = syntheticExport(11, 12);
const foreign = ticketRequests(100);
/** More spans than are read again at once. */
const manyForeign = ticketRequests(700);

/** Cases are named under a custom key that is unknown by default; `case_id` and similar keys are not used. */
const withTickets: Settings = {
  ...defaultSettings,
  aliases: { ...defaultSettings.aliases, caseId: ["acme.vorgang"], channel: ["acme.kanal"] },
};

describe("changed aliases", () => {
  it("give stored spans the cases they would have had from the start", async () => {
    const fromTheStart = await withTestWorkspace(async (workspace) => {
      await writeSettings(workspace.db, withTickets);
      await workspace.ingestRequests([...requests, ...foreign]);
      return workspace.digest();
    });
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([...requests, ...foreign]);
      await workspace.derive();
      expect(await countUnassigned(workspace.db)).toBe(100);
      await writeSettings(workspace.db, withTickets);
      expect(await workspace.digest()).toBe(fromTheStart);
      expect(await countUnassigned(workspace.db)).toBe(0);
      const found = await findingsOf(workspace);
      expect(found).toEqual([{ code: "unknown-channel", count: 50 }]);
    });
  });

  it("and channel names reach stored spans, and change back", async () => {
    const settings = { ...withTickets, channelSynonyms: { "Brief taube": "email" } } as const;
    const fromTheStart = await withTestWorkspace(async (workspace) => {
      await writeSettings(workspace.db, settings);
      await workspace.ingestRequests(foreign);
      return workspace.digest();
    });
    await withTestWorkspace(async (workspace) => {
      await writeSettings(workspace.db, withTickets);
      await workspace.ingestRequests(foreign);
      const before = await workspace.digest();
      await writeSettings(workspace.db, settings);
      expect(await workspace.digest()).toBe(fromTheStart);
      expect(await findingsOf(workspace)).toEqual([]);
      await writeSettings(workspace.db, withTickets);
      expect(await workspace.digest()).toBe(before);
    });
  });

  it("and changed back give what was there before", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([...requests, ...foreign]);
      const before = await workspace.digest();
      await writeSettings(workspace.db, withTickets);
      expect(await workspace.digest()).not.toBe(before);
      await writeSettings(workspace.db, defaultSettings);
      expect(await workspace.digest()).toBe(before);
      expect(await findingsOf(workspace)).toEqual([]);
    });
  });

  it("are applied from where re-reading was interrupted", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(manyForeign);
      await workspace.derive();
      await writeSettings(workspace.db, withTickets);
      const shouldPause = () => Promise.resolve(true);
      await rereadSpans(workspace.db, withTickets, {
        now,
        maskAnswer: workspace.maskAnswer,
        shouldPause,
      });
      expect(await readRereadProgress(workspace.db)).toMatchObject({ after: 500 });
      await workspace.derive();
      expect(await readRereadProgress(workspace.db)).toMatchObject({ after: null });
      expect(await listCaseIds(workspace.db)).toHaveLength(70);
    });
  });

  it("reach spans of a file that was being read when they changed", async () => {
    const input = asLines(foreign);
    await withTestWorkspace(async ({ db, folder, derive }) => {
      async function* bytes(): AsyncGenerator<Buffer> {
        const half = input.indexOf("\n", input.length / 2) + 1;
        yield Buffer.from(input.slice(0, half));
        await writeSettings(db, withTickets);
        await derive();
        yield Buffer.from(input.slice(half));
      }
      const preparation = createPreparation(defaultSettings, folder);
      const file = { name: "slow.jsonl", decode: decodeHere(() => Readable.from(bytes())) };
      await ingestFile(file, { db, preparation, now, onProgress: () => undefined });
      await derive();
      expect(await countUnassigned(db)).toBe(0);
      expect(await listCaseIds(db)).toHaveLength(10);
    });
  });

  it("touch nothing where they change nothing", () =>
    withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(requests);
      await changeNothing(workspace);
    }));
});

/** One trace per span, ten spans per case; every other span's channel is an unknown word. */
function ticketRequests(count: number): OtlpRequest[] {
  return Array.from({ length: count }, (_, index) =>
    otlpRequest([
      {
        traceId: `e${index.toString(16).padStart(31, "0")}`,
        spanId: "e".repeat(16),
        name: "message",
        startUs: 1_767_600_000_000_000 + index * 1_000_000,
        attributes: {
          "message.role": "customer",
          "message.content": `Where is my parcel ${String(index)}?`,
          "acme.vorgang": `V-${String(Math.floor(index / 10))}`,
          "acme.kanal": index % 2 === 0 ? "Webchat" : "brief-taube",
        },
      },
    ]),
  );
}

function findingsOf({ db }: TestWorkspace): Promise<unknown[]> {
  return db.read((connection) =>
    statement<unknown[]>(
      connection,
      "SELECT code, count(*) AS count FROM span_findings GROUP BY code",
    ).all(),
  );
}
