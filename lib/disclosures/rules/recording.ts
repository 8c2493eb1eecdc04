import { onlyCalls, sample } from "./sample";

const allParty = "CA CT DE FL IL MD MA MI MT NV NH OR PA VT WA".split(" ");

/** Published lists of such states differ; where the state is not known the strictest applies. */
export const recordingRules = [
  sample({
    id: "recording-notice-all-party",
    version: 2,
    title: "Say that the call is recorded",
    jurisdictions: allParty.map((state) => `US-${state}`),
    ifRegionUnknown: "applies",
    source: "State laws on every party's consent, e.g. Cal. Penal Code § 632",
    severity: "critical",
    trigger: { conditions: ["customer_took_part"], event: null },
    channels: onlyCalls,
    speakers: ["agent", "system"],
    elements: [{ key: "recorded", mode: "meaning", anyOf: ["call-is-recorded"] }],
    position: {
      withinAgentTurns: null,
      withinSeconds: 30,
      beforeEvent: "recording_started",
      afterEvent: null,
    },
  }),
];
