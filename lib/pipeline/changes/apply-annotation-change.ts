import { annotationTextMax } from "@/lib/domain/settings/annotation";
import { DomainError } from "@/lib/domain/domain-error";
import { isBlank } from "@/lib/domain/is-blank";
import type { AnnotationChange, ChangeAnswer } from "@/lib/domain/settings/workspace-change";
import { addAnnotation, removeAnnotation } from "@/lib/store/decisions/annotations";
import type { CaseChangeContext } from "./apply-case-change";

type ChangeOf<Kind> = Extract<AnnotationChange, { readonly kind: Kind }>;

type Appliers = {
  readonly [Kind in AnnotationChange["kind"]]: (
    context: CaseChangeContext,
    change: ChangeOf<Kind>,
  ) => Promise<ChangeAnswer>;
};

/**
 * The changes that a page may make to annotations, one transaction each.
 * @throws DomainError with a sentence for the user
 */
export const annotationChangeAppliers: Appliers = {
  "annotation-added": async ({ db, nowUs, mask }, { annotation, author }) => {
    const text = mask(annotation.text.trim());
    if (isBlank(text)) throw new DomainError("invalid-input", "The annotation says nothing.");
    // Masking can lengthen the text.
    if (text.length > 2 * annotationTextMax) {
      throw new DomainError("invalid-input", "The annotation is too long.");
    }
    return { id: await addAnnotation(db, { ...annotation, text, author }, nowUs) };
  },
  "annotation-removed": async ({ db }, { id }) => {
    if (await removeAnnotation(db, id)) return { id: null };
    throw new DomainError("not-found", "This annotation was removed already; reload the page.");
  },
};
