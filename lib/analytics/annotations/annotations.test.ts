import { describe, expect, it } from "vitest";
import type { Annotation } from "@/lib/domain/settings/annotation";
import {
  annotationSchema,
  draftProblem,
  type AnnotationDraft,
} from "@/lib/format/layout/annotation-draft";
import { prepareAnnotations } from "./prepare-annotations";
import { markerSentence, noAnnotations, prepareMarkers } from "./time-markers";

const zone = "America/New_York";
const us = (iso: string) => Date.parse(iso) * 1000;
const draft: AnnotationDraft = {
  ...{ kind: "release", from: "2026-10-31", fromTime: "", to: "", toTime: "", text: "v12" },
};
const read = (changed: Partial<AnnotationDraft>) =>
  annotationSchema(zone).safeParse({ ...draft, ...changed }).data;

describe("a typed annotation", () => {
  it("is read by the clocks of the zone, across the day on which they change", () => {
    expect(read({})).toMatchObject({ fromUs: us("2026-10-31T04:00:00Z"), toUs: null });
    expect(read({ to: "2026-11-01" })).toMatchObject({ toUs: us("2026-11-02T05:00:00Z") });
    expect(read({ fromTime: "14:30", to: "2026-11-01", toTime: "09:00" })).toMatchObject({
      fromUs: us("2026-10-31T18:30:00Z"),
      toUs: us("2026-11-01T14:00:00Z"),
    });
  });

  it("is refused where it ends before it begins, or ends at a time of no day", () => {
    const turned = draftProblem({ ...draft, to: "2026-10-30" });
    expect(turned).toContain("before");
    expect(draftProblem({ ...draft, fromTime: "10:00", to: draft.from, toTime: "10:00" })).toBe(
      turned,
    );
    expect(draftProblem({ ...draft, toTime: "10:00" })).toContain("which day");
    expect(read({ to: "2026-10-30" })).toBeUndefined();
    expect(read({ kind: "party" as "release" })).toBeUndefined();
    expect(read({ text: "x".repeat(201) })).toBeUndefined();
  });
});

describe("markers on time", () => {
  const annotation = (fromUs: number, toUs: number | null): Annotation => ({
    ...{ id: 7, kind: "outage", fromUs, toUs, text: "Payments were down", author: "ann" },
    createdUs: us("2026-11-03T12:00:00Z"),
  });
  const ever = { fromUs: 0, toUs: us("2027-01-01T00:00:00Z") };
  const markersOfNotes = (...annotations: readonly Annotation[]) =>
    prepareMarkers({ ...noAnnotations, annotations, zone }, ever);
  const whenOf = (from: string, to: string | null) =>
    markersOfNotes(annotation(us(from), to === null ? null : us(to)))[0]?.when;

  it("say when they are: a day, days, or to the minute", () => {
    expect(whenOf("2026-10-31T04:00:00Z", null)).toBe("31 Oct 2026");
    expect(whenOf("2026-10-31T04:00:00Z", "2026-11-01T04:00:00Z")).toBe("31 Oct 2026");
    expect(whenOf("2026-10-31T04:00:00Z", "2026-11-02T05:00:00Z")).toBe("31 Oct 2026 – 1 Nov 2026");
    expect(whenOf("2026-10-31T18:30:00Z", null)).toBe("31 Oct 2026, 14:30");
    expect(whenOf("2026-10-31T18:30:00Z", "2026-10-31T19:00:00Z")).toBe(
      "31 Oct 2026, 14:30 – 31 Oct 2026, 15:00",
    );
  });

  it("lie on the days of the zone, in words and as a letter", () => {
    const range = annotation(us("2026-10-31T02:00:00Z"), us("2026-11-02T05:00:00Z"));
    const [marker] = markersOfNotes(range);
    expect(marker).toMatchObject({
      letter: "A",
      firstDayUs: us("2026-10-30T00:00:00Z"),
      lastDayUs: us("2026-11-01T00:00:00Z"),
    });
    const point = markersOfNotes(annotation(us("2026-10-31T04:00:00Z"), null));
    expect(point.map(markerSentence)).toEqual(["A Outage, 31 Oct 2026: Payments were down"]);
  });

  it("are listed with their authors", () => {
    const lines = (names: ReadonlyMap<string, string>) =>
      prepareAnnotations(markersOfNotes(annotation(1, null)), names, zone).map(({ note, by }) => [
        note?.id,
        by,
      ]);
    expect(lines(new Map([["ann", "Ann Berg"]]))).toEqual([[7, "Ann Berg, 3 Nov 2026"]]);
    expect(lines(new Map())).toEqual([[7, "a visitor of the demo, 3 Nov 2026"]]);
  });
});
