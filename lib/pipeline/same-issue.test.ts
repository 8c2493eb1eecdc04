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

type Found = { readonly caseId: string | null; readonly afterDays: number | null };

/** What C-01 is linked to as its return, for either order of arrival. */
async function returnOf(...requests: readonly OtlpRequest[]): Promise<Found> {
  const found = await Promise.all(
    [requests, requests.toReversed()].map((inOrder) =>
      withTestWorkspace(async (workspace) => {
        for (const request of inOrder) {
          await workspace.ingestRequests([request]);
          await workspace.derive();
        }
        const row = (await readCase(workspace.db, "C-01"))?.row;
        const backUs = row?.repeatUs ?? null;
        const afterDays = backUs === null ? null : Math.floor((backUs - startUs) / dayUs);
        return { caseId: row?.repeatCaseId ?? null, afterDays };
      }),
    ),
  );
  expect(found[1]).toEqual(found[0]);
  return found[0] ?? { caseId: null, afterDays: null };
}

async function repeatOf(...requests: readonly OtlpRequest[]): Promise<string | null> {
  return (await returnOf(...requests)).caseId;
}

/** A later contact of the case. */
function contactOf(idSuffix: string, contact: string, day: number, text: string): OtlpRequest {
  return supportCase({
    caseId: `C-${idSuffix}`,
    idSuffix: contact,
    startUs: startUs + day * dayUs,
    messages: [
      { who: "customer", text },
      { who: "agent", text: "Let me look into it." },
    ],
    attributes: { customer_id: "u-1" },
  });
}

const rate = "What is the exchange rate for dollars?";

describe("a customer's next contact", () => {
  it("is a return when it is about the same in other words, whatever label it carries", async () => {
    const again = "I have lost my card and want you to block it.";
    expect(await repeatOf(caseOf("01", 0, stolen), caseOf("02", 2, again))).toBe("C-02");
    expect(
      await repeatOf(caseOf("01", 0, stolen, "lost_card"), caseOf("02", 2, stolen, "fraud")),
    ).toBe("C-02");
  });

  it("is none when it is about something else, though labelled alike, or in a language we do not read", async () => {
    expect(
      await repeatOf(caseOf("01", 0, stolen, "inquiry"), caseOf("02", 2, rate, "inquiry")),
    ).toBeNull();
    const spanish = "Me robaron la tarjeta ayer, por favor bloquear la tarjeta con el número.";
    expect(await repeatOf(caseOf("01", 0, stolen), caseOf("02", 2, spanish))).toBeNull();
  });

  it("is none after the repeat window", async () => {
    expect(await repeatOf(caseOf("01", 0, stolen), caseOf("02", 9, stolen))).toBeNull();
  });

  it("counts from the contact that returned, in a case that was opened before", async () => {
    const older = caseOf("02", -1, rate);
    const again = contactOf("02", "03", 3, stolen);
    expect(await returnOf(caseOf("01", 0, stolen), older, again)).toEqual({
      caseId: "C-02",
      afterDays: 3,
    });
  });

  it("is one of an account that the case was done with, while it went on about another", async () => {
    const first = caseOf("01", 0, `My account number is 48210077. ${stolen}`);
    const other = contactOf("01", "03", 4, `My account number is 93155820. ${rate}`);
    const again = caseOf("02", 2, `My account number is 48210077. ${stolen}`);
    expect(await returnOf(first, other, again)).toEqual({ caseId: "C-02", afterDays: 2 });
    const same = contactOf("01", "03", 4, `My account number is 48210077. ${stolen}`);
    expect(await repeatOf(first, same, again)).toBeNull();
  });

  it("goes by the order that is named in the course of a contact", async () => {
    const about = (order: string) => `Can you help? My package for order #${order} never came.`;
    const first = caseOf("01", 0, about("W5056519"));
    expect(await repeatOf(first, caseOf("02", 2, about("W5056519")))).toBe("C-02");
    expect(await repeatOf(first, caseOf("02", 2, about("W8277957")))).toBeNull();
  });
});
