/** Work of several owners of which each gets an equal share of time, whatever the others bring. */
export type FairQueue<Task> = {
  readonly add: (owner: string, task: Task) => void;
  /** The oldest task of the owner who had the least time; undefined: there is none. */
  readonly take: () => { readonly owner: string; readonly task: Task } | undefined;
  /** Ends a task that was taken, and counts the time that it took. */
  readonly spend: (owner: string, ms: number) => void;
  readonly size: () => number;
};

type Owner<Task> = { readonly tasks: Task[]; spentMs: number; underWay: number };

/**
 * Creates a queue of the fair kind of Demers, Keshav and Shenker (1989): who comes anew, or comes back, begins with the
 * least that anybody who waits has had, so that nobody saves up a claim and nobody pays for the past.
 */
export function createFairQueue<Task>(): FairQueue<Task> {
  const owners = new Map<string, Owner<Task>>();
  let size = 0;
  /** The least that somebody had had when a task was last taken: it only grows. */
  let startMs = 0;
  return {
    add: (name, task) => {
      const owner = owners.get(name) ?? { tasks: [], spentMs: startMs, underWay: 0 };
      if (owner.tasks.length === 0) owner.spentMs = Math.max(owner.spentMs, startMs);
      owner.tasks.push(task);
      owners.set(name, owner);
      size += 1;
    },
    take: () => {
      let least: [string, Owner<Task>] | null = null;
      for (const each of owners) {
        if (each[1].tasks.length === 0) continue;
        if (least === null || each[1].spentMs < least[1].spentMs) least = each;
      }
      if (least === null) return undefined;
      const [name, owner] = least;
      owner.underWay += 1;
      startMs = owner.spentMs;
      size -= 1;
      const [task] = owner.tasks.splice(0, 1);
      // Guarantee: it has one, or it would have been left out.
      return { owner: name, task: task as Task };
    },
    spend: (name, ms) => {
      const owner = owners.get(name);
      if (owner === undefined) return;
      owner.spentMs += ms;
      owner.underWay -= 1;
      // Whoever had no more than those who wait has nothing to be remembered for.
      for (const [other, { tasks, spentMs, underWay }] of owners)
        if (tasks.length === 0 && underWay === 0 && spentMs <= startMs) owners.delete(other);
    },
    size: () => size,
  };
}
