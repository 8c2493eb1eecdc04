export const annotationKinds = ["release", "outage", "policy"] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** An annotation of time, shown on all charts over time. Instants are microseconds since 1970. */
export type Annotation = {
  readonly id: number;
  readonly kind: AnnotationKind;
  readonly fromUs: number;
  /** Exclusive end of a range; null: a point in time. */
  readonly toUs: number | null;
  /** Masked. */
  readonly text: string;
  readonly author: string;
  readonly createdUs: number;
};

export type NewAnnotation = Pick<Annotation, "kind" | "fromUs" | "toUs" | "text">;

export const annotationTextMax = 200;
