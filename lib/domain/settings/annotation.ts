export const annotationKinds = ["release", "outage", "policy"] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** What somebody noted on time, for everybody who reads a chart over it. Instants are microseconds since 1970. */
export type Annotation = {
  readonly id: number;
  readonly kind: AnnotationKind;
  readonly fromUs: number;
  /** The end of a range, itself not part of it; null: a point. */
  readonly toUs: number | null;
  /** Masked. */
  readonly text: string;
  /** Public id of whoever wrote it. */
  readonly author: string;
  readonly createdUs: number;
};

export type NewAnnotation = Pick<Annotation, "kind" | "fromUs" | "toUs" | "text">;

export const annotationTextMax = 200;
