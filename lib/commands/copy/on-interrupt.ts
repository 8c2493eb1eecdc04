const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Says something before a signal ends this process, which it does at once, as if nobody had listened.
 * @returns listens no more
 */
export function onInterrupt(say: () => void): () => void {
  const end = (signal: NodeJS.Signals) => {
    stop();
    say();
    process.kill(process.pid, signal);
  };
  const stop = () => {
    for (const signal of signals) process.removeListener(signal, end);
  };
  for (const signal of signals) process.on(signal, end);
  return stop;
}
