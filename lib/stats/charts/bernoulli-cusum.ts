export type CusumPoint = { readonly sum: number; readonly isSignal: boolean };

/**
 * Bernoulli CUSUM (Reynolds and Stoumbos 1999), for low volumes: after each contact, S = max(0, S + ln(p₁∕p₀))
 * if it failed, else S + ln((1 − p₁)∕(1 − p₀)).
 * @param failed one entry per contact in order of time
 * @param usual p₀, the in-control share of failures; `feared` p₁, the share to detect
 * @param limit with 4: about 1,900 contacts between false alarms for 0.10 → 0.20, 2,100 for 0.15 → 0.25
 */
export function bernoulliCusum(
  failed: readonly boolean[],
  {
    usual,
    feared,
    limit,
  }: { readonly usual: number; readonly feared: number; readonly limit: number },
): readonly CusumPoint[] {
  const up = Math.log(feared / usual);
  const down = Math.log((1 - feared) / (1 - usual));
  let sum = 0;
  return failed.map((isFailed) => {
    sum = Math.max(0, sum + (isFailed ? up : down));
    return { sum, isSignal: sum > limit };
  });
}
