import { describe, expect, it } from "vitest";
import { derive, tool, turn } from "@/lib/cases/test-spans";
import type { CaseSpan, Verdict } from "@/lib/domain/case/case";
import { runEvaluators } from "../run-evaluators";
import { falseSuccess } from "./false-success";

const request = turn(0, "customer", "Please cancel my booking W123.");
const call = (result: string, at = 0.2, name = "cancel_booking", args = "{}") =>
  tool(at, name, args, result);
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
    expect(judge(call(result), says(words))).toMatchObject({
      status: "scored",
      value: 1,
      because: expect.stringContaining("cancel_booking") as string,
      evidence: [
        { message: 1, start: 0, end: result.length },
        expect.objectContaining({ message: 2 }),
      ],
    });
  });

  it.each([
    "Your booking W123 has been cancelled, and the refund will be sent within 5 days.",
    "Your booking is cancelled for the reason 'no longer needed'. No further changes can be made.",
    '{"message":"Done: W123 has been cancelled.\\n\\nDetails:\\n- Refund: $20"}',
    "The cancellation was processed successfully. The money will be refunded soon.",
    "Okay. Cancelled.",
    "All cancelled for you!",
  ])("is found in: %s", (words) => {
    expect(judge(call("Error: timeout"), says(words))).toMatchObject({ value: 1 });
  });

  it("quotes what the agent says of it where the tool returned nothing that can be read", () => {
    expect(judge(call("null"), says("Sorry. Unfortunately I cannot cancel it."))).toMatchObject({
      value: 0,
      evidence: [{ message: 2, start: 7, end: 40 }],
    });
    expect(judge(call("null"), says("Your booking has been cancelled."))).toMatchObject({
      value: 1,
      evidence: [{ message: 2 }],
    });
  });

  it("is found where only another object was changed since, not where the same one was", () => {
    const failed = call("Error: no", 0.2, "modify_items", '{"order_id":"W1","card_id":"C9"}');
    const later = (args: string) => call('{"id":"1"}', 0.3, "update_address", args);
    expect(judge(failed, later('{"user_id":"U1","card_id":"C9"}'))?.status).toBe("scored");
    expect(judge(failed, later('{"order_id":"W2"}'))?.status).toBe("scored");
    expect(judge(failed, later('{"order_id":"W1"}'))?.status).toBe("not-applicable");
  });

  it("is found where a tool was only asked, and its name is a noun", () => {
    const failed = '{"Message":"That time is unavailable."}';
    const check = (result: string, at: number) =>
      call(result, at, "viewing_schedule", '{"RequestType":"\\"Check\\""}');
    const open = check('{"Message":"The slot is free."}', 0.1);
    const done = says("Excellent, the viewing is scheduled now!");
    expect(judge(open, check(failed, 0.2), done)).toMatchObject({ value: 1 });
    expect(judge(check(failed, 0.1), check('{"Message":"Free."}', 0.2), done)?.status).toBe(
      "not-applicable",
    );
  });

  it.each([
    "I'm sorry, I could not cancel your booking.",
    "The booking will be cancelled once the service is back.",
    "Would you like the booking to be cancelled at the desk?",
    "Your address has been updated.",
    "Your booking has been cancelled. Correction: I was unable to cancel it.",
    "I will transfer you to somebody who makes sure that the booking is cancelled.",
    "It is cancelled once the service is back.",
    "You can then cancel it in the app (Bookings, all set).",
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
    const unknown = call('{"status":"ok"}', 0.4, "party_plan");
    expect(judge(call("Error"), unknown, done)).toMatchObject({ value: 0 });
    const earlier = judge(call('{"status":"ok"}'), call("Error", 0.4), says("It failed."));
    expect(earlier).toMatchObject({ value: 0 });
    expect(judge(call('{"status":"ok"}'), done)?.status).toBe("not-applicable");
    expect(judge(call(""), done)?.status).toBe("not-applicable");
  });
});
