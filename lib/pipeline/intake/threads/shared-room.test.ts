import fc from "fast-check";
import { expect, it } from "vitest";
import { createSharedRoom } from "./shared-room";

it("holds no more than it has room for, but for one that is larger, and lets everybody in", async () => {
  const body = fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 0, max: 150 }));
  await fc.assert(
    fc.asyncProperty(fc.array(body, { maxLength: 40 }), async (bodies) => {
      const room = createSharedRoom(100);
      const inside = new Set<number>();
      let done = 0;
      await Promise.all(
        bodies.map(async ([owner, bytes], at) => {
          const giveBack = await room.take(owner, bytes);
          inside.add(at);
          const all = [...inside].map((each) => bodies[each]?.[1] ?? 0);
          const sum = all.reduce((total, each) => total + each, 0);
          expect(sum <= 100 || inside.size === 1).toBe(true);
          for (let turn = 0; turn < at % 5; turn += 1) await Promise.resolve();
          inside.delete(at);
          giveBack();
          giveBack();
          done += 1;
        }),
      );
      expect([done, room.isEmpty()]).toEqual([bodies.length, true]);
    }),
  );
});

it("lets somebody in at once who holds nothing, and has somebody wait who holds half", async () => {
  const room = createSharedRoom(100);
  const order: string[] = [];
  const enter = async (owner: string, bytes: number) => {
    const giveBack = await room.take(owner, bytes);
    order.push(`${owner} ${String(bytes)}`);
    return giveBack;
  };
  const first = await enter("heavy", 45);
  const waiting = [enter("heavy", 20), enter("ordinary", 30)];
  (await waiting[1])?.();
  expect(order).toEqual(["heavy 45", "ordinary 30"]);
  first();
  (await waiting[0])?.();
  expect([order.at(-1), room.isEmpty()]).toEqual(["heavy 20", true]);
});
