import type { DataFinding, DataFindingCode } from "@/lib/domain/trace/finding";

const none: readonly DataFinding[] = [];

/** Collects what is odd about one span: each code once, in the order in which it was met. */
export class SpanFindings {
  private found: DataFinding[] = [];

  add(code: DataFindingCode, detail: string): void {
    if (this.found.every((finding) => finding.code !== code)) this.found.push({ code, detail });
  }

  /** Hands over what was collected and starts anew. */
  take(): readonly DataFinding[] {
    if (this.found.length === 0) return none;
    const taken = this.found;
    this.found = [];
    return taken;
  }
}
