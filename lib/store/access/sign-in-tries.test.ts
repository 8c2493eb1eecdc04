import { describe, expect, it } from "vitest";
import { openAccessStore } from "@/lib/testing/access-store";
import { forgiveTries, takeTry } from "./sign-in-tries";

const keys = [
  { key: "name", free: 5 },
  { key: "network", free: 50 },
];
const secondUs = 1_000_000;

describe("tries to sign in", () => {
  it("wait twice as long each after the free ones, also those at the same time", async () => {
    const db = await openAccessStore();
    const at = (seconds: number) => takeTry(db, keys, seconds * secondUs);
    const together = await Promise.all([1, 1, 1, 1, 1, 1].map(at));
    expect(together).toEqual([0, 0, 0, 0, 0, secondUs]);
    expect(await at(2)).toBe(0);
    expect(await at(3)).toBe(secondUs);
    expect(await at(4)).toBe(0);
    expect(await at(5)).toBe(3 * secondUs);
  });

  it("wait a quarter of an hour at most, and are forgotten after a day", async () => {
    const db = await openAccessStore();
    let now = 0;
    for (let count = 0; count < 30; count += 1) {
      const waitUs = await takeTry(db, keys, now);
      now += waitUs;
      if (waitUs > 0) await takeTry(db, keys, now);
    }
    expect(await takeTry(db, keys, now)).toBe(15 * 60 * secondUs);
    expect(await takeTry(db, keys, now + 25 * 60 * 60 * secondUs)).toBe(0);
  });

  it("start again for a name that was right, and its network loses that one", async () => {
    const db = await openAccessStore();
    for (let count = 0; count < 5; count += 1) await takeTry(db, keys, 0);
    await forgiveTries(db, { names: ["name"], network: "network" });
    expect(await takeTry(db, keys, 0)).toBe(0);
  });

  it("are also counted for a network that tries many names", async () => {
    const db = await openAccessStore();
    const from = (name: string) =>
      takeTry(
        db,
        [
          { key: name, free: 5 },
          { key: "network", free: 50 },
        ],
        0,
      );
    for (let count = 0; count < 50; count += 1) expect(await from(`name ${String(count)}`)).toBe(0);
    expect(await from("another")).toBe(secondUs);
  });
});
