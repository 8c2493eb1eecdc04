/** Failed sign-ins under a name or from a network since the last success. */
export type Tries = { readonly count: number; readonly lastUs: number };

const secondUs = 1_000_000;
const longestUs = 15 * 60 * secondUs;
/** After this time failures are forgotten. */
export const signInForgottenUs = 24 * 60 * 60 * secondUs;

/**
 * Failures without a delay: people mistype, a network has many people, and an attacker must not lock out an account's
 * owner quickly. `device`: a browser that the account signed in with before. `demo`: demo sign-ins from a network,
 * each of which creates a session.
 */
export const freeTries = {
  nameFromNetwork: 5,
  device: 5,
  name: 50,
  network: 100,
  demo: 100,
} as const;

/**
 * Delay of the next attempt: after the free ones a second, doubling each time, at most a quarter of an hour.
 * @returns microseconds; 0 for none
 */
export function signInWaitUs({ count, lastUs }: Tries, free: number, nowUs: number): number {
  if (count < free || nowUs - lastUs > signInForgottenUs) return 0;
  const wholeUs = Math.min(secondUs * 2 ** Math.min(count - free, 20), longestUs);
  return Math.max(0, lastUs + wholeUs - nowUs);
}

/** The failures after one more. */
export function countTry(tries: Tries | null, nowUs: number): Tries {
  const isForgotten = tries === null || nowUs - tries.lastUs > signInForgottenUs;
  return { count: isForgotten ? 1 : tries.count + 1, lastUs: nowUs };
}
