/** Sign-ins that were tried under a name or from a network since the last that succeeded. */
export type Tries = { readonly count: number; readonly lastUs: number };

const secondUs = 1_000_000;
const longestUs = 15 * 60 * secondUs;
/** Tries that long ago count no more. */
export const signInForgottenUs = 24 * 60 * 60 * secondUs;

/**
 * Tries that never wait: people mistype, a network has many people, and whoever tries a name from elsewhere
 * must not lock its owner out soon. `device`: a browser that the name signed in with before. `demo`: sign-ins to the demo from a network, each of which leaves a session.
 */
export const freeTries = {
  nameFromNetwork: 5,
  device: 5,
  name: 50,
  network: 100,
  demo: 100,
} as const;

/**
 * How long the next try has to wait: after the free ones a second, then twice as long each time, at most
 * a quarter of an hour. What was tried a day ago counts no more.
 * @returns microseconds; 0 where it need not wait
 */
export function signInWaitUs({ count, lastUs }: Tries, free: number, nowUs: number): number {
  if (count < free || nowUs - lastUs > signInForgottenUs) return 0;
  const wholeUs = Math.min(secondUs * 2 ** Math.min(count - free, 20), longestUs);
  return Math.max(0, lastUs + wholeUs - nowUs);
}

/** The tries after one more. */
export function countTry(tries: Tries | null, nowUs: number): Tries {
  const isForgotten = tries === null || nowUs - tries.lastUs > signInForgottenUs;
  return { count: isForgotten ? 1 : tries.count + 1, lastUs: nowUs };
}
