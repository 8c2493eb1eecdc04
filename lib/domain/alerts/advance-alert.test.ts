import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  acknowledgeAlert,
  advanceAlert,
  carriedUs,
  muteAlert,
  restartAlert,
} from "./advance-alert";
import {
  alertVerdicts,
  newAlertState,
  type AlertEvent,
  type AlertState,
  type AlertTerms,
  type AlertVerdict,
} from "./alert-state";

const minuteUs = 60_000_000;
const hourUs = 60 * minuteUs;
const startUs = 1_000 * hourUs;

/** A verdict with how long it stands. */
type Stretch = { readonly verdict: AlertVerdict; readonly lastsUs: number };

const stretches = fc.array(
  fc.record({
    verdict: fc.constantFrom(...alertVerdicts),
    lastsUs: fc.integer({ min: 1, max: 300 }).map((minutes) => minutes * minuteUs),
  }),
  { minLength: 1, maxLength: 12 },
);
const terms: fc.Arbitrary<AlertTerms> = fc.record({
  durationUs: fc.integer({ min: 0, max: 240 }).map((minutes) => minutes * minuteUs),
  coolDownUs: fc.integer({ min: 1, max: 12 }).map((hours) => hours * hourUs),
});

/** Looks where the verdict changes, and every `stepUs` between. */
function looks(signal: readonly Stretch[], stepUs: number): [AlertVerdict, number][] {
  let atUs = startUs;
  return signal.flatMap(({ verdict, lastsUs }): [AlertVerdict, number][] => {
    const fromUs = atUs;
    atUs += lastsUs;
    const count = Math.ceil(lastsUs / stepUs);
    return Array.from({ length: count }, (_, step) => [verdict, fromUs + step * stepUs]);
  });
}

type Run = { readonly state: AlertState; readonly events: readonly AlertEvent[] };

function run(all: readonly (readonly [AlertVerdict, number])[], of: AlertTerms): Run {
  let state = newAlertState(startUs);
  const events: AlertEvent[] = [];
  for (const [verdict, atUs] of all) {
    const step = advanceAlert(of, state, verdict, atUs);
    ({ state } = step);
    events.push(...step.events);
  }
  return { state, events };
}

const kinds = ({ events }: Run) =>
  events.map(({ kind, atUs }) => [kind, (atUs - startUs) / hourUs]);
const terms2h: AlertTerms = { durationUs: 2 * hourUs, coolDownUs: 24 * hourUs };
const at = (verdict: AlertVerdict, hours: number) => [verdict, startUs + hours * hourUs] as const;

describe("an alert", () => {
  it("fires once it has held for long enough, at the instant when it had, and is sent", () => {
    const seen = run([at("clear", 0), at("holds", 1), at("holds", 2), at("holds", 4)], terms2h);
    expect(kinds(seen)).toEqual([
      ["started", 1],
      ["fired", 3],
      ["sent", 4],
    ]);
    expect(seen.state).toMatchObject({ status: "firing", sinceUs: startUs + 3 * hourUs });
  });

  it("starts anew after any break, be it that nothing can be told", () => {
    for (const gap of ["clear", "unclear", "few"] as const) {
      const seen = run([at("holds", 0), at(gap, 1), at("holds", 1.5), at("holds", 3)], terms2h);
      expect(kinds(seen).map(([kind]) => kind)).not.toContain("fired");
    }
  });

  it("says too few as a state of its own, which ends a firing", () => {
    const seen = run([at("holds", 0), at("holds", 2), at("few", 3)], terms2h);
    expect(kinds(seen)).toEqual([
      ...[["started", 0] as const, ["fired", 2] as const, ["sent", 2] as const],
      ...[["ended", 3] as const, ["end-sent", 3] as const, ["few", 3] as const],
    ]);
    expect(seen.state.status).toBe("few");
  });

  it("is sent again after the cool-down as long as nobody knows, and not after", () => {
    const hours = Array.from({ length: 60 }, (_, hour) => at("holds", hour));
    const seen = run(hours, terms2h);
    const sent = kinds(seen).filter(([kind]) => kind === "sent");
    expect(sent).toEqual([
      ["sent", 2],
      ["sent", 26],
      ["sent", 50],
    ]);
    const known = acknowledgeAlert(seen.state, "ada", startUs + 60 * hourUs);
    const later = advanceAlert(terms2h, known?.state ?? seen.state, "holds", startUs + 90 * hourUs);
    expect(later.events).toEqual([]);
    const over = advanceAlert(terms2h, later.state, "clear", startUs + 91 * hourUs);
    expect(over.events).toEqual([
      { kind: "ended", atUs: startUs + 91 * hourUs },
      { kind: "end-sent", atUs: startUs + 91 * hourUs, why: "clear" },
    ]);
    expect(over.state.acknowledged).toBeNull();
  });

  it("can be acknowledged only while it fires, and once", () => {
    const { state } = run([at("holds", 0)], terms2h);
    expect(acknowledgeAlert(state, "ada", startUs)).toBeNull();
    const firing = run([at("holds", 0), at("holds", 3)], terms2h).state;
    const known = acknowledgeAlert(firing, "ada", startUs + 4 * hourUs);
    expect(acknowledgeAlert(known?.state ?? state, "ben", startUs + 5 * hourUs)).toBeNull();
  });

  it("is not sent while it is muted, and afterwards if it still fires", () => {
    const { state } = run([at("holds", 0)], terms2h);
    const muted = muteAlert(state, startUs + 10 * hourUs, startUs + hourUs).state;
    const fired = advanceAlert(terms2h, muted, "holds", startUs + 3 * hourUs);
    expect(fired.events.map(({ kind }) => kind)).toEqual(["fired"]);
    const after = advanceAlert(terms2h, fired.state, "holds", startUs + 10 * hourUs);
    expect(after.events.map(({ kind }) => kind)).toEqual(["sent"]);
  });

  it("tells that it ended, and why, to whoever was told that it fires, and to nobody else", () => {
    const firing = [at("holds", 0), at("holds", 2)];
    for (const why of ["clear", "unclear", "few"] as const) {
      const { events } = run([...firing, at(why, 3)], terms2h);
      expect(events.filter(({ kind }) => kind === "end-sent")).toEqual([
        { kind: "end-sent", atUs: startUs + 3 * hourUs, why },
      ]);
    }
    // The second firing is within the cool-down.
    const again = [...firing, at("clear", 3), at("holds", 4), at("holds", 6), at("clear", 7)];
    expect(kinds(run(again, terms2h)).slice(-3)).toEqual([
      ["started", 4],
      ["fired", 6],
      ["ended", 7],
    ]);
    const { state } = run(firing, terms2h);
    const muted = muteAlert(state, startUs + 9 * hourUs, startUs + 2 * hourUs).state;
    const quiet = advanceAlert(terms2h, muted, "clear", startUs + 3 * hourUs);
    expect(quiet.events.map(({ kind }) => kind)).toEqual(["ended"]);
  });

  it("ends where it means something else from now on, and begins anew", () => {
    const { state } = run([at("holds", 0), at("holds", 2)], terms2h);
    const { state: after, events } = restartAlert(state, startUs + 3 * hourUs);
    expect(events).toEqual([
      { kind: "ended", atUs: startUs + 3 * hourUs },
      { kind: "end-sent", atUs: startUs + 3 * hourUs, why: "changed" },
    ]);
    expect(after).toMatchObject({ status: "new", heldSinceUs: null, sentUs: state.sentUs });
    expect(restartAlert(after, startUs + 4 * hourUs).events).toEqual([]);
  });

  it("does not take for granted what nobody looked at: a server that was down fires nothing afterwards", () => {
    const seen = run([at("holds", 0), at("clear", 20)], terms2h);
    expect(kinds(seen).map(([kind]) => kind)).toEqual(["started", "passed"]);
  });
});

describe("whatever it sees", () => {
  it("begins, fires and ends at the same instants however often it is looked at between", () => {
    fc.assert(
      fc.property(
        stretches,
        terms,
        fc.integer({ min: 1, max: carriedUs / minuteUs }),
        fc.integer({ min: 1, max: carriedUs / minuteUs }),
        (signal, of, one, other) => {
          const eventsAt = (minutes: number) =>
            run(looks(signal, minutes * minuteUs), of).events.filter(
              // The last stretch is looked at until different instants.
              ({ kind, atUs }) =>
                kind !== "sent" && kind !== "end-sent" && atUs <= lastUs(signal, one, other),
            );
          expect(eventsAt(one)).toEqual(eventsAt(other));
        },
      ),
    );
  });

  it("is never sent twice within the cool-down", () => {
    fc.assert(
      fc.property(stretches, terms, fc.integer({ min: 1, max: 400 }), (signal, of, minutes) => {
        const sent = run(looks(signal, minutes * minuteUs), of).events.filter(
          ({ kind }) => kind === "sent",
        );
        sent.forEach(({ atUs }, index) => {
          const before = sent[index - 1];
          if (before !== undefined) {
            expect(atUs - before.atUs).toBeGreaterThanOrEqual(of.coolDownUs);
          }
        });
      }),
    );
  });

  it("is sent an end only after a beginning of the same firing, and at most once", () => {
    fc.assert(
      fc.property(stretches, terms, fc.integer({ min: 1, max: 400 }), (signal, of, minutes) => {
        let isOwed = false;
        const { events } = run(looks(signal, minutes * minuteUs), of);
        events.forEach(({ kind }, index) => {
          if (kind === "fired") isOwed = false;
          if (kind === "sent") isOwed = true;
          if (kind === "ended") expect(events[index + 1]?.kind === "end-sent").toBe(isOwed);
          if (kind === "end-sent") expect(events[index - 1]?.kind).toBe("ended");
        });
      }),
    );
  });

  it("never fires on too few, and each firing has held for its duration", () => {
    fc.assert(
      fc.property(stretches, terms, fc.integer({ min: 1, max: 10 }), (signal, of, minutes) => {
        const all = looks(signal, minutes * minuteUs);
        for (const { kind, atUs } of run(all, of).events) {
          if (kind !== "fired") continue;
          const within = all.filter(([, each]) => each >= atUs - of.durationUs && each < atUs);
          expect(within.every(([verdict]) => verdict === "holds")).toBe(true);
        }
        const { state } = run([...all, ["few", startUs + 10_000 * hourUs]], of);
        expect(state.status).toBe("few");
      }),
    );
  });
});

/** The last look that both steps make. */
function lastUs(signal: readonly Stretch[], ...minutes: readonly number[]): number {
  return Math.min(...minutes.map((each) => looks(signal, each * minuteUs).at(-1)?.[1] ?? 0));
}
