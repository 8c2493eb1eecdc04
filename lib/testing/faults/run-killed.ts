import type { ChildProcess } from "node:child_process";
import { runCli } from "../run-cli";
import type { FaultPlace } from "./fault-place";
import type { FaultTally } from "./fault-result";

/** Kills a command after a while. @returns whether it was killed before it ended */
export async function runKilled(
  args: readonly string[],
  place: FaultPlace,
  { afterMs, tally }: { readonly afterMs: number; readonly tally: FaultTally },
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const onStart = (child: ChildProcess) => {
    timer = setTimeout(() => {
      tally.measure(child.pid);
      child.kill("SIGKILL");
    }, afterMs);
  };
  const { code } = await runCli(args, { ...place, onStart });
  clearTimeout(timer);
  return code === null;
}
