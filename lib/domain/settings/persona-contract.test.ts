import { describe, expect, it } from "vitest";
import { changeSettings, parseSettings } from "./parse-settings";
import {
  approvePersona,
  approvedPersona,
  maskPersona,
  personaRange,
  suggestedPersona,
  type PersonaContract,
} from "./persona-contract";
import { defaultSettings } from "./settings";

const ada = { atUs: 5, by: "Ada" };
const forged = { atUs: 9, by: "somebody else" };
const inForce: PersonaContract = { ...suggestedPersona, version: 3, approval: ada };
const stricter = { ...suggestedPersona.terms, bannedPhrases: ["no worries"] };

describe("a persona contract that is sent", () => {
  it("gets its next version and its approver from the server, whatever the sender says", () => {
    const sent = { version: 77, approval: forged, terms: stricter };
    const approval = { atUs: 8, by: "Grace" };
    expect(approvePersona(inForce, sent, approval)).toEqual({
      version: 4,
      approval,
      terms: stricter,
    });
  });

  it("stays the version it is where its terms are the same", () => {
    expect(approvePersona(inForce, { ...inForce, approval: forged }, forged)).toBe(inForce);
  });

  it("is an unused draft once its approval is withdrawn, and keeps its version", () => {
    const draft = approvePersona(inForce, { ...inForce, approval: null, terms: stricter }, forged);
    expect(draft).toEqual({ version: 3, approval: null, terms: stricter });
    expect(approvedPersona(draft)).toBeNull();
    expect(approvePersona(draft, { ...draft, approval: forged }, ada)).toEqual({
      version: 4,
      approval: ada,
      terms: stricter,
    });
  });
});

it("holds a channel's declared range instead of its own", () => {
  const short = { target: 5, tolerance: 2 };
  const { allowances, attributes } = suggestedPersona.terms;
  const terms = {
    ...suggestedPersona.terms,
    allowances: { ...allowances, sms: { sentenceLength: short } },
  };
  expect(personaRange(terms, "sentenceLength", "sms")).toEqual(short);
  expect(personaRange(terms, "sentenceLength", "chat")).toEqual(attributes.sentenceLength);
  expect(personaRange(terms, "hedgingRate", "sms")).toBeNull();
});

it("masks what somebody typed into it", () => {
  const terms = { ...stricter, greetings: ["Hi, write to ada@example.com"] };
  const masked = maskPersona({ ...inForce, terms }, (text) => text.replace(/\S+@\S+/u, "<email>"));
  expect(masked.terms.greetings).toEqual(["Hi, write to <email>"]);
  expect(masked.terms.bannedPhrases).toEqual(["no worries"]);
});

describe("a contract among the settings", () => {
  it.each([
    [{ formality: { target: 0, tolerance: 1 } }, "formality.target", "from 1 to 5 (of 5)"],
    [
      { emojiRate: { target: 1, tolerance: 0 } },
      "emojiRate.tolerance",
      "Write a tolerance above 0",
    ],
  ])("is refused with its place where it cannot be: %j", (attributes, path, sentence) => {
    const { terms } = suggestedPersona;
    const persona = { ...suggestedPersona, terms: { ...terms, attributes } };
    const parsed = changeSettings(defaultSettings, { persona });
    const message = expect.stringContaining(sentence) as unknown;
    expect(parsed).toMatchObject({
      isValid: false,
      problems: [{ path: `persona.terms.attributes.${path}`, message }],
    });
  });

  it("keeps the order of its members, on which the version of derivation depends", () => {
    const parsed = parseSettings({ persona: { terms: { escalation: {} } } });
    expect(parsed.isValid && JSON.stringify(parsed.settings.persona)).toBe(
      JSON.stringify(suggestedPersona),
    );
  });
});
