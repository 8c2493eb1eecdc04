/** A server that hangs, or a network that drops what is sent, answers nothing. */
const patienceMs = 8000;

/** Whether pages can be read, by /readyz; false too where no answer comes. @param given gives the question up */
export function isServerReady(given?: AbortSignal): Promise<boolean> {
  const late = AbortSignal.timeout(patienceMs);
  const signal = given === undefined ? late : AbortSignal.any([given, late]);
  return fetch("/readyz?pages", { signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}
