import { ServerResponse, type IncomingMessage } from "node:http";
import { retryAfterSeconds } from "@/lib/domain/retry-after";

/** An answer of the app, which says 500 of whatever it could not draw: it becomes 503 where that may pass by itself. */
export class EdgeResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  hasPassingFault = false;

  override writeHead(status: number, ...rest: readonly unknown[]): this {
    const isPassing = status === 500 && this.hasPassingFault;
    if (isPassing) this.setHeader("retry-after", retryAfterSeconds);
    return super.writeHead(isPassing ? 503 : status, ...(rest as []));
  }
}
