import { describe, expect, it } from "vitest";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseEvent } from "@/lib/domain/trace/reading";
import { derive, span, turn } from "@/lib/cases/test-spans";
import { channelNoticeSchema } from "@/lib/domain/disclosures/channel-notice";
import type { DisclosureRuleSettings } from "@/lib/domain/disclosures/rule-settings";
import { findDisclosures } from "./find-disclosures";

const rule = "recording-notice-all-party";
const belonging = { channel: "voice" as const, region: "US-CA", session: "call-1" };
const startUs = 1_762_160_400_000_000;
const minuteUs = 60_000_000;

/** A call without a notice in its words, to which a span reports one at a minute. */
function callWith(given: Partial<CaseEvent>, at = 0, session = "call-1"): DerivedCase {
  return derive([
    span("ivr", {
      at,
      belonging: { ...belonging, session },
      caseEvents: [{ name: "disclosed", atUs: startUs + at * minuteUs, ...given }],
    }),
    turn(0.1, "agent", "Hello, how can I help?", { belonging }),
    turn(0.2, "customer", "My parcel is late.", { belonging }),
    turn(3, "agent", "I am sorry to hear that.", { belonging }),
  ]);
}

const judge = (derived: DerivedCase, stated: Partial<DisclosureRuleSettings> = {}, id = rule) =>
  findDisclosures(derived, { disclosureRules: { on: [id], own: [], ...stated } })[0];

describe("a disclosure that a trace reports", () => {
  it.each(["call-is-recorded", "Call is recorded", "recorded", rule])("counts: %s", (gives) => {
    expect(judge(callWith({ gives, medium: "ivr", text: "Calls are recorded." }))).toMatchObject({
      status: "given",
      quote: null,
      notice: { medium: "ivr", from: "trace", text: "Calls are recorded.", atUs: startUs },
    });
  });

  it("is late after its time, and nothing if it gives something else or belongs to no contact", () => {
    expect(judge(callWith({ gives: rule }, 2))?.status).toBe("late");
    expect(judge(callWith({ gives: "speaker-is-ai" }))).toMatchObject({
      ...{ status: "missing", notice: null },
    });
    expect(judge(callWith({ gives: rule }, 0, "another"))?.status).toBe("missing");
  });

  it("does not count where an agent has to say it", () => {
    const chat = derive([
      turn(0, "customer", "Are you a bot?", {
        belonging: { agentKind: "ai" },
        caseEvents: [{ name: "disclosed", atUs: startUs, gives: "speaker-is-ai" }],
      }),
      turn(1, "agent", "How can I help?", { belonging: { agentKind: "ai" } }),
    ]);
    expect(judge(chat, {}, "ai-identity-on-request")?.status).toBe("missing");
  });
});

describe("a notice that is stated of a channel", () => {
  const notice = channelNoticeSchema.parse({
    ...{ channel: "voice", gives: "call-is-recorded", medium: "ivr", statedBy: "Ada" },
    ...{ from: "2025-11-03", to: null, text: "Calls are recorded." },
  });
  const stated = (change: Partial<typeof notice>) => ({ notices: [{ ...notice, ...change }] });

  it("counts from its first day until its last, on its channel", () => {
    const silent = callWith({ gives: "nothing" });
    expect(judge(silent, stated({}))).toMatchObject({
      status: "given",
      notice: { from: "setting", statedBy: "Ada", atUs: null },
    });
    expect(judge(silent, stated({ from: "2025-11-04" }))?.status).toBe("missing");
    expect(judge(silent, stated({ to: "2025-11-03" }))?.status).toBe("missing");
    expect(judge(silent, stated({ to: "2025-11-04" }))?.status).toBe("given");
    expect(judge(silent, stated({ channel: "chat" }))?.status).toBe("missing");
  });
});
