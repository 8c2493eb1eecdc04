import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { tester } from "@/lib/testing/access-store";
import { createScratch } from "@/lib/testing/run-cli";
import { authorizeExport, refuseSearch } from "./authorize-export";
import { makeToken } from "./make-token";

const scratch = createScratch();
beforeAll(() => vi.stubEnv("THROUGHLINE_DATA", scratch.folder()));
afterAll(() => {
  vi.unstubAllEnvs();
  scratch.remove();
});

it("a token takes away the cases of its regions and teams, and no others", async () => {
  const draft = { name: "report", permissions: ["export"], expiresUs: null } as const;
  const scope = { regions: ["EU"], teams: ["loss"] };
  for (const limits of [scope, null]) {
    const { publicId, secret } = await makeToken({ ...draft, scope: limits }, tester);
    const headers = new Headers({ authorization: `Bearer ${secret}` });
    expect(await authorizeExport({ headers })).toEqual({
      isAllowed: true,
      actor: publicId,
      scope: limits,
      readsText: false,
    });
  }
});

it("a token reads what was said only where it says so, and then in what it exports", async () => {
  const draft = { name: "report", scope: null, expiresUs: null } as const;
  const { secret } = await makeToken({ ...draft, permissions: ["export", "view-text"] }, tester);
  const headers = new Headers({ authorization: `Bearer ${secret}` });
  expect(await authorizeExport({ headers })).toMatchObject({ isAllowed: true, readsText: true });
  const alone = makeToken({ ...draft, permissions: ["view-text"] }, tester);
  await expect(alone).rejects.toThrow("export and view-text");
});

it("a token that may only send spans reads nothing, and is told how one is made that may", async () => {
  const draft = { name: "agent", permissions: ["ingest"], scope: null, expiresUs: null } as const;
  const { secret } = await makeToken(draft, tester);
  const headers = new Headers({ authorization: `Bearer ${secret}` });
  expect(await authorizeExport({ headers })).toEqual({
    isAllowed: false,
    status: 403,
    sentence: expect.stringMatching(/not export; .*ingest\..* --may export$/u) as string,
  });
});

it("words are searched for by who may read them alone", () => {
  expect(refuseSearch({ readsText: true }, { text: "refund" })).toBeNull();
  expect(refuseSearch({ readsText: false }, { text: "" })).toBeNull();
  expect(refuseSearch({ readsText: false }, { text: "refund" })).toMatchObject({
    isAllowed: false,
    status: 403,
  });
});
