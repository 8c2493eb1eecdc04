import { describe, expect, it } from "vitest";
import { derive, tool, turn } from "@/lib/cases/test-spans";
import type { CaseSpan, Verdict } from "@/lib/domain/case/case";
import { runEvaluators } from "../run-evaluators";
import { falseSuccess } from "./false-success";

const request = turn(0, "customer", "Please cancel my booking W123.");
const call = (result: string, at = 0.2, name = "cancel_booking") => tool(at, name, "{}", result);
const says = (text: string) => turn(1, "agent", text);

function judge(...spans: readonly CaseSpan[]): Verdict | undefined {
  const { scores } = derive([request, ...spans], {}, (assembled) =>
    runEvaluators(assembled, [falseSuccess]),
  );
  return scores[0]?.verdict;
}

describe("a success that the tool denies", () => {
  it.each([
    ["Error: timeout", "Your booking has been cancelled."],
    ['{"status":"failed"}', "I've successfully cancelled W123 for you."],
    ["Booking not found", "The cancellation is now completed."],
    ['{"error":"service unavailable"}', "All set, the booking is cancelled."],
  ])("is found where %s is followed by: %s", (result, words) => {
    expect(judge(call(result), says(words))).toEqual({
      status: "scored",
      value: 1,
      because: "cancel_booking failed, and the agent says that it was done.",
      evidence: [
        { message: 1, start: 0, end: result.length },
        expect.objectContaining({ message: 2 }),
      ],
    });
  });

  it.each([
    "I'm sorry, I could not cancel your booking.",
    "The booking will be cancelled once the service is back.",
    "Would you like the booking to be cancelled at the desk?",
    "Your address has been updated.",
    "Your booking has been cancelled. Correction: I was unable to cancel it.",
  ])("is none in: %s", (words) => {
    expect(judge(call("Error: timeout"), says(words))).toMatchObject({ value: 0 });
  });

  it("is none where another try succeeded, or nothing failed", () => {
    const done = says("Your booking has been cancelled.");
    expect(judge(call("Error"), call('{"status":"ok"}', 0.4), done)?.status).toBe("not-applicable");
    const moved = [call("Error: no seats", 0.2, "update_flights"), call('{"status":"ok"}', 0.4)];
    expect(judge(...moved, says("It has been cancelled for your change of plan."))).toMatchObject({
      value: 0,
    });
    const other = call('{"status":"ok"}', 0.4, "void_booking");
    expect(judge(call("Error"), other, done)?.status).toBe("not-applicable");
    expect(judge(call('{"status":"ok"}'), done)?.status).toBe("not-applicable");
    expect(judge(call(""), done)?.status).toBe("not-applicable");
  });
});
