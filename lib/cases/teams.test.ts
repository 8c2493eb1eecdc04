import { describe, expect, it } from "vitest";
import { derive, turn } from "./test-spans";

const ai = (team: string | null) => ({ agentKind: "ai", agentId: "fern", team }) as const;
const person = (agentId: string, team: string | null) =>
  ({ agentKind: "human", agentId, team }) as const;
const called = { channel: "voice", session: "s-2" } as const;

describe("a contact's team", () => {
  it("is of the last person whose team is named, though AI speaks after them", () => {
    const { interactions, teams } = derive([
      turn(0, "customer", "Hi"),
      turn(1, "agent", "Hello", { belonging: ai("Desk") }),
      turn(2, "agent", "This is Ann.", { belonging: person("ann", "North") }),
      turn(3, "agent", "This is Bob.", { belonging: person("bob", null) }),
      turn(4, "agent", "Anything else?", { belonging: ai("Desk") }),
    ]);
    expect(interactions.map(({ team }) => team)).toEqual(["North"]);
    expect(teams).toEqual(["Desk", "North"]);
  });

  it("is the AI agent's if no human agent has one, and unknown if neither has", () => {
    const { interactions } = derive([
      turn(0, "agent", "Hello", { belonging: ai("Desk") }),
      turn(1, "agent", "This is Ann.", { belonging: person("ann", null) }),
      turn(60, "customer", "Hi", { belonging: called }),
      turn(61, "agent", "Hello", { belonging: { ...called, ...person("bob", null) } }),
    ]);
    expect(interactions.map(({ team }) => team)).toEqual(["Desk", null]);
  });
});

describe("the team that takes over", () => {
  it("is of whoever answers first after the boundary, not of who serves later", () => {
    const { handoffs } = derive([
      turn(0, "customer", "Hi"),
      turn(1, "agent", "Hello", { belonging: ai("Desk") }),
      turn(60, "customer", "Calling now", { belonging: called }),
      turn(61, "agent", "Hello", { belonging: { ...called, ...ai(null) } }),
      turn(62, "agent", "This is Ann.", { belonging: { ...called, ...person("ann", "North") } }),
      turn(63, "agent", "This is Bob.", { belonging: { ...called, ...person("bob", null) } }),
      turn(64, "agent", "Still Bob.", { belonging: { ...called, ...person("bob", "South") } }),
    ]);
    expect(handoffs.map(({ kind, toTeam }) => [kind, toTeam])).toEqual([
      ["channel-switch", null],
      ["ai-to-human", "North"],
      ["transfer", "South"],
    ]);
  });

  it("is the contact's where its words were taken out", () => {
    const stripped = { part: "history", input: null, isTextStripped: true } as const;
    const { handoffs } = derive([
      turn(0, "customer", "Hi"),
      turn(60, "agent", "", { ...stripped, belonging: { ...called, ...person("ann", "North") } }),
    ]);
    expect(handoffs.map(({ toTeam }) => toTeam)).toEqual(["North"]);
  });
});
