import type { AnnotationsModel } from "@/lib/analytics/annotations/annotations-model";
import type { AnnotationActions } from "./annotation-actions";

/** The annotations of a page's time charts, with the server actions that change them. */
export type PageAnnotations = {
  readonly model: AnnotationsModel;
  readonly actions: AnnotationActions;
};
