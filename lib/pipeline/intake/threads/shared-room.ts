/** Memory that several owners take in turn. */
export type SharedRoom = {
  /** Resolves once there is room, to what gives it back. */
  readonly take: (owner: string, bytes: number) => Promise<() => void>;
  readonly isEmpty: () => boolean;
};

type Waiting = { readonly owner: string; readonly bytes: number; readonly go: () => void };

/**
 * Creates a room. Of several that wait, whoever holds least goes first; nobody holds more than half of it with more than
 * one, and one that is larger than the room has it alone.
 */
export function createSharedRoom(bytesMax: number): SharedRoom {
  const held = new Map<string, number>();
  const waiting: Waiting[] = [];
  let total = 0;

  const heldBy = (owner: string): number => held.get(owner) ?? 0;

  function fits({ owner, bytes }: Pick<Waiting, "owner" | "bytes">): boolean {
    if (total === 0) return true;
    const own = heldBy(owner);
    return total + bytes <= bytesMax && (own === 0 || own + bytes <= bytesMax / 2);
  }

  function change(owner: string, bytes: number): void {
    total += bytes;
    const left = heldBy(owner) + bytes;
    if (left === 0) held.delete(owner);
    else held.set(owner, left);
  }

  function letIn(): void {
    for (;;) {
      const [next] = waiting
        .filter(fits)
        .sort((one, other) => heldBy(one.owner) - heldBy(other.owner));
      if (next === undefined) return;
      waiting.splice(waiting.indexOf(next), 1);
      change(next.owner, next.bytes);
      next.go();
    }
  }

  return {
    isEmpty: () => total === 0 && waiting.length === 0,
    take: async (owner, bytes) => {
      const counted = Math.max(1, bytes);
      await new Promise<void>((go) => {
        waiting.push({ owner, bytes: counted, go });
        letIn();
      });
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        change(owner, -counted);
        letIn();
      };
    },
  };
}
