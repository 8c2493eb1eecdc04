import { freeTries } from "@/lib/domain/people/sign-in-wait";
import { nowUs } from "@/lib/clock/server";
import { takeTry } from "@/lib/store/access/sign-in-tries";
import { accessDb } from "../access-db";
import { pseudonymOf } from "./secrets";

/**
 * Counts a demo sign-in, which needs no password but creates a session and an audit row, so that their number is
 * bounded.
 * @param network origin of the request
 * @returns seconds to wait; 0 if allowed
 */
export async function takeDemoTry(network: string): Promise<number> {
  const key = pseudonymOf("IP", `demo ${network}`);
  const waitUs = await takeTry(await accessDb(), [{ key, free: freeTries.demo }], nowUs());
  return Math.ceil(waitUs / 1_000_000);
}
