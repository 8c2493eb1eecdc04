import type { DataFinding, DataFindingCode } from "@/lib/domain/trace/finding";

const none: readonly DataFinding[] = [];

/** Collects the findings of one span: each code once, in order. */
export class SpanFindings {
  private found: DataFinding[] = [];

  add(code: DataFindingCode, detail: string): void {
    if (this.found.every((finding) => finding.code !== code)) this.found.push({ code, detail });
  }

  /** Returns the findings and resets. */
  take(): readonly DataFinding[] {
    if (this.found.length === 0) return none;
    const taken = this.found;
    this.found = [];
    return taken;
  }
}
