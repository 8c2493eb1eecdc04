import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFairQueue } from "./fair-queue";

describe("work of several owners", () => {
  it("is taken in the order of its owner, all of it, once", () => {
    const tasks = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(500)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(tasks, (given) => {
        const queue = createFairQueue<{ readonly at: number; readonly ms: number }>();
        given.forEach(([owner, ms], at) => queue.add(owner, { at, ms }));
        const taken: [string, number][] = [];
        for (let next = queue.take(); next !== undefined; next = queue.take()) {
          taken.push([next.owner, next.task.at]);
          queue.spend(next.owner, next.task.ms);
        }
        expect(queue.size()).toBe(0);
        for (const owner of ["a", "b", "c"]) {
          const own = given.flatMap(([name], at) => (name === owner ? [at] : []));
          expect(taken.filter(([name]) => name === owner).map(([, at]) => at)).toEqual(own);
        }
      }),
    );
  });

  it("gives each who waits the same time, to within the longest task", () => {
    const owners = ["a", "b", "c", "d"];
    const lengths = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 400, maxLength: 400 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 100 }), (given, turns) => {
        const queue = createFairQueue<number>();
        given.forEach((ms, at) => queue.add(owners[at % 4] ?? "a", ms));
        const spent = new Map(owners.map((owner) => [owner, 0]));
        for (let turn = 0; turn < turns; turn += 1) {
          const next = queue.take();
          if (next === undefined) throw new Error("Each has a hundred tasks.");
          queue.spend(next.owner, next.task);
          spent.set(next.owner, (spent.get(next.owner) ?? 0) + next.task);
        }
        const times = [...spent.values()];
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("has somebody who comes late wait for one task, not for all that came before", () => {
    const queue = createFairQueue<string>();
    for (let at = 0; at < 1000; at += 1) queue.add("heavy", `heavy ${at}`);
    for (let turn = 0; turn < 10; turn += 1) queue.spend(queue.take()?.owner ?? "", 800);
    for (const name of ["one", "two", "three"]) queue.add("ordinary", name);
    const next = [0, 1, 2, 3].map(() => {
      const taken = queue.take();
      queue.spend(taken?.owner ?? "", taken?.owner === "heavy" ? 800 : 50);
      return taken?.owner;
    });
    expect(next.filter((owner) => owner === "heavy")).toHaveLength(1);
  });

  it("gives nobody the time that they did not use", () => {
    const queue = createFairQueue<number>();
    queue.add("idle", 1);
    queue.spend(queue.take()?.owner ?? "", 10);
    for (let at = 0; at < 100; at += 1) queue.add("busy", at);
    for (let turn = 0; turn < 50; turn += 1) queue.spend(queue.take()?.owner ?? "", 100);
    for (let at = 0; at < 100; at += 1) queue.add("idle", at);
    const next = Array.from({ length: 20 }, () => {
      const { owner = "" } = queue.take() ?? {};
      queue.spend(owner, 100);
      return owner;
    });
    expect(next.filter((owner) => owner === "busy").length).toBeGreaterThanOrEqual(9);
  });
});
