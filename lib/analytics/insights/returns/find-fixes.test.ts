import { describe, expect, it } from "vitest";
import type { CaseEnding, EndedContact } from "./case-ending";
import { findFixes } from "./find-fixes";

const hourUs = 3_600_000_000;
const nowUs = 1_000 * hourUs;

const contact = (ordinal: number, startHour: number, other: Partial<EndedContact> = {}) => ({
  ...{ ordinal, startUs: startHour * hourUs, endUs: (startHour + 1) * hourUs, account: 0 },
  ...{ isByAgent: false, isSaidDone: false, ...other },
});

/** A case of a customer with one contact that was closed and has not come back. */
const ending = (key: number, other: Partial<CaseEnding> = {}): CaseEnding => ({
  ...{ key, caseId: `C-${String(key)}`, customerId: "ann", openedUs: key * hourUs },
  ...{ closedUs: (key + 2) * hourUs, reopenedUs: null, repeatUs: null, repeatCaseId: null },
  ...{ matureUs: (key + 100) * hourUs, contacts: [contact(0, key)] },
  ...other,
});

/** Case, attempt, and whether it came back after so many hours. */
const fixesOf = (
  endings: readonly CaseEnding[],
  matter = new Map(endings.map(({ key }) => [key, 0])),
) =>
  findFixes(endings, (key) => matter.get(key), nowUs).map(({ key, attempt, back }) => [
    key,
    attempt,
    back === null ? null : back.afterUs / hourUs,
  ]);

describe("findFixes", () => {
  it("holds where a closed case did not come back by the time it could", () => {
    expect(fixesOf([ending(1)])).toEqual([[1, 1, null]]);
  });

  it("leaves out what can't be told yet, and what nobody called resolved", () => {
    expect(fixesOf([ending(1, { matureUs: nowUs + 1 }), ending(2, { matureUs: null })])).toEqual(
      [],
    );
    expect(fixesOf([ending(1, { closedUs: null })])).toEqual([]);
  });

  it("did not hold where the customer was back in the case after the contact was said to be done", () => {
    const contacts = [contact(0, 1, { isSaidDone: true }), contact(1, 26)];
    expect(fixesOf([ending(1, { contacts, closedUs: 30 * hourUs })])).toEqual([
      [1, 1, 24],
      [1, 2, null],
    ]);
  });

  it("takes no call of an agent, and no contact about another account, for a return", () => {
    const done = contact(0, 1, { isSaidDone: true });
    const byAgent = [done, contact(1, 26, { isByAgent: true })];
    expect(fixesOf([ending(1, { contacts: byAgent, closedUs: null })])).toEqual([]);
    const other = [done, contact(1, 26, { account: 1 })];
    expect(fixesOf([ending(1, { contacts: other, closedUs: null })])).toEqual([[1, 1, null]]);
  });

  it("follows a matter into the next case, whatever that one's words are about", () => {
    const first = ending(1, { repeatUs: 50 * hourUs, repeatCaseId: "C-50" });
    const second = ending(50);
    const fixes = findFixes([second, first], (key) => (key === 1 ? 7 : 8), nowUs);
    expect(fixes).toMatchObject([
      { key: 1, matter: 7, attempt: 1, back: { contact: { key: 50, ordinal: 0 } } },
      { key: 50, matter: 7, attempt: 2, back: null },
    ]);
  });

  it("did not hold where the case was reopened, though no contact is recorded", () => {
    const fixes = findFixes([ending(1, { reopenedUs: 10 * hourUs })], () => 0, nowUs);
    expect(fixes).toMatchObject([{ key: 1, back: { afterUs: 8 * hourUs, contact: null } }]);
  });

  it("knows nothing of a case without a matter", () => {
    expect(fixesOf([ending(1)], new Map())).toEqual([]);
  });
});
