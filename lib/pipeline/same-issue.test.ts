import { describe, expect, it } from "vitest";
import { readCase } from "@/lib/store/cases/read-case";
import type { OtlpRequest } from "@/lib/testing/spans/otlp";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace } from "@/lib/testing/test-workspace";

const dayUs = 86_400_000_000;
const startUs = 1_767_600_000_000_000;
const stolen = "My card was stolen yesterday, please block the card.";

/** A case of the same customer, opened on the given day with the given text. */
function caseOf(idSuffix: string, day: number, text: string, intent?: string): OtlpRequest {
  return supportCase({
    caseId: `C-${idSuffix}`,
    idSuffix: idSuffix,
    startUs: startUs + day * dayUs,
    messages: [
      { who: "customer", text: "Hello!" },
      { who: "agent", text: "Hello, how can I help?" },
      { who: "customer", text },
      { who: "agent", text: "Let me look into it." },
    ],
    attributes: { customer_id: "u-1", ...(intent !== undefined && { intent }) },
  });
}

/** The case that C-01 is linked to as a repeat, for either order of arrival. */
async function repeatOf(first: OtlpRequest, next: OtlpRequest): Promise<string | null> {
  const found = await Promise.all(
    [
      [first, next],
      [next, first],
    ].map((requests) =>
      withTestWorkspace(async (workspace) => {
        for (const request of requests) {
          await workspace.ingestRequests([request]);
          await workspace.derive();
        }
        return (await readCase(workspace.db, "C-01"))?.row.repeatCaseId ?? null;
      }),
    ),
  );
  expect(found[1]).toBe(found[0]);
  return found[0] ?? null;
}

describe("a customer's next case, where no intent tells what both are about", () => {
  it("is a repeat when it is about the same in other words", async () => {
    const again = "I have lost my card and want you to block it.";
    expect(await repeatOf(caseOf("01", 0, stolen), caseOf("02", 2, again))).toBe("C-02");
    expect(await repeatOf(caseOf("01", 0, stolen, "lost_card"), caseOf("02", 2, again))).toBe(
      "C-02",
    );
  });

  it("is none when it is about something else, or in a language we do not read", async () => {
    const rate = "What is the exchange rate for dollars?";
    expect(await repeatOf(caseOf("01", 0, stolen), caseOf("02", 2, rate))).toBeNull();
    const spanish = "Me robaron la tarjeta ayer, por favor bloquear la tarjeta con el número.";
    expect(await repeatOf(caseOf("01", 0, stolen), caseOf("02", 2, spanish))).toBeNull();
  });

  it("is none after the repeat window, nor where both declare different intents", async () => {
    expect(await repeatOf(caseOf("01", 0, stolen), caseOf("02", 9, stolen))).toBeNull();
    const [first, next] = [caseOf("01", 0, stolen, "lost_card"), caseOf("02", 2, stolen, "fraud")];
    expect(await repeatOf(first, next)).toBeNull();
  });
});
