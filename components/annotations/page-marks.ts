import type { AnnotationsModel } from "@/lib/analytics/annotations/annotations-model";
import type { AnnotationActions } from "./annotation-actions";

/** What is marked on a page's charts over time, and how to add and to remove some. */
export type PageMarks = { readonly model: AnnotationsModel; readonly actions: AnnotationActions };
