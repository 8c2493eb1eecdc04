import { freeTries } from "@/lib/domain/people/sign-in-wait";
import { nowUs } from "@/lib/pipeline/worker/clock";
import { takeTry } from "@/lib/store/access/sign-in-tries";
import { accessDb } from "../access-db";
import { pseudonymOf } from "./secrets";

/**
 * Counts a sign-in to the demo, which asks for no password: each leaves a session and a row of the audit,
 * so that their number has to be bounded.
 * @param network where the request came from
 * @returns how many seconds it must wait; 0 where it may go on
 */
export async function takeDemoTry(network: string): Promise<number> {
  const key = pseudonymOf("IP", `demo ${network}`);
  const waitUs = await takeTry(await accessDb(), [{ key, free: freeTries.demo }], nowUs());
  return Math.ceil(waitUs / 1_000_000);
}
