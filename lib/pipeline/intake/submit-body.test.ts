import { afterAll, beforeAll, expect, it } from "vitest";
import { DomainError } from "@/lib/domain/domain-error";
import { openBatch } from "@/lib/store/spans/batches";
import { readSettings } from "@/lib/store/decisions/decisions";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { createPreparation } from "./preparation";
import { submitBody, type BodyContext } from "./submit-body";
import type { Body } from "./threads/preparer-protocol";
import { startDecoder, type Decoder } from "./threads/start-decoder";
import { startPreparers, type Preparers } from "./threads/start-preparers";

const startUs = 1_767_600_000_000_000;

/** Cases of some contacts; `filler` makes their bodies large. */
function requestOf(first: number, count: number, filler: number): object {
  const cases = Array.from({ length: count }, (_, at) =>
    supportCase({
      caseId: `C-${String(first + at)}`,
      idSuffix: (first + at).toString(16).padStart(4, "0"),
      startUs: startUs + (first + at) * 1_000_000,
      messages: [
        {
          who: "customer",
          text: `I am Anna Miller, my card is 4111 1111 1111 1111. ${"no ".repeat(filler)}`,
        },
        { who: "agent", text: "I will call you back tomorrow." },
      ],
      attributes: { customer_id: `u-${String(at % 7)}` },
    }),
  );
  return { resourceSpans: cases.flatMap((each) => each.resourceSpans) };
}

function bodyOf(encoding: Body["encoding"], request: object): Body {
  const bytes =
    encoding === "json"
      ? new TextEncoder().encode(JSON.stringify(request))
      : encodeProtobuf(request);
  return { encoding, chunks: [new Uint8Array(bytes)] };
}

const requests = [requestOf(0, 2, 0), requestOf(100, 60, 500), requestOf(200, 40, 1000)] as const;
const bodies = (): Body[] => [
  bodyOf("json", requests[0]),
  bodyOf("json", requests[1]),
  bodyOf("protobuf", requests[2]),
];

async function contextOf({ db, folder }: TestWorkspace): Promise<Omit<BodyContext, "batch">> {
  return { db, preparation: createPreparation(await readSettings(db), folder), now: () => startUs };
}

let decoder: Decoder;
beforeAll(() => {
  decoder = startDecoder();
});
afterAll(() => decoder.stop());

it("stores small and large bodies the same on other threads as on one, side by side", async () => {
  await withTestWorkspace(async (alone) => {
    await withTestWorkspace(
      async (shared) => {
        const preparers: Preparers = startPreparers(shared.folder, 2);
        const context = { ...(await contextOf(shared)), preparers, decoder, owner: "one" };
        const batch = await openBatch(shared.db, "together", startUs);
        const results = await Promise.all(
          bodies().map((body) =>
            submitBody(body, { ...context, batch: () => Promise.resolve(batch) }),
          ),
        );
        await preparers.stop();

        const own = await contextOf(alone);
        const ownBatch = await openBatch(alone.db, "alone", startUs);
        for (const [at, body] of bodies().entries()) {
          const result = await submitBody(body, { ...own, batch: () => Promise.resolve(ownBatch) });
          expect(results[at]).toEqual(result);
        }
        expect(results.map(({ rejected }) => rejected)).toEqual([0, 0, 0]);
        await alone.derive();
        await shared.derive();
        expect(await shared.digest()).toBe(await alone.digest());
      },
      { copyOf: alone.folder },
    );
  });
});

it("has room for the next large body where one could not be stored", async () => {
  await withTestWorkspace(async (workspace) => {
    const preparers: Preparers = startPreparers(workspace.folder, 1);
    const context = { ...(await contextOf(workspace)), preparers, decoder, owner: "one" };
    const locked = () => Promise.reject(new DomainError("busy", "The workspace is locked."));
    const large = () => bodyOf("json", requestOf(0, 1, 2_000_000));
    for (const _ of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const tried = submitBody(large(), { ...context, batch: locked });
      await expect(tried).rejects.toMatchObject({ code: "busy" });
    }
    const cut = bodyOf("json", requestOf(0, 60, 500));
    const [bytes = new Uint8Array()] = cut.chunks;
    const refused = await submitBody(
      { ...cut, chunks: [bytes.slice(0, -5)] },
      { ...context, batch: locked },
    );
    expect(refused).toMatchObject({
      isUndecodable: true,
      firstReasons: [expect.stringContaining("JSON") as string],
    });
    await preparers.stop();
  });
});
