import type { Message } from "@/lib/domain/case/case";
import { findRequestedActions } from "./requests";

/** True where a customer's words ask for something. */
export function isWaiting({ text }: Message): boolean {
  return text.includes("?") || findRequestedActions(text).length > 0;
}
