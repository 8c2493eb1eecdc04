/** Whether the server says that pages can be read, by /readyz; false too where it is not reached. */
export function isServerReady(signal?: AbortSignal): Promise<boolean> {
  return fetch("/readyz", signal === undefined ? {} : { signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}
