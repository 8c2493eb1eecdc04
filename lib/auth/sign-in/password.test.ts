import { describe, expect, it } from "vitest";
import { hashPassword, isPassword } from "./password";

describe("a password", () => {
  it("is known by its hash, which is another one each time", async () => {
    const hash = await hashPassword("a long walk over the hills");
    expect(await isPassword("a long walk over the hills", hash)).toBe(true);
    expect(await isPassword("a long walk over the hill", hash)).toBe(false);
    expect(await hashPassword("a long walk over the hills")).not.toBe(hash);
    expect(hash).not.toContain("walk");
  });

  it("is the same however its letters are encoded", async () => {
    const hash = await hashPassword("caf\u00e9 au lait noir");
    expect(await isPassword("cafe\u0301 au lait noir", hash)).toBe(true);
  });

  it("never matches without a stored hash, or with an invalid one", async () => {
    for (const hash of [null, "", "scrypt$1$1$1$$", `scrypt$32768$8$3$${"00".repeat(16)}$`]) {
      expect(await isPassword("", hash)).toBe(false);
    }
  });
});
