import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { nowUs } from "@/lib/clock/server";
import { addAccount, changePassword } from "@/lib/store/access/accounts";
import { takeTry } from "@/lib/store/access/sign-in-tries";
import { tester } from "@/lib/testing/access-store";
import { createScratch } from "@/lib/testing/run-cli";
import { accessDb } from "../access-db";
import { checkCredentials } from "./check-credentials";
import { addToDevice, deviceOfAccount } from "./device-cookie";
import { hashPassword } from "./password";
import { sessionSecret } from "./secrets";
import { deviceKey, signInKeys } from "./sign-in-keys";

const scratch = createScratch();
const proxy = "192.0.2.0/24";
const right = { email: "ada@example.com", password: "several words in a row" };
const hourUs = 3_600_000_000;

beforeAll(async () => {
  vi.stubEnv("THROUGHLINE_DATA", scratch.folder());
  const db = await accessDb();
  const role = "supervisor" as const;
  const draft = { publicId: "account-1", email: right.email, name: "Ada", role, scope: null };
  const account = await addAccount(db, draft, tester, nowUs());
  const hash = await hashPassword(right.password);
  await changePassword(db, { ...account, sessionId: "" }, hash, tester, nowUs());
});
afterAll(() => {
  vi.unstubAllEnvs();
  scratch.remove();
});

describe("a sign-in while a stranger behind the same proxy tries 200 invented names", () => {
  const strangers = { network: proxy, device: null };

  /** Records failed attempts over the last two hours, before any password is checked. */
  beforeAll(async () => {
    const db = await accessDb();
    const now = nowUs();
    let atUs = now - 2 * hourUs;
    for (let count = 0; count < 200; count += 1) {
      const { here, name, from } = signInKeys(`invented-${String(count)}@example.com`, proxy);
      atUs = Math.min(now, atUs + (await takeTry(db, [here, name, from], atUs)));
    }
  });

  it("succeeds at once in a browser that the account signed in with before", async () => {
    const device = addToDevice(null, right.email, sessionSecret());
    const refused = {
      isRight: false,
      waitSeconds: expect.toSatisfy((left) => left > 60) as number,
    };
    expect(await checkCredentials(right, strangers)).toEqual(refused);
    expect(await checkCredentials(right, { network: proxy, device })).toMatchObject({
      isRight: true,
    });
    const others = addToDevice(null, "eve@example.com", sessionSecret());
    const forged = addToDevice(null, right.email, "another installation's secret");
    for (const given of [others, forged, "", ".", device.slice(0, -60)]) {
      const source = { network: proxy, device: given };
      expect(await checkCredentials(right, source)).toEqual(refused);
    }
  });

  it("waits in that browser too after wrong passwords of its own", async () => {
    const device = addToDevice(null, right.email, sessionSecret());
    const id = deviceOfAccount(device, right.email, sessionSecret()) ?? "";
    const key = deviceKey(right.email, id);
    const db = await accessDb();
    let atUs = nowUs() - hourUs;
    for (let count = 0; count < 30; count += 1) {
      atUs = Math.min(nowUs(), atUs + (await takeTry(db, [key], atUs)));
    }
    const check = await checkCredentials(right, { network: proxy, device });
    expect(check).toMatchObject({ isRight: false });
    expect("waitSeconds" in check ? check.waitSeconds : 0).toBeGreaterThan(60);
  });
});

describe("what a browser keeps of who signed in with it", () => {
  const emails = Array.from({ length: 10 }, (_, index) => `person-${String(index)}@example.com`);

  it("identifies nobody, and holds the last eight accounts under one id", () => {
    const kept = emails.reduce<string | null>((so, email) => addToDevice(so, email, "s"), null);
    expect(kept).not.toContain("@");
    const ids = emails.map((email) => deviceOfAccount(kept, email, "s"));
    expect(ids.map((id) => id !== null)).toEqual(emails.map((_, index) => index > 1));
    expect(new Set(ids.slice(2)).size).toBe(1);
    expect(deviceOfAccount(kept, " Person-9@Example.com ", "s")).toBe(ids[9]);
  });

  it("takes no id that somebody chose", () => {
    const chosen = addToDevice("chosen.x.y", "ada@example.com", "s");
    expect(deviceOfAccount(chosen, "ada@example.com", "s")).not.toBe("chosen");
  });
});
