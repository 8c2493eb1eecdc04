import type { StorableSpan } from "@/lib/domain/trace/storable-span";

/** A minimal storable span. */
export function storableSpan(overrides: Partial<StorableSpan> = {}): StorableSpan {
  return {
    traceId: "1".repeat(32),
    spanId: "2".repeat(16),
    parentSpanId: null,
    name: "chat",
    kind: "llm",
    part: "history",
    status: "unset",
    startUs: 1_767_600_000_000_000,
    endUs: 1_767_600_001_000_000,
    attributeCount: 1,
    contentHash: "0".repeat(32),
    declared: {},
    model: null,
    promptName: null,
    promptVersion: null,
    toolName: null,
    isToolError: false,
    isTextStripped: false,
    isSpeaking: true,
    system: null,
    input: null,
    output: null,
    extra: null,
    resource: '{"attributes":{},"scope":""}',
    detail: '{"otlpKind":1,"attributes":{}}',
    findings: [],
    pii: [],
    sealed: null,
    ...overrides,
  };
}
