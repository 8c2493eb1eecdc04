import type { TimeMarker } from "./time-markers";

/** What is marked on the time that a page shows. */
export type AnnotationsModel = {
  readonly lines: readonly AnnotationLine[];
  /** Whether the viewer may add and remove some. */
  readonly mayAnnotate: boolean;
  /** The IANA zone in which days and times are typed and shown. */
  readonly zone: string;
};

export type AnnotationLine = TimeMarker & {
  /** Who wrote it and when: "Ann Berg, 12 Oct 2026"; of what nobody wrote, where it comes from. */
  readonly by: string;
};
