import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { tester } from "@/lib/testing/access-store";
import { createScratch } from "@/lib/testing/run-cli";
import { authorizeExport } from "./authorize-export";
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
    });
  }
});
