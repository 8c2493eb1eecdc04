import type { TimeMarker } from "./time-markers";

/** What people noted on the time that a page shows. */
export type AnnotationsModel = {
  readonly lines: readonly (TimeMarker & {
    readonly id: number;
    /** Who wrote it and when: "Ann Berg, 12 Oct 2026". */
    readonly by: string;
  })[];
  /** Whether the viewer may add and remove some. */
  readonly mayAnnotate: boolean;
  /** The IANA zone in which days and times are typed and shown. */
  readonly zone: string;
};
