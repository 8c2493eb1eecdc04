import type { TimeMarker } from "./time-markers";

/** The annotations of the period that a page shows. */
export type AnnotationsModel = {
  readonly lines: readonly AnnotationLine[];
  /** Whether the viewer may add and remove some. */
  readonly mayAnnotate: boolean;
  /** The IANA zone in which days and times are typed and shown. */
  readonly zone: string;
};

export type AnnotationLine = TimeMarker & {
  /** Author and day: "Ann Berg, 12 Oct 2026"; without an author, its source. */
  readonly by: string;
};
