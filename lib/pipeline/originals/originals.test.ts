import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { afterEach, describe, expect, it, vi } from "vitest";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import { maskerOf } from "@/lib/ingest/mask/masker";
import { maskerVersion } from "@/lib/ingest/mask/masker-version";
import { encodeItem } from "@/lib/ingest/originals/item-codec";
import { eraseCustomer } from "@/lib/store/erasure/erase-data";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { statement, type Database } from "@/lib/store/port";
import { countSealed, readSealed } from "@/lib/store/spans/sealed-originals";
import { asLines, otlpRequest, type OtlpRequest } from "@/lib/testing/spans/otlp";
import { readAllFiles } from "@/lib/testing/spans/read-raw";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { decodeHere } from "@/lib/pipeline/intake/decode-file";
import { ingestFile } from "../intake/ingest-file";
import { createPreparation, type IntakePreparation } from "../intake/preparation";
import { createOriginals } from "./create-originals";
import { remaskSpans } from "./remask-spans";
import { removeExpiredOriginals } from "./remove-expired-originals";

const dayUs = 86_400_000_000;
const nowUs = 1_780_000_000_000_000;
const keeping: Settings = {
  ...defaultSettings,
  retention: { ...defaultSettings.retention, originalDays: 30 },
};

afterEach(() => vi.unstubAllEnvs());

type Said = readonly (readonly ["user" | "assistant", string])[];

/** One model call whose input is a conversation. @param index makes its ids */
function call(said: Said, index = 1): OtlpRequest {
  const messages = said.map(([role, content]) => ({ role, content }));
  return otlpRequest([
    {
      traceId: String(index).repeat(32),
      spanId: String(index).repeat(16),
      startUs: nowUs - dayUs + index * 1000,
      attributes: {
        "gen_ai.operation.name": "chat",
        "case.id": `C-${String(index)}`,
        "customer.id": `customer-${String(index)}`,
        "gen_ai.input.messages": JSON.stringify(messages),
      },
    },
  ]);
}

const siriCall: Said = [
  [
    "user",
    "My name is Sabine Kuhn and Siri does not find my card 4111 1111 1111 1111, passport number C01X00T47.",
  ],
  ["assistant", "Thank you, Sabine. Then ask Siri again."],
];

async function ingest(
  { db, folder }: TestWorkspace,
  requests: readonly OtlpRequest[],
  change: Partial<IntakePreparation> = {},
): Promise<void> {
  const preparation = { ...createPreparation(keeping, folder), ...change };
  const input = {
    name: "a.jsonl",
    decode: decodeHere(() => Readable.from([Buffer.from(asLines(requests))])),
  };
  await ingestFile(input, { db, preparation, now: () => nowUs, onProgress: () => undefined });
}

/** A masker that takes Siri for somebody. */
function olderMasker({ folder }: TestWorkspace): IntakePreparation["masker"] {
  const { text } = createPreparation(keeping, folder).masker;
  const mark = "<PERSON:0123456789abcdef>";
  return maskerOf(
    {
      ...text,
      mask: (given, place) => text.mask(given.replaceAll("Siri", mark), place),
      maskOnly: (given, place, isWanted) => text.maskOnly(given, place, isWanted),
    },
    testPseudonymise,
  );
}

async function openAll({ db, folder }: TestWorkspace): Promise<string[]> {
  const originals = createOriginals(folder);
  const sealed = await readSealed(db, 0, 100);
  return sealed.map((each) => {
    const item = originals.open(each.box, each);
    return item === null ? "" : encodeItem(item);
  });
}

async function textsOf(db: Database): Promise<string> {
  const sql = "SELECT c.body FROM messages m JOIN contents c ON c.id = m.content";
  const rows = await db.read((connection) =>
    statement<[], { body: string }>(connection, sql).all(),
  );
  return rows.map(({ body }) => body).join("\n");
}

describe("what is sealed", () => {
  it("is nothing until the settings say so", () =>
    withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([call(siriCall)]);
      expect(await countSealed(workspace.db)).toEqual({ spans: 0, oldestUs: null });
    }));

  it("has names and no card, and nothing of either can be read in the folder", () =>
    withTestWorkspace(async (workspace) => {
      await ingest(workspace, [call(siriCall)]);
      const [kept = ""] = await openAll(workspace);
      expect(kept).toContain("Sabine Kuhn");
      expect(kept).toContain("<CARD:");
      for (const number of ["4111", "C01X00T47"]) expect(kept).not.toContain(number);
      const stored = readAllFiles(workspace.folder).toString("latin1");
      for (const word of ["Sabine", "Kuhn", "4111"]) expect(stored).not.toContain(word);
    }));

  it("is nothing of a span where nothing was masked, or only what has a form", () =>
    withTestWorkspace(async (workspace) => {
      const mail = "Write to sabine.kuhn@example.com please.";
      await ingest(workspace, [call([["user", "Where is it?"]], 1), call([["user", mail]], 2)]);
      expect((await countSealed(workspace.db)).spans).toBe(0);
    }));

  it("is nothing of a span with a secret that only the question before it shows", () =>
    withTestWorkspace(async (workspace) => {
      const said: Said = [
        ["user", "My name is Sabine Kuhn."],
        ["assistant", "What is the PIN of your card?"],
        ["user", "4 7 1 1"],
      ];
      await ingest(workspace, [call(said)]);
      expect(await openAll(workspace)).toEqual([]);
    }));

  it("opens under its own ids and unchanged only, and with its key only", () =>
    withTestWorkspace(async (workspace) => {
      await ingest(workspace, [call(siriCall)]);
      const [sealed] = await readSealed(workspace.db, 0, 1);
      if (sealed === undefined) throw new Error("Nothing is sealed.");
      const originals = createOriginals(workspace.folder);
      expect(originals.open(sealed.box, sealed)).not.toBeNull();
      expect(originals.open(sealed.box, { ...sealed, spanId: "9".repeat(16) })).toBeNull();
      const changed = Buffer.from(sealed.box);
      changed[40] = (changed[40] ?? 0) ^ 1;
      expect(originals.open(changed, sealed)).toBeNull();
      vi.stubEnv("THROUGHLINE_ORIGINALS_KEY", randomBytes(32).toString("hex"));
      expect(createOriginals(workspace.folder).open(sealed.box, sealed)).toBeNull();
    }));

  it("is nothing without a key, which is said, and what arrives is stored", () =>
    withTestWorkspace(async (workspace) => {
      vi.stubEnv("THROUGHLINE_ORIGINALS_KEY", "short");
      await ingest(workspace, [call(siriCall)]);
      expect((await countSealed(workspace.db)).spans).toBe(0);
      expect(await workspace.derive()).toEqual(["C-1"]);
      expect(createOriginals(workspace.folder).problem()).toContain("THROUGHLINE_ORIGINALS_KEY");
    }));

  it("goes with its customer", () =>
    withTestWorkspace(async (workspace) => {
      const { db, folder } = workspace;
      await ingest(workspace, [call(siriCall, 1), call(siriCall, 2)]);
      await workspace.derive();
      const { hashTombstone } = createPreparation(keeping, folder);
      await eraseCustomer(db, { customerId: "customer-1", hashTombstone, nowUs });
      const left = await readSealed(db, 0, 100);
      expect(left.map(({ traceId }) => traceId)).toEqual(["2".repeat(32)]);
    }));

  it("goes when its time is over, and at once where none shall be kept", () =>
    withTestWorkspace(async (workspace) => {
      const { db } = workspace;
      await ingest(workspace, [call(siriCall)]);
      const { retention } = keeping;
      expect(await removeExpiredOriginals(db, retention, nowUs + 30 * dayUs)).toBe(0);
      expect(await removeExpiredOriginals(db, retention, nowUs + 30 * dayUs + 1)).toBe(1);
      await ingest(workspace, [call(siriCall, 2)]);
      expect(await removeExpiredOriginals(db, defaultSettings.retention, nowUs)).toBe(1);
    }));
});

describe("masking again", () => {
  it("gives back what an older masker took for a name, as if it had arrived today", async () => {
    const wanted = await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([call(siriCall)]);
      await workspace.derive();
      return (await textsOf(workspace.db)).replaceAll(/:[0-9a-f]{16}>/gu, ">");
    });
    await withTestWorkspace(async (workspace) => {
      const { db, folder } = workspace;
      await writeSettings(db, keeping);
      await ingest(workspace, [call(siriCall)], { masker: olderMasker(workspace) });
      await workspace.derive();
      expect(await textsOf(db)).not.toContain("Siri");
      const preparation = createPreparation(keeping, folder);
      await remaskSpans(db, preparation, { now: () => nowUs }, maskerVersion + 1);
      await workspace.derive();
      const texts = await textsOf(db);
      expect(texts).toContain("Siri does not find");
      expect(texts).not.toContain("Sabine");
      expect(texts.replaceAll(/:[0-9a-f]{16}>/gu, ">")).toBe(wanted);
      expect(readAllFiles(folder).toString("latin1")).not.toContain("Sabine");
      // Sealed as before: a still better masker can do it again.
      expect((await countSealed(db)).spans).toBe(1);
    });
  });

  it("is done once for a version, and not to what came since it was read", () =>
    withTestWorkspace(async (workspace) => {
      const { db, folder } = workspace;
      await ingest(workspace, [call(siriCall)], { masker: olderMasker(workspace) });
      const preparation = createPreparation(keeping, folder);
      await remaskSpans(db, preparation, { now: () => nowUs }, 7);
      await ingest(workspace, [call(siriCall, 2)], { masker: olderMasker(workspace) });
      await remaskSpans(db, preparation, { now: () => nowUs }, 7);
      await workspace.derive();
      expect((await textsOf(db)).match(/Siri does/gu)).toHaveLength(1);
    }));
});
