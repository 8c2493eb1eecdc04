import type { Message } from "@/lib/domain/case/case";
import { findRequestedActions } from "./requests";

/** True if a customer's text requests something. */
export function isWaiting({ text }: Message): boolean {
  return text.includes("?") || findRequestedActions(text).length > 0;
}
